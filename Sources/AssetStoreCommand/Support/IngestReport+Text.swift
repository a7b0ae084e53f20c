internal import AssetExports
internal import AssetJSON
internal import AssetOutput
internal import Assets
internal import AssetStore

extension IngestReport {
  /// For a person.
  var lines: [String] {
    let name = run.map { "run \($0)" } ?? "dry run"
    let total = inputs.map(\.summary.records).reduce(0, +)
    var lines = [
      "\(name): \(total.counted("record")): \(counts.inserted) inserted, \(counts.updated) updated, "
        + "\(counts.unchanged) unchanged, \(counts.deleted) deleted, \(counts.rejected) rejected"
    ]
    if let sameAs {
      lines.append(
        "  not read again: these are the files of run \(sameAs), and the store is as it left it")
    }
    if types.count > 1 {
      lines += types.sorted { $0.name < $1.name }.map { "  \($0.name): \($0.counts.text)" }
    }
    if !newTypes.isEmpty {
      lines.append(
        "  new types, to be looked at with assetstore types show: "
          + newTypes.map(\.description).joined(separator: ", "))
    }
    if inputs.count > 1 {
      lines += inputs.map { input in
        let rejected = input.counts.rejected
        return "  \(DisplayText.escaped(input.path)): \(input.summary.records.counted("record"))"
          + (rejected > 0 ? ", \(rejected) rejected" : "")
      }
    }
    if let rejectsPath {
      lines.append("  rejected records, with reasons: \(DisplayText.escaped(rejectsPath))")
    }
    if !extraFields.isEmpty {
      lines.append("  not fields of the type, kept in _extra: " + Self.list(extraFields))
    }
    if !vanished.isEmpty {
      lines.append("  vanished (\(vanished.count)): " + Self.list(vanished))
    }
    let redacted = redacted.filter { $0.value > 0 }
    if !redacted.isEmpty { lines.append("  kept as digests only: " + Self.list(redacted)) }
    if !skipped.isEmpty { lines.append("  skipped: " + Self.list(skipped)) }
    if isPartial {
      let partial = inputs.filter(\.summary.isPartial).map { DisplayText.escaped($0.path) }
      let which = inputs.count > 1 ? partial.prefix(3).joined(separator: ", ") : "the export"
      lines.append("  warning: partial (\(partial.count)): \(which) says that there is more")
    }
    for (rule, entry) in warnings.entries.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  warning: \(rule) (\(entry.count)): \(DisplayText.escaped(entry.example.shortened(toScalars: 500)))"
      )
    }
    return lines
  }

  /// The first ten.
  private static func list(_ vanished: [VanishedAsset]) -> String {
    let shown = vanished.prefix(10)
      .map { DisplayText.escaped("\($0.type) \($0.key)".shortened(toScalars: 200)) }
    let rest = vanished.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
  }

  /// Names with counts: the first twenty, each cut where it is long.
  private static func list(_ counts: [String: Int]) -> String {
    let shown = counts.sorted { $0.key < $1.key }.prefix(20)
      .map { "\(DisplayText.escaped($0.key.shortened(toScalars: 80))) (\($0.value))" }
    let rest = counts.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
  }

  /// For a program.
  var json: JSONValue {
    let warnings = warnings.entries.sorted { $0.key < $1.key }.map { rule, entry in
      [
        "rule": .string(rule), "count": JSONValue(entry.count), "example": .string(entry.example),
      ] as JSONValue
    }
    return .object(
      [
        .init("run", value: run.map { JSONValue($0) } ?? .null),
        .init("same_as", value: sameAs.map { JSONValue($0) } ?? .null),
      ] + counts.members + [
        .init("partial", value: .bool(isPartial)),
        .init("types", value: .array(types.map(Self.json))),
        .init("new_types", value: .array(newTypes.map { .string($0.description) })),
        .init("files", value: .array(inputs.map(\.json))),
        .init("extra_fields", value: JSONValue(counts: extraFields)),
        .init("warnings", value: .array(warnings)),
        .init("skipped", value: JSONValue(counts: skipped)),
        .init("redacted", value: JSONValue(counts: redacted)),
        .init("vanished", value: .array(vanished.map(\.json))),
        .init("rejects_file", value: JSONValue(rejectsPath)),
      ])
  }
}

extension IngestReport {
  private static func json(_ type: (name: TypeName, counts: Counts)) -> JSONValue {
    .object([.init("type", value: .string(type.name.description))] + type.counts.members)
  }
}

extension IngestReport.Counts {
  var text: String {
    "\(inserted) inserted, \(updated) updated, \(unchanged) unchanged"
      + (deleted > 0 ? ", \(deleted) deleted" : "")
  }

  var members: [JSONValue.Member] {
    [
      .init("inserted", value: JSONValue(inserted)), .init("updated", value: JSONValue(updated)),
      .init("unchanged", value: JSONValue(unchanged)), .init("deleted", value: JSONValue(deleted)),
      .init("rejected", value: JSONValue(rejected)),
    ]
  }
}

extension IngestReport.Input {
  fileprivate var json: JSONValue {
    .object(
      [
        .init("path", value: .string(path)), .init("format", value: .string(summary.format)),
        .init("records", value: JSONValue(summary.records)),
        .init("bytes", value: JSONValue(summary.fileBytes)),
        .init("sha256", value: .string(summary.sha256)),
      ] + counts.members + [.init("partial", value: .bool(summary.isPartial))])
  }
}

extension VanishedAsset {
  var json: JSONValue { ["_type": .string(type), "_key": .string(key)] }
}
