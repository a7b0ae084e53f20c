internal import CAssetSQLite

extension Connection {
  /// What a connection can be kept from having too much of. <https://sqlite.org/limits.html>
  package enum Limit: Sendable {
    /// Bytes of a text, a blob or a row.
    case length
    /// Bytes of a statement.
    case statementLength
    case expressionDepth
    /// SELECTs joined by UNION and the like.
    case compoundSelects
    case instructions
    case functionArguments
    case attachedFiles
    /// Bytes of a GLOB pattern.
    case patternLength
    case parameters
    case triggerDepth
    case workerThreads
  }

  /// Lowers a limit; to raise one above what SQLite was built with has no effect.
  package func limit(_ limit: Limit, to value: Int) {
    unsafe sqlite3_limit(owner.raw, limit.code, Int32(clamping: value))
  }

  /// Keeps SQLite from counting the memory that it takes, which costs a tenth of a load: each piece of it waits for a
  /// lock that all threads share. Only of effect in a process that has not used SQLite yet; `limitMemory` then has none.
  package static func leaveMemoryUncounted() {
    _ = csqlite_config_flag(SQLITE_CONFIG_MEMSTATUS, 0)
  }

  /// How much memory all connections of this process may take together, in bytes; beyond it a statement fails with
  /// `.outOfMemory`. Zero is no limit.
  package static func limitMemory(to bytes: Int) {
    _ = sqlite3_hard_heap_limit64(Int64(bytes))
  }
}

extension Connection.Limit {
  fileprivate var code: Int32 {
    switch self {
    case .length: SQLITE_LIMIT_LENGTH
    case .statementLength: SQLITE_LIMIT_SQL_LENGTH
    case .expressionDepth: SQLITE_LIMIT_EXPR_DEPTH
    case .compoundSelects: SQLITE_LIMIT_COMPOUND_SELECT
    case .instructions: SQLITE_LIMIT_VDBE_OP
    case .functionArguments: SQLITE_LIMIT_FUNCTION_ARG
    case .attachedFiles: SQLITE_LIMIT_ATTACHED
    case .patternLength: SQLITE_LIMIT_LIKE_PATTERN_LENGTH
    case .parameters: SQLITE_LIMIT_VARIABLE_NUMBER
    case .triggerDepth: SQLITE_LIMIT_TRIGGER_DEPTH
    case .workerThreads: SQLITE_LIMIT_WORKER_THREADS
    }
  }
}
