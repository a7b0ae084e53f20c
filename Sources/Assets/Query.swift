/// A question to a store: which assets, what of them, in which order, how many.
public struct Query: Hashable, Sendable {
  public struct Sort: Hashable, Sendable {
    public let path: FieldPath
    public let descending: Bool

    public init(_ path: FieldPath, descending: Bool = false) {
      self.path = path
      self.descending = descending
    }
  }

  public var types: TypeSelection
  public var expression: Expression
  /// What to show, in this order; nil for the whole asset.
  public var fields: [FieldPath]?
  /// Assets that agree in all of these come in the order they entered the store. Without any, they come so type by
  /// type.
  public var sort: [Sort]
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
