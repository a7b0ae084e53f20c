internal import CAssetSQLite

extension Connection {
  /// Asks again and again, while a statement runs, whether to stop; once the answer is yes the statement fails with
  /// `.interrupted`. What was asked before is asked no more.
  ///
  /// - Parameter instructions: how many of SQLite's instructions lie between two questions.
  package func interrupt(
    every instructions: Int = 10_000, when isCancelled: @escaping @Sendable () -> Bool
  ) {
    let question = Question(isCancelled)
    // The owner keeps the question as long as SQLite may ask it.
    owner.question = question
    unsafe sqlite3_progress_handler(
      owner.raw, Int32(clamping: instructions),
      { context in
        guard let context = unsafe context else { return 0 }
        return unsafe Unmanaged<Question>.fromOpaque(context).takeUnretainedValue().ask() ? 1 : 0
      }, Unmanaged.passUnretained(question).toOpaque())
  }
}

/// Keeps the Swift side of a connection's progress handler.
final class Question {
  let ask: @Sendable () -> Bool

  init(_ ask: @escaping @Sendable () -> Bool) { self.ask = ask }
}
