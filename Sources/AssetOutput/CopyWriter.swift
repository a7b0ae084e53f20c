internal import AssetFiles
package import Assets

/// Writes rows as PostgreSQL's COPY reads them in its text format: a line a row, tabs between cells, `\N` for null.
package struct CopyWriter: RowWriter, ~Copyable {
  /// How a cell is spelled.
  package enum Cell: Hashable, Sendable {
    case plain
    case array(DataType.Element)
    /// An `hstore`.
    case map
    /// The same, and behind all other cells a `text[]` with its terms.
    case mapWithTerms
  }

  /// Takes what stands around the rows.
  package var stream: OutputStream
  private var cells: [Cell] = []
  private var column = 0
  private var maps = CopyMap()
  private var arrays = CopyArray()
  /// The terms of the row so far.
  private var terms: [UInt8] = []
  private var unused: [UInt8] = []

  package init(_ stream: consuming OutputStream) { self.stream = stream }

  /// From now on rows have these cells.
  package mutating func begin(cells: [Cell]) { self.cells = cells }

  /// Ends the rows.
  package mutating func end() throws { try stream.write("\\.\n") }

  package mutating func null() {
    let cell = next()
    stream.buffer.append(contentsOf: #"\N"#.utf8)
    if cell == .mapWithTerms { terms.append(contentsOf: "\t\\N".utf8) }
  }

  package mutating func bool(value: Bool) {
    _ = next()
    stream.buffer.append(UInt8(ascii: value ? "t" : "f"))
  }

  package mutating func integer(_ value: Int64) {
    _ = next()
    JSONText.append(integer: value, to: &stream.buffer)
  }

  package mutating func real(_ value: Double) {
    _ = next()
    CopyText.append(real: value, to: &stream.buffer)
  }

  package mutating func text(_ bytes: Span<UInt8>) {
    _ = next()
    CopyText.append(bytes, to: &stream.buffer)
  }

  /// - Throws: `damaged` for what is not the JSON that such a cell is kept as.
  package mutating func json(_ bytes: Span<UInt8>) throws {
    let isWhole: Bool
    switch next() {
    case .plain:
      CopyText.append(bytes, to: &stream.buffer)
      isWhole = true
    case .array(let element): isWhole = arrays.append(bytes, of: element, to: &stream.buffer)
    case .map:
      isWhole = maps.append(bytes, to: &stream.buffer, terms: &unused)
      unused.removeAll(keepingCapacity: true)
    case .mapWithTerms:
      terms.append(contentsOf: "\t{".utf8)
      isWhole = maps.append(bytes, to: &stream.buffer, terms: &terms)
      terms.append(UInt8(ascii: "}"))
    }
    guard isWhole else {
      throw Fault(
        .damaged, what: "the store", why: "a map or a list is not as it was written",
        advice: "see: assetstore verify")
    }
  }

  private mutating func next() -> Cell {
    if column > 0 { stream.buffer.append(UInt8(ascii: "\t")) }
    column += 1
    return cells[column - 1]
  }

  package mutating func endRow() throws {
    stream.append(terms, at: terms.indices)
    stream.buffer.append(UInt8(ascii: "\n"))
    terms.removeAll(keepingCapacity: true)
    column = 0
    try stream.writeIfFull()
  }
}
