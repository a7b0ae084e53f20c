internal import AssetExports
internal import AssetJSON
internal import Assets
internal import AssetSQLite

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
  ///   - reduced: its fields that are maps and say less than what they were read from.
  /// - Throws: `guarded`, with the first value that is not.
  func require(_ row: borrowing Statement, batch: RecordBatch, reduced: [Int]) throws {
    let cells = Array(batch.record(0))
    for (column, field) in old.fields.enumerated() where !row.isNull(at: column) {
      guard let index = new.fields.firstIndex(where: { $0.name == field.name }) else { continue }
      let dataType = new.fields[index].dataType
      guard dataType != field.dataType else { continue }
      let isWhole =
        switch cells[index] {
        case .absent, .null: false
        case .integer(let value):
          isWhole(row, column: column, before: field.dataType, value: value, after: dataType)
        case .real(let value): isWhole(row, column: column, before: field.dataType, value: value)
        case .text where dataType.isMap: !reduced.contains(index)
        case .text(let range):
          isWhole(
            row, column: column, before: field.dataType, text: batch.bytes[range], after: dataType)
        }
      guard !isWhole else { continue }
      throw Fault(
        .guarded, what: "type \(old.name), field \(field.name)",
        why: "'\(row.text(at: column) ?? "")' of the asset '\(row.text(at: 0) ?? "")' is no "
          + "\(dataType.rawValue) without loss",
        advice: "keep the data type \(field.dataType.rawValue), or mend the asset")
    }
  }

  // What was text has to be spelled the same again: '010' is no number.

  private func isWhole(
    _ row: borrowing Statement, column: Int, before: DataType, value: Int64,
    after: DataType
  ) -> Bool {
    switch before {
    case .string, .json:
      row.text(at: column) == (after != .bool ? String(value) : value == 1 ? "true" : "false")
    case .float64: row.real(at: column) == Double(value)
    default: row.integer(at: column) == value
    }
  }

  private func isWhole(
    _ row: borrowing Statement, column: Int, before: DataType, value: Double
  ) -> Bool {
    switch before {
    case .string, .json: row.text(at: column) == String(value)
    default: row.integer(at: column).flatMap(Double.init(exactly:)) == value
    }
  }

  private func isWhole(
    _ row: borrowing Statement, column: Int, before: DataType, text: ArraySlice<UInt8>,
    after: DataType
  ) -> Bool {
    switch (before, after) {
    case (.string, .timestamp):
      isSame(Array((row.text(at: column) ?? "").utf8)[...], timestamp: text)
    case (.json, .timestamp) where row.text(at: column)?.utf8.first == UInt8(ascii: "\""):
      isSame(Array((row.text(at: column) ?? "").utf8).dropFirst().dropLast(), timestamp: text)
    case (_, .array): holdsAll(of: row.text(at: column) ?? "", after: Array(text))
    // Text takes anything, JSON too, and a number of seconds says which moment it is.
    default: true
    }
  }

  /// A date alone is kept beside its midnight.
  private func isSame(_ before: ArraySlice<UInt8>, timestamp: ArraySlice<UInt8>) -> Bool {
    timestamp.starts(with: before)
      && (timestamp.count == before.count
        || timestamp.dropFirst(before.count).elementsEqual("T00:00:00Z".utf8))
  }

  /// Whether a list has the elements of another one, each with its text: a number may have become one, but `"010"` is no
  /// number. An object's labels are kept beside the list where the list does not say all of them.
  private func holdsAll(of before: String, after: [UInt8]) -> Bool {
    guard let before = try? JSONValue(parsing: before.utf8, named: "the value"),
      let after = (try? JSONValue(parsing: after, named: "the list"))?.array
    else { return false }
    guard let elements = before.array else { return true }
    return elements.count == after.count
      && zip(elements, after).allSatisfy { element, new in
        (element == .null) == (new == .null)
          && (element.string ?? element.text).utf8.elementsEqual((new.string ?? new.text).utf8)
      }
  }
}

extension Statement {
  /// An asset as an export of this program spells it: its fields and, in `_extra`, what the type does not name.
  borrowing func record(of type: AssetType) -> [UInt8] {
    var text = Array("{".utf8)
    for (column, field) in type.fields.enumerated() where !isNull(at: column) {
      if text.count > 1 { text.append(UInt8(ascii: ",")) }
      JSONText.append(string: field.name, to: &text)
      text.append(UInt8(ascii: ":"))
      append(column, as: field.dataType, to: &text)
    }
    if !isNull(at: type.fields.count) {
      text.append(contentsOf: #","_extra":"#.utf8)
      withBytes(at: type.fields.count) { text.append(span: $0) }
    }
    text.append(UInt8(ascii: "}"))
    return text
  }

  private borrowing func append(_ column: Int, as dataType: DataType, to text: inout [UInt8]) {
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
