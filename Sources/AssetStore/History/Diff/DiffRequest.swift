internal import AssetLanguage
package import Assets
internal import AssetSQLite

/// What is another in one state of assets than in another.
public struct AssetDifference: Hashable, Sendable {
  /// How it differs.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case added, removed, changed
  }

  /// Whether it was added, removed or changed.
  public let kind: Kind
  /// The name of the asset's type.
  public let type: String
  /// What identifies the asset within its type.
  public let key: String
  /// Of an asset that changed.
  public let changes: [FieldChange]
}

/// What to compare, and which differences count.
package struct DiffRequest: Sendable {
  /// Which assets: those of which it is true in one state or the other.
  package var query = Query()
  /// Only changes of these fields count; all for nil.
  package var fields: [FieldPath]?
  /// Changes of these do not.
  package var ignored: [FieldPath] = []

  package init() {}
}

extension DiffRequest {
  /// Whether a change is one of those that are asked for.
  func counts(_ change: FieldChange) -> Bool {
    let isAmong = { (paths: [FieldPath]) in
      paths.contains { path in
        path.field == change.field
          && (path.key == nil || path.key?.exactly == change.key?.exactly)
      }
    }
    return fields.map(isAmong) ?? true && !isAmong(ignored)
  }

  /// - Throws: `usage` for what says nothing of a state that was.
  func check() throws {
    guard query.tagsAreKnown == nil, query.notSeenSince == nil else {
      throw Fault(
        .usage, what: "diff",
        why: "what was known of tags, and what was seen, is not kept of each state",
        advice: "leave out --tags-known and --not-seen-since")
    }
  }

  /// Whether the expression is true of `asset`, in SQL.
  func condition(_ type: AssetType, connection: borrowing Connection) throws -> SQLFragment {
    let checker =
      if case .one = query.types { ExpressionChecker(type) } else {
        ExpressionChecker(acrossTypes: type)
      }
    let expression = try checker.check(query.expression)
    if expression.isComputed { try SQLFunctions.define(on: connection) }
    return try Condition(type: type).compile(expression)
  }
}
