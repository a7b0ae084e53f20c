internal import AssetFiles
internal import AssetJSON
internal import AssetLanguage
internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// How the columns of a query are written.
final class SQLColumns {
  private let readings: [ResultReading]
  private let titles: [String]
  private let inspector = JSONInspector()

  /// What SQLite alone knows is written as it comes.
  init(_ statement: SQLStatement, query: borrowing Statement) {
    readings =
      statement.columns?.map(\.reading)
      ?? Array(repeating: ResultReading(kind: .any, isStored: false), count: query.columnCount)
    var titles = statement.columns?.map(\.title) ?? []
    if statement.columns == nil {
      for index in 0..<query.columnCount { titles.append(query.name(at: index)) }
    }
    self.titles = titles
  }

  /// Their names, each once: JSON has no room for two.
  func columns(of query: borrowing Statement, hasRow: Bool) -> [ResultColumn] {
    var taken: Set<String> = []
    var columns: [ResultColumn] = []
    for (index, title) in titles.enumerated() {
      var (unique, count) = (title, 1)
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(title)_\(count)"
      }
      let kind = readings[index].kind
      // Where only SQLite knows, the first row tells.
      let isNumeric =
        kind == .any
        ? hasRow && [.integer, .real].contains(query.storageClass(at: index)) : kind.isNumber
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
        let isBool = reading.kind == .bool && (value == 0 || value == 1)
        try isBool ? writer.bool(value: value == 1) : writer.integer(value)
        bytes += 8
      case .real:
        try writer.real(row.real(at: index) ?? 0)
        bytes += 8
      case .text: bytes += try writeText(row, at: index, reading: reading, into: &writer)
      case .blob: bytes += try writeBlob(row, at: index, into: &writer)
      }
    }
    return bytes
  }

  private func writeText(
    _ row: borrowing Statement, at index: Int, reading: ResultReading,
    into writer: inout some ResultWriter & ~Copyable
  ) throws -> Int {
    try row.withBytes(at: index) { bytes in
      switch reading.kind {
      case .timestamp where !reading.isStored:
        let text = Array(copying: bytes) + "Z".utf8
        try writer.text(text.span)
      case .numeric:
        if let number = Numeric(sortable: bytes) {
          let text = number.text
          try writer.json(text.utf8.span)
        } else {
          try writer.text(bytes)
        }
      case .inet, .cidr:
        let text = ShownMembers.text(String(copying: bytes), type: reading.kind.typeName)
        try writer.text(text.utf8.span)
      case .array where reading.kind.innermost.isSpelled:
        let value = try JSONValue(parsing: Array(copying: bytes), named: "an array")
        let text = value.shown(as: reading.kind.innermost.typeName).text
        try writer.json(text.utf8.span)
      case .json, .map, .array:
        if isCompactJSON(bytes) { try writer.json(bytes) } else { try write(bytes, into: &writer) }
      default: try write(bytes, into: &writer)
      }
      return bytes.count
    }
  }

  /// Another tool may have written a text that is no UTF-8.
  private func write(
    _ bytes: Span<UInt8>, into writer: inout some ResultWriter & ~Copyable
  ) throws {
    if UTF8Check.isValid(bytes) {
      try writer.text(bytes)
    } else {
      try writer.text(String(copying: bytes).utf8.span)
    }
  }

  /// JSON that stands on one line.
  private func isCompactJSON(_ bytes: Span<UInt8>) -> Bool {
    !bytes.indices.contains { bytes[$0] < 0x20 } && inspector.kind(of: bytes) != nil
  }

  private func writeBlob(
    _ row: borrowing Statement, at index: Int, into writer: inout some ResultWriter & ~Copyable
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
