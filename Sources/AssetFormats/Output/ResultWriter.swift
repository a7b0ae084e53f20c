/// A column of a result.
public struct ResultColumn: Hashable, Sendable {
  public let name: String
  /// Whether its values are numbers.
  public let isNumeric: Bool
  /// Whether JSON leaves it out of an object where it is null. Other formats have it in every row.
  public let isOmittedWhenNull: Bool

  public init(_ name: String, isNumeric: Bool = false, isOmittedWhenNull: Bool = false) {
    self.name = name
    self.isNumeric = isNumeric
    self.isOmittedWhenNull = isOmittedWhenNull
  }
}

/// Writes a result, cell after cell, row after row, as one of the output formats.
///
/// Call `begin` once, then for each row one of the cell methods for each column and `endRow`, then `finish`: an empty
/// result is a valid document too.
public protocol ResultWriter {
  mutating func begin(_ columns: [ResultColumn]) throws
  mutating func null() throws
  mutating func bool(_ value: Bool) throws
  mutating func integer(_ value: Int64) throws
  mutating func real(_ value: Double) throws
  /// UTF-8.
  mutating func text(_ bytes: Span<UInt8>) throws
  /// JSON text without spaces, as the store keeps it.
  mutating func json(_ bytes: Span<UInt8>) throws
  mutating func endRow() throws
  mutating func finish() throws
}

/// How results are written.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table, json, ndjson, csv, tsv
}
