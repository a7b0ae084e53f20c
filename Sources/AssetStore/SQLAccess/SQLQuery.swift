package import Assets

/// A query in SQL, with the values of its parameters.
package struct SQLQuery: Sendable {
  /// One statement.
  package var text: String
  /// The values, as text, of the parameters that the query writes as `:name`.
  package var parameters: [String: String]
  /// Which state of the store is asked: types, their tags and the view of all assets are as they were then. Nil for what
  /// is there now.
  package var asOf: RunReference?
  /// What it may cost.
  package var limits: Limits

  package init(_ text: String, parameters: [String: String] = [:], limits: Limits = Limits()) {
    self.text = text
    self.parameters = parameters
    self.limits = limits
  }

  /// What a query may cost.
  package struct Limits: Sendable {
    /// How long SQLite may work at it; nil for as long as it takes. What the writer takes is not counted.
    package var time: Duration?
    /// How many rows are written; what there is beyond is left out.
    package var rows: Int?
    /// How many bytes of values are written before it is stopped.
    package var bytes: Int?
    /// How many bytes of memory SQLite may have. All connections of the process share them, and keep the limit.
    package var memory: Int?

    package init(
      time: Duration? = .seconds(30), rows: Int? = nil, bytes: Int? = 4 << 30, memory: Int? = nil
    ) {
      self.time = time
      self.rows = rows
      self.bytes = bytes
      self.memory = memory
    }
  }
}

/// What came of a query in SQL.
package struct SQLOutcome: Hashable, Sendable {
  /// How many rows were written.
  package let count: Int
  /// Whether the limit left some out.
  package let isCut: Bool
}
