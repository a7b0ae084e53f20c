package import Assets

/// What an export to PostgreSQL holds.
package struct PostgreSQLRequest: Hashable, Sendable {
  /// What of tables is written.
  package enum Part: Hashable, Sendable {
    case all, schema, data
  }

  /// Which assets.
  package var query: Query
  package var part: Part
  /// Whether the tables are spread over servers by Citus.
  package var isDistributed: Bool
  /// The run that the server's copy is at; nil for a copy of everything.
  package var since: RunReference?

  package init(
    _ query: Query, part: Part = .all, isDistributed: Bool = false, since: RunReference? = nil
  ) {
    (self.query, self.part) = (query, part)
    (self.isDistributed, self.since) = (isDistributed, since)
  }

  /// Whether all assets of the types are meant.
  var isWhole: Bool {
    query.expression == .everything && query.tagsAreKnown == nil && query.notSeenSince == nil
  }

  /// What it is of, in words that two exports of the same have in common.
  var selection: String {
    let types =
      switch query.types {
      case .all: "all types"
      case .one(let name): "the type \(name)"
      case .matching(let pattern): "the types \(pattern)"
      }
    return isWhole ? types : "some assets of \(types)"
  }

  /// - Throws: `usage` for what can't be had together.
  func check() throws {
    guard query.asOf == nil, query.fields == nil, query.sort.isEmpty, query.limit == nil else {
      throw Fault(
        .usage, what: "export", why: "it is of whole assets as they are now", advice: nil)
    }
    guard since != nil else { return }
    guard part == .all else {
      throw Fault(
        .usage, what: "--since", why: "what changed is definitions and data at once",
        advice: "leave --schema-only and --data-only out")
    }
    guard isWhole else {
      throw Fault(
        .usage, what: "--since",
        why: "an asset that no condition is true of any more would stay on the server",
        advice: "leave all conditions but --type out")
    }
  }
}

/// What came of an export.
package struct ExportReport: Hashable, Sendable {
  /// The last run that it has; 0 for none.
  package let run: Int
  /// How many assets it has.
  package let assets: Int
  /// How many assets are gone; nil for a copy of everything.
  package let gone: Int?
}
