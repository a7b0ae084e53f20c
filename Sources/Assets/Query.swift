/// A question to a store: which assets, what of them, in which order, how many.
public struct Query: Hashable, Sendable {
  /// What to sort by. What lacks the value comes last.
  public struct Sort: Hashable, Sendable {
    /// A field, or a key of a map.
    public let path: FieldPath
    /// Whether the greatest comes first.
    public let descending: Bool

    public init(_ path: FieldPath, descending: Bool = false) {
      self.path = path
      self.descending = descending
    }
  }

  /// Which types are asked.
  public var types: TypeSelection
  /// What is true of the assets to find.
  public var expression: Expression
  /// What to show, in this order; nil for the whole asset.
  public var fields: [FieldPath]?
  /// Assets that agree in all of these come in the order they entered the store. Without any, they come so type by
  /// type.
  public var sort: [Sort]
  /// At most so many; nil for all.
  public var limit: Int?

  public init(
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
