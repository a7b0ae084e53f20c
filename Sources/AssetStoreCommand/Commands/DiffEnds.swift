internal import AssetFiles
internal import Assets
internal import AssetStore

/// What `diff` compares: states of the store, or other stores.
struct DiffEnds {
  private enum End {
    case state(RunReference)
    /// Now.
    case now
    case file(String)
  }

  private let from: End
  private let to: End

  /// - Throws: `usage` for a text that is neither a run, a time nor a file.
  init(_ from: String, to: String?) throws {
    self.from = try Self.end(from)
    self.to = try to.map(Self.end) ?? .now
  }

  private static func end(_ text: String) throws -> End {
    if let state = try? RunReference(text) { return .state(state) }
    guard try FileSystem.status(FileSystem.absolute(text)) != nil else {
      throw Fault(
        .usage, what: "'\(text)'",
        why: "it is neither the number of a run, nor a time, nor a file that is there",
        advice: "write 7, 2026-01-31 or january.db; see: assetstore runs")
    }
    return .file(text)
  }

  func diff(
    _ request: DiffRequest, store: StoreOptions, in context: CommandContext
  ) throws -> DiffResult {
    var differences: [AssetDifference] = []
    switch (from, to) {
    case (.state(let from), .state), (.state(let from), .now):
      let ends = try store.open(context).diff(from: from, to: state(to), request: request) {
        differences.append($0)
      }
      return DiffResult(from: .integer(ends.from), to: .integer(ends.to), differences: differences)
    default:
      try open(to, store: store, in: context).diff(
        from: open(from, store: store, in: context), at: state(from), to: state(to),
        request: request
      ) { differences.append($0) }
      return DiffResult(
        from: name(from, store: store, in: context), to: name(to, store: store, in: context),
        differences: differences)
    }
  }

  private func state(_ end: End) -> RunReference? {
    if case .state(let state) = end { state } else { nil }
  }

  private func open(
    _ end: End, store: StoreOptions, in context: CommandContext
  ) throws -> Store {
    var options = store
    if case .file(let path) = end { options.store = path }
    return try options.open(context)
  }

  private func name(
    _ end: End, store: StoreOptions, in context: CommandContext
  ) -> DiffResult.End {
    switch end {
    case .file(let path): .text(path)
    case .now: .text(store.path(context))
    case .state(let state): .text("\(store.path(context)), \(state)")
    }
  }
}
