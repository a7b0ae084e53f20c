internal import AssetExports
internal import AssetFiles
internal import AssetIndex
internal import AssetJSON
internal import Assets
internal import AssetSQLite

/// An earlier run that was asked the same of the same files, and left the store as it is now. Its records need not be
/// read again: each would be found unchanged. A snapshot may repeat a run that was none: of which assets its records are
/// is on record.
struct RepeatedRun {
  let id: Int64
  /// Whether it says nothing of what vanished, where this one has to.
  private let lacksSnapshot: Bool
  private let files: [RunFile]

  /// Looks for one. Reads the files if there may be one, to compare their digests; nothing is written.
  ///
  /// - Throws: `interrupted`. Whatever else is wrong with a file, to ingest it says.
  static func find(_ request: IngestRequest, in store: Store) throws -> RepeatedRun? {
    let paths = request.sources.compactMap { source in
      if case .file(let path) = source { path } else { nil }
    }
    guard paths.count == request.sources.count, let sizes = sizes(paths),
      let runs = try? store.reading({ try candidates(request, sizes: sizes, on: $0) }),
      !runs.isEmpty
    else { return nil }
    let digests = try paths.map { path in
      try FileDigest.sha256(of: path, isCancelled: store.isCancelled).digest
    }
    return runs.first { $0.files.map(\.sha256) == digests }
  }

  /// The runs that left the store as it is, and were asked the same of files of these sizes; the newest first.
  private static func candidates(
    _ request: IngestRequest, sizes: [Int], on connection: borrowing Connection
  ) throws -> [RepeatedRun] {
    let counter = Int64(try connection.changeCounter())
    guard let state = try StateMark.state(connection, counter: counter),
      let digest = try request.digest(on: connection)
    else { return [] }
    var plain = request
    plain.snapshot = nil
    let plainDigest = request.snapshot == nil ? nil : try plain.digest(on: connection)
    var found: [(id: Int64, isPlain: Bool)] = []
    try connection.forEachRow(
      """
      SELECT id, request = ?2 FROM runs WHERE request IN (?1, ?2) AND state = ?3
      ORDER BY id DESC LIMIT 100
      """,
      with: [.text(digest), plainDigest.map { .text($0) } ?? .null, .integer(state)]
    ) { found.append(($0.integer(at: 0) ?? 0, $0.integer(at: 1) == 1)) }
    return try found.map { id, isPlain in
      RepeatedRun(
        id: id, lacksSnapshot: isPlain, files: try RunFile.all(of: id, on: connection))
    }
    .filter { $0.files.map(\.bytes) == sizes }
  }

  /// Nil unless all of them are plain files.
  private static func sizes(_ paths: [String]) -> [Int]? {
    let sizes = paths.compactMap { path -> Int? in
      guard let status = try? File.open(reading: path).status(), status.isRegular else {
        return nil
      }
      return status.size
    }
    return sizes.count == paths.count ? sizes : nil
  }
}

extension RepeatedRun {
  /// Writes the run that finds all that the earlier one had unchanged; nil, and nothing is written, if the store isn't
  /// any more what that one left.
  func repeatRun(
    _ request: IngestRequest, on connection: borrowing Connection
  ) throws -> IngestReport? {
    let candidates = try Self.candidates(request, sizes: files.map(\.bytes), on: connection)
    guard candidates.contains(where: { $0.id == id }) else { return nil }
    let mark = try StateMark(connection)
    let run = try RunLog.nextID(connection)
    var report = try report(request, run: run, on: connection)
    try connection.run(
      """
      INSERT INTO runs(id, started_at, finished_at, type, context, kind, partial,
        inserted, updated, unchanged, deleted, rejected, scopes)
      SELECT ?1, ?2, ?2, type, context, kind, partial, 0, 0, 0, 0, 0, scopes FROM runs WHERE id = ?3
      """, with: .integer(run), .text(Clock.now()), .integer(id))
    try connection.run(
      """
      INSERT INTO run_assets(what, block, run, ids)
      SELECT what, block, ?1, ids FROM run_assets WHERE run = ?2 AND what = ?3
      """, with: .integer(run), .integer(id), .integer(RunAssets.What.seen.rawValue))
    if lacksSnapshot, let snapshot = request.snapshot {
      let seen = try RunAssets.ids(.seen, by: run...run, on: connection)
      try Snapshot(request: snapshot, run: run).finish(
        &report, found: ScopeCollector.scopes(of: seen, on: connection), seen: seen, new: IDSet(),
        on: connection)
    }
    try RunLog.finish(run, report: report, on: connection)
    try mark.note(run, report: report, request: request.digest(on: connection), on: connection)
    return report
  }

  private func report(
    _ request: IngestRequest, run: Int64, on connection: borrowing Connection
  ) throws -> IngestReport {
    var report = IngestReport(run: request.isDryRun ? nil : Int(run), sameAs: Int(id))
    let details = try RunDetails(id, on: connection)
    for (source, file) in zip(request.sources, files) {
      report.add(source.name, repeating: file)
    }
    for type in details?.types ?? [] {
      report.add(try TypeName(type.name), repeating: type.counts)
    }
    report.warnings = details?.warnings ?? Warnings()
    let notes = try connection.text("SELECT notes FROM runs WHERE id = ?", with: .integer(id))
    try report.read(notes: notes ?? "{}")
    return report
  }
}
