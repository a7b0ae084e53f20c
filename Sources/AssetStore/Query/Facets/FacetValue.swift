internal import AssetOutput
internal import Assets
internal import AssetSQLite

/// A value that a facet counts.
enum FacetValue: Hashable {
  case missing
  /// Bytes: to a String, letters that are composed differently are the same.
  case text([UInt8])
  case integer(Int64)
  case real(Double)
  case bool(Bool)
  case json([UInt8])

  /// A term's text as a value of the field.
  init(_ text: Span<UInt8>, reading: ResultCell.Reading) {
    switch reading {
    case .integer: self = .integer(Int64(String(copying: text)) ?? 0)
    case .bool: self = .bool(text.count == 1 && text[0] == UInt8(ascii: "1"))
    case .text, .json, .real, .mapValue: self = .text(Array(copying: text))
    }
  }

  /// A column of a row.
  init(_ row: borrowing Statement, column: Int, reading: ResultCell.Reading) {
    switch row.storageClass(at: column) {
    case .null: self = .missing
    case .integer where reading == .bool: self = .bool(row.integer(at: column) == 1)
    case .integer: self = .integer(row.integer(at: column) ?? 0)
    case .real: self = .real(row.real(at: column) ?? 0)
    case .text, .blob:
      let bytes = row.withBytes(at: column) { Array(copying: $0) }
      self = reading == .json ? .json(bytes) : .text(bytes)
    }
  }

  func write(to writer: inout some ResultWriter & ~Copyable) throws {
    switch self {
    case .missing: try writer.null()
    case .text(let bytes): try writer.text(bytes.span)
    case .integer(let value): try writer.integer(value)
    case .real(let value): try writer.real(value)
    case .bool(let value): try writer.bool(value: value)
    case .json(let bytes): try writer.json(bytes.span)
    }
  }

  /// The order of values that are equally frequent; what is missing comes last.
  static func precedes(_ left: FacetValue, _ right: FacetValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)), (.json(let left), .json(let right)):
      compareBytes(left.span, with: right.span) < 0
    case (.integer(let left), .integer(let right)): left < right
    case (.real(let left), .real(let right)): left < right
    case (.bool(let left), .bool(let right)): !left && right
    default: left.rank < right.rank
    }
  }

  private var rank: Int {
    switch self {
    case .bool: 0
    case .integer: 1
    case .real: 2
    case .text: 3
    case .json: 4
    case .missing: 5
    }
  }
}
