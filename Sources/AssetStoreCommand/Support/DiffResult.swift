internal import AssetJSON
internal import AssetOutput
internal import AssetStore

/// What `diff` found.
struct DiffResult {
  enum End {
    /// A run.
    case integer(Int)
    /// Another store.
    case text(String)
  }

  let from: End
  let to: End
  let differences: [AssetDifference]

  init(from: End, to: End, differences: [AssetDifference]) {
    self.from = from
    self.to = to
    self.differences = differences
  }

  /// A row for each asset.
  ///
  /// - Parameter isForPeople: whether changes are told in words, and not in JSON.
  func rows(isForPeople: Bool) -> Rows {
    var rows = Rows(
      columns: ["change", "_type", "_key", "changes"].map { ResultColumn($0) })
    rows.rows = differences.map { difference in
      [
        .text(difference.kind.rawValue), .text(difference.type), .text(difference.key),
        difference.changes.cell(isForPeople: isForPeople),
      ]
    }
    return rows
  }

  /// A row for each type.
  var counts: Rows {
    let kinds = AssetDifference.Kind.allCases
    var rows = Rows(
      columns: [ResultColumn("type")]
        + kinds.map { ResultColumn($0.rawValue, isNumeric: true) })
    rows.rows = Dictionary(grouping: differences, by: \.type).sorted { $0.key < $1.key }
      .map { type, found in
        [.text(type)] + kinds.map { kind in .integer(found.count { $0.kind == kind }) }
      }
    return rows
  }

  var line: String {
    let counts = AssetDifference.Kind.allCases
      .map { kind in "\(differences.count { $0.kind == kind }) \(kind.rawValue)" }
      .joined(separator: ", ")
    return "\(from.shown) to \(to.shown): \(counts)"
  }

  var json: JSONValue {
    let kinds = AssetDifference.Kind.allCases.map { kind in
      (kind.rawValue, differences.filter { $0.kind == kind })
    }
    let lists = kinds.map { name, found in
      JSONValue.Member(name, value: .array(found.map(\.json)))
    }
    return .object(
      [
        .init("from", value: from.json), .init("to", value: to.json),
        .init("summary", value: .object(kinds.map { .init($0.0, value: JSONValue($0.1.count)) })),
      ] + lists)
  }
}

extension DiffResult.End {
  fileprivate var shown: String {
    switch self {
    case .integer(let run): "run \(run)"
    case .text(let name): DisplayText.escaped(name)
    }
  }

  fileprivate var json: JSONValue {
    switch self {
    case .integer(let run): JSONValue(run)
    case .text(let name): .string(name)
    }
  }
}

extension AssetDifference {
  fileprivate var json: JSONValue {
    let asset: [JSONValue.Member] = [
      .init("_type", value: .string(type)), .init("_key", value: .string(key)),
    ]
    let changes = changes.map(\.json)
    return .object(asset + (changes.isEmpty ? [] : [.init("changes", value: .array(changes))]))
  }
}
