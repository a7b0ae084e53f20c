package import Assets

/// Records of one type, mapped to its fields and laid out for the store: a cell for each field of each record, and
/// one for what the type does not name. Texts are places in one buffer, so that a batch costs no allocation a record.
package struct RecordBatch: Sendable {
  /// The value of a field.
  package enum Cell: Hashable, Sendable {
    /// The record does not have the field.
    case absent
    /// The record says that there is nothing.
    case null
    case integer(Int64)
    case real(Double)
    /// UTF-8, at this place of the batch's bytes: JSON for fields that hold it.
    case text(Range<Int>)
  }

  /// The type of its records; nil if it holds none, but records that were refused.
  package let type: AssetType?
  /// How many cells a record has: one for each field of the type, in its order, and the last for the extra fields.
  package let width: Int
  /// The texts of the cells, one behind the other.
  package internal(set) var bytes: [UInt8] = []
  /// Those of the first record, then those of the second.
  package internal(set) var cells: [Cell] = []
  /// Where each record came from.
  package internal(set) var places: [Place] = []
  /// The records that were refused among these, where they are kept.
  package internal(set) var rejections: [Rejection] = []
  private var rejectedBytes = 0

  /// - Parameter withRoom: whether it takes the memory that a full batch needs at once.
  package init(of type: AssetType?, withRoom: Bool = false) {
    self.type = type
    width = (type?.fields.count ?? 0) + 1
    guard withRoom else { return }
    bytes.reserveCapacity(Self.fullBytes + Self.fullBytes / 4)
    cells.reserveCapacity(min(Self.fullCount * width, 1 << 16))
    places.reserveCapacity(Self.fullCount)
  }

  /// How many records it holds.
  package var count: Int { places.count }
  /// Whether it holds no record.
  package var isEmpty: Bool { places.isEmpty }

  /// About how much memory it takes, in bytes.
  package var weight: Int {
    bytes.count + rejectedBytes + cells.count * MemoryLayout<Cell>.stride
  }

  /// The cells of one record.
  package func record(_ index: Int) -> ArraySlice<Cell> {
    cells[index * width..<(index + 1) * width]
  }

  /// Whether it holds as much as is worth handing on at once.
  var isFull: Bool {
    bytes.count + rejectedBytes >= Self.fullBytes || count + rejections.count >= Self.fullCount
  }

  /// What a cell holds, to be read by a person.
  func text(of cell: Cell) -> String {
    switch cell {
    case .absent, .null: ""
    case .integer(let value): String(value)
    case .real(let value): String(value)
    case .text(let range): String(decoding: bytes[range], as: UTF8.self).shortened(toScalars: 200)
    }
  }

  mutating func add(_ refused: [Rejection]) {
    rejections += refused
    rejectedBytes += refused.reduce(0) { $0 + $1.size }
  }

  private static let fullBytes = 1 << 20
  private static let fullCount = 4_096
}

extension RecordBatch.Cell {
  /// Whether it holds nothing that could tell one asset from another.
  var isMissing: Bool {
    switch self {
    case .absent, .null: true
    case .text(let range): range.isEmpty
    case .integer, .real: false
    }
  }
}
