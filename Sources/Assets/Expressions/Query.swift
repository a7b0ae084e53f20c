/// A question to a store: which assets, what of them, in which order, how many.
public struct Query: Hashable, Sendable {
  /// What to sort by. What lacks the value comes last.
  package struct Sort: Hashable, Sendable {
    /// A field, or a key of a map.
    package let path: FieldPath
    /// Whether the greatest comes first.
    package let descending: Bool

    package init(_ path: FieldPath, descending: Bool = false) {
      self.path = path
      self.descending = descending
    }
  }

  /// Which types are asked.
  package var types: TypeSelection
  /// What is true of the assets to find.
  package var expression: Expression
  /// Which state of the store is asked; nil for what is there now.
  package var asOf: RunReference?
  /// Whether to find only assets whose tags some export has told, or only the others; nil for both.
  package var tagsAreKnown: Bool?
  /// Finds only assets that no run after this one, or this moment, has seen; nil for all.
  package var notSeenSince: RunReference?
  /// What to show, in this order; nil for the whole asset.
  package var fields: [FieldPath]?
  /// Assets that agree in all of these come in the order they entered the store. Without any, they come so type by
  /// type.
  package var sort: [Sort]
  /// At most so many; nil for all.
  public var limit: Int?

  /// All assets.
  public init() { self.init(types: .all) }

  package init(
    types: TypeSelection = .all, where expression: Expression = .everything,
    fields: [FieldPath]? = nil,
    sort: [Sort] = [], limit: Int? = nil
  ) {
    self.types = types
    self.expression = expression
    self.fields = fields
    self.sort = sort
    self.limit = limit
  }
}
