internal import Assets

/// Writes rows: one of the cell methods for each column, then `endRow`, or `row` for all of that. Each call throws what
/// the stream throws.
package protocol RowWriter: ~Copyable {
  mutating func null() throws
  mutating func bool(value: Bool) throws
  mutating func integer(_ value: Int64) throws
  mutating func real(_ value: Double) throws
  /// UTF-8.
  mutating func text(_ bytes: Span<UInt8>) throws
  /// JSON text without spaces, as the store keeps it.
  mutating func json(_ bytes: Span<UInt8>) throws
  mutating func endRow() throws
  /// Writes a whole row.
  ///
  /// - Parameter bytes: what the cells' places are in.
  mutating func row(_ cells: Span<RowCell>, in bytes: Span<UInt8>) throws
  /// What writes some of the rows on other threads; nil where no row can be written without those before it. Ask for it
  /// behind `begin`.
  var partWriting: PartWriting? { get }
  /// Takes rows that one of those has written.
  mutating func append(rows: Span<UInt8>) throws
}

/// Makes a writer of some rows of a result, which says nothing but these: `begin` is not to be called.
package typealias PartWriting = @Sendable (consuming OutputStream) -> any ResultWriter & ~Copyable

extension RowWriter where Self: ~Copyable {
  package var partWriting: PartWriting? { nil }

  package mutating func append(rows: Span<UInt8>) throws {
    preconditionFailure("it writes its rows itself")
  }
}

/// Writes a result, cell after cell, row after row, as one of the output formats.
///
/// Call `begin` once, then write the rows, then `finish`: an empty result is a valid document too.
package protocol ResultWriter: RowWriter, ~Copyable {
  mutating func begin(_ columns: [ResultColumn]) throws
  /// Writes the end of the document and everything that the stream still holds.
  mutating func finish() throws
}

/// A column of a result.
package struct ResultColumn: Hashable, Sendable {
  /// As it is shown; unique in a result.
  package let name: String
  /// Whether its values are numbers.
  package let isNumeric: Bool
  /// Whether JSON leaves it out of an object where it is null. Other formats have it in every row.
  package let isOmittedWhenNull: Bool

  package init(_ name: String, isNumeric: Bool = false, isOmittedWhenNull: Bool = false) {
    self.name = name
    self.isNumeric = isNumeric
    self.isOmittedWhenNull = isOmittedWhenNull
  }
}

/// A writer that spells truth values and numbers as JSON does.
package protocol ScalarWriter: ResultWriter, ~Copyable {
  /// Writes a cell of printable ASCII that is never taken for a text.
  mutating func scalar(_ append: (inout [UInt8]) -> Void) throws
}

extension ScalarWriter where Self: ~Copyable {
  package mutating func bool(value: Bool) throws {
    try scalar { JSONText.append(bool: value, to: &$0) }
  }

  package mutating func integer(_ value: Int64) throws {
    try scalar { JSONText.append(integer: value, to: &$0) }
  }

  package mutating func real(_ value: Double) throws {
    if value.isNaN { return try null() }
    try scalar { JSONText.append(real: value, to: &$0) }
  }
}
