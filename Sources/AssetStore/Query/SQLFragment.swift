internal import SQLite

/// A piece of SQL and the values of its parameters, in order.
struct SQLFragment {
  var text: String
  var values: [Value] = []

  init(_ text: String, _ values: [Value] = []) {
    self.text = text
    self.values = values
  }

  static func + (left: SQLFragment, right: SQLFragment) -> SQLFragment {
    SQLFragment(left.text + right.text, left.values + right.values)
  }
}

extension [SQLFragment] {
  func joined(_ separator: String) -> SQLFragment {
    SQLFragment(map(\.text).joined(separator: separator), flatMap(\.values))
  }
}
