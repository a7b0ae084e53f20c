internal import AssetFormats
internal import Assets
internal import SQLite

/// Whether a value of one data type is still all there as one of another.
struct LosslessCheck {
  private let old: AssetType
  private let new: AssetType

  init(from old: AssetType, to new: AssetType) {
    self.old = old
    self.new = new
  }

  /// - Parameters:
  ///   - row: the asset under the old definition, its fields first.
  ///   - batch: the same under the new one.
  /// - Throws: `guarded`, with the first value that is not.
  func require(_ row: borrowing Statement, _ batch: RecordBatch) throws {
    let cells = Array(batch.record(0))
    for (column, field) in old.fields.enumerated() where !row.isNull(at: column) {
      guard let index = new.fields.firstIndex(where: { $0.name == field.name }) else { continue }
      let dataType = new.fields[index].dataType
      guard dataType != field.dataType else { continue }
      guard isWhole(row, column, field.dataType, cells[index], dataType, batch.bytes) else {
        throw Fault(
          .guarded, "type \(old.name), field \(field.name)",
          why: "'\(row.text(at: column) ?? "")' of the asset '\(row.text(at: 0) ?? "")' is no "
            + "\(dataType.rawValue) without loss",
          advice: "keep the data type \(field.dataType.rawValue), or mend the asset")
      }
    }
  }

  private func isWhole(
    _ row: borrowing Statement, _ column: Int, _ before: DataType, _ cell: RecordBatch.Cell,
    _ after: DataType, _ bytes: [UInt8]
  ) -> Bool {
    switch (cell, before) {
    case (.null, _): false
    // Spelled again it has to be the same: '010' is no number.
    case (.integer(let value), .string) where after == .bool:
      row.text(at: column) == (value == 1 ? "true" : "false")
    case (.integer(let value), .string): row.text(at: column) == String(value)
    case (.real(let value), .string): row.text(at: column) == String(value)
    case (.real(let value), _): row.integer(at: column).flatMap(Double.init(exactly:)) == value
    case (.integer(let value), .float64): row.real(at: column) == Double(value)
    case (.integer(let value), _): row.integer(at: column) == value
    // Text takes anything, and what becomes JSON was checked when it was read.
    case (.text, _): true
    }
  }
}

extension Statement {
  /// An asset as an export of it would spell it: its fields and, among them, what the type does not name.
  borrowing func record(of type: AssetType) -> [UInt8] {
    var text = Array("{".utf8)
    for (column, field) in type.fields.enumerated() where !isNull(at: column) {
      if text.count > 1 { text.append(UInt8(ascii: ",")) }
      JSONText.append(string: field.name, to: &text)
      text.append(UInt8(ascii: ":"))
      append(column, field.dataType, to: &text)
    }
    withBytes(at: type.fields.count) { extra in
      guard extra.count > 2 else { return }
      text.append(UInt8(ascii: ","))
      text.append(span: extra.extracting(1..<extra.count - 1))
    }
    text.append(UInt8(ascii: "}"))
    return text
  }

  private borrowing func append(_ column: Int, _ dataType: DataType, to text: inout [UInt8]) {
    switch dataType {
    case .bool: text.append(contentsOf: (integer(at: column) == 1 ? "true" : "false").utf8)
    case .string, .timestamp: withBytes(at: column) { JSONText.append(string: $0, to: &text) }
    // SQLite's own text of a number has fifteen digits only.
    case .float64: JSONText.append(real: real(at: column) ?? 0, to: &text)
    case .int64, .json, .hstore, .hstoreCSV, .array:
      withBytes(at: column) { text.append(span: $0) }
    }
  }
}
