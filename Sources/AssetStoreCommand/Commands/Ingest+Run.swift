internal import AssetExports
internal import AssetJSON
internal import Assets
internal import AssetStore

extension Ingest {
  func run(in context: CommandContext) throws {
    Store.prepareForLoads()
    let outcome = try outcome(of: request(), in: context)
    let result = outcome.report
    let diff = outcome.diff
    switch report {
    case .text:
      for line in result.lines { context.say(line) }
      try diff?.rows(isForPeople: context.isTerminal).write(context.writer(nil))
    case .json:
      try context.write(
        Self.json(result, diff: diff),
        of: result.run.map { "run \($0) is in the store" } ?? "nothing was to be kept")
    }
    if let incomplete = IncompleteRun(result, isAsked: exitStatus) { throw incomplete }
  }

  private static func json(_ report: IngestReport, diff: DiffResult?) -> JSONValue {
    guard let diff, case .object(let members) = report.json else { return report.json }
    return .object(members + [.init("diff", value: diff.json)])
  }

  private func request() throws -> IngestRequest {
    var request = IngestRequest(
      type: type, sources: files.map { $0 == "-" ? .standardInput : .file($0) })
    request.account = try account ?? context.map(CallerIdentity.account)
    request.values = try NamedValue.values(
      set, of: "--set", spelling: "--set field=value")
    request.format = format
    request.infersTypes = infer
    request.path = path
    request.recordLimit = recordLimit.bytes
    request.isStrict = strict
    request.rejectsPath = rejects
    request.maxRejects = maxRejects
    if snapshot {
      request.snapshot = SnapshotRequest(
        scopes: try scope.map { try Scope($0) }, allowedDeletes: allowDeletes)
    }
    request.redactions = RedactionRequest(
      paths: redact.map { FieldPath($0) }, keepsSensitive: keepSensitive)
    request.absentFields = merge ? .kept : replace ? .cleared : .clearedIfKnown
    request.replacesRejects = force
    request.isDryRun = dryRun
    return request
  }

  private func outcome(
    of request: IngestRequest, in context: CommandContext
  ) throws -> (report: IngestReport, diff: DiffResult?) {
    let display = ProgressDisplay(progress, in: context)
    defer { display.finish() }
    guard diff else {
      return (
        try Store.ingest(
          request, into: store.options.path(context), busyTimeout: store.options.busyTimeout,
          isCancelled: { Cancellation.isCancelled }, progress: display.update), nil
      )
    }
    let outcome = try Store.dryRun(
      request, into: store.options.path(context), busyTimeout: store.options.busyTimeout,
      isCancelled: { Cancellation.isCancelled }, progress: display.update)
    return (
      outcome.report,
      DiffResult(
        from: .integer(outcome.last), to: .text("dry run"), differences: outcome.differences)
    )
  }
}
