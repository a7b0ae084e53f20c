internal import AssetJSON
internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// How the columns of a query are written.
final class SQLColumns {
  private enum Reading { case plain, json, bool }

  private let readings: [Reading]
  private let inspector = JSONInspector()

  /// A column that is a field of a type as it is, however it is called, is written as the field is.
  init(
    _ query: borrowing Statement, _ types: [String: AssetType], _ connection: borrowing Connection
  ) throws {
    var readings: [Reading] = []
    for index in 0..<query.columnCount {
      guard let origin = query.origin(at: index) else {
        readings.append(.plain)
        continue
      }
      let named = types.values.first { $0.name.table == origin.table }
      let type = try named ?? TypeRegistry.ofTable(origin.table, connection)
      readings.append(type.map { Self.reading(origin.column, of: $0) } ?? .plain)
    }
    self.readings = readings
  }

  private static func reading(_ column: String, of type: AssetType) -> Reading {
    if column == "_extra" { return .json }
    let dataType = type.field(named: column)?.dataType
    return dataType == .bool ? .bool : dataType?.isJSONText == true ? .json : .plain
  }

  /// Their names, each once: JSON has no room for two. Numbers are told by the first row.
  func columns(
    of query: borrowing Statement, _ text: RewrittenSQL, hasRow: Bool
  ) -> [ResultColumn] {
    var taken: Set<String> = []
    var columns: [ResultColumn] = []
    var offset = 0
    for index in readings.indices {
      let name = text.originalSpelling(of: query.name(at: index), behind: &offset)
      var (unique, count) = (name, 1)
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(name)_\(count)"
      }
      let isNumeric =
        hasRow && readings[index] != .bool
        && [.integer, .real].contains(query.storageClass(at: index))
      columns.append(ResultColumn(unique, isNumeric: isNumeric))
    }
    return columns
  }

  /// Writes the cells of a row; how many bytes of values it has.
  func write(
    _ row: borrowing Statement, into writer: inout some ResultWriter & ~Copyable
  ) throws -> Int {
    var bytes = 0
    for (index, reading) in readings.enumerated() {
      switch row.storageClass(at: index) {
      case .null: try writer.null()
      case .integer:
        let value = row.integer(at: index) ?? 0
        let isBool = reading == .bool && (value == 0 || value == 1)
        try isBool ? writer.bool(value == 1) : writer.integer(value)
        bytes += 8
      case .real:
        try writer.real(row.real(at: index) ?? 0)
        bytes += 8
      case .text: bytes += try writeText(row, index, reading, into: &writer)
      case .blob: bytes += try writeBlob(row, index, into: &writer)
      }
    }
    return bytes
  }

  /// A UNION may put another text where a map is expected, and another tool one that is no UTF-8.
  private func writeText(
    _ row: borrowing Statement, _ index: Int, _ reading: Reading,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> Int {
    try row.withBytes(at: index) { bytes in
      if reading == .json, isCompactJSON(bytes) {
        try writer.json(bytes)
      } else if UTF8Check.isValid(bytes) {
        try writer.text(bytes)
      } else {
        try writer.text(String(copying: bytes).utf8.span)
      }
      return bytes.count
    }
  }

  /// JSON that stands on one line.
  private func isCompactJSON(_ bytes: Span<UInt8>) -> Bool {
    !bytes.indices.contains { bytes[$0] < 0x20 } && inspector.kind(of: bytes) != nil
  }

  private func writeBlob(
    _ row: borrowing Statement, _ index: Int, into writer: inout some ResultWriter & ~Copyable
  ) throws -> Int {
    try row.withBytes(at: index) { bytes in
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      for index in bytes.indices {
        text.append(digits[Int(bytes[index] >> 4)])
        text.append(digits[Int(bytes[index] & 0xF)])
      }
      try writer.text(text.span)
      return text.count
    }
  }
}
