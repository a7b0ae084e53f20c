internal import AssetJSON
internal import AssetOutput

/// Hands each row of a result on as JSON values.
struct RowCollector: ResultWriter, ~Copyable {
  private(set) var columns: [ResultColumn] = []
  private var row: [JSONValue] = []
  private let take: ([ResultColumn], [JSONValue]) throws -> Void

  init(_ take: @escaping ([ResultColumn], [JSONValue]) throws -> Void) { self.take = take }

  mutating func begin(_ columns: [ResultColumn]) { self.columns = columns }
  mutating func null() { row.append(.null) }
  mutating func bool(value: Bool) { row.append(.bool(value)) }
  mutating func integer(_ value: Int64) { row.append(.number("\(value)")) }
  mutating func real(_ value: Double) { row.append(value.isNaN ? .null : .number("\(value)")) }
  mutating func text(_ bytes: Span<UInt8>) { row.append(.string(String(copying: bytes))) }

  mutating func json(_ bytes: Span<UInt8>) throws {
    row.append(try JSONValue(parsing: Array(copying: bytes), named: "a value of the store"))
  }

  mutating func endRow() throws {
    try take(columns, row)
    row.removeAll(keepingCapacity: true)
  }

  mutating func finish() {}
}
