internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Reads a map in any spelling that exports use, and writes it in canonical form.
struct MapReader: ~Copyable {
  private var plain = PlainMapWriter()
  private var pairs = PairReader()
  private var hstore = HstoreReader()
  private var nested = NestedJSON()

  /// What was odd about the last map and taken all the same.
  private(set) var oddity = Oddity()

  struct Oddity {
    /// A key stood twice where only one value can count: this one.
    var repetition: MapBuilder.Repetition?
    /// A list of tags said more of a tag than key and value.
    var hadAttributes = false
    /// It says less than what it was read from: a value does not count, or the values of a key have lost their order.
    var isReduced = false
  }

  /// Appends the canonical text of the map at an index: of an object, of a list of tags, or of text that spells one
  /// or is hstore.
  ///
  /// - Parameter splitsCommas: whether a value is a comma-joined set, as only DDSQL writes them.
  mutating func read(
    _ tape: borrowing JSONTape, at index: Int, splitsCommas: Bool, into text: inout [UInt8]
  ) throws(ValueFault) {
    oddity = Oddity()
    if !splitsCommas, !tape.isLoneTag(index), plain.write(tape, object: index, to: &text) { return }
    pairs.begin(splitsCommas: splitsCommas)
    write(try collect(tape, at: index), to: &text)
  }

  /// Appends the canonical text of a map whose members stand in a record by themselves, as `tags.env`.
  ///
  /// - Parameter parts: where on the tape their names are, and where in these the keys begin.
  mutating func read(
    _ tape: borrowing JSONTape, parts: [MapPart], splitsCommas: Bool, into text: inout [UInt8]
  ) throws(ValueFault) {
    oddity = Oddity()
    pairs.begin(splitsCommas: splitsCommas)
    for part in parts { try pairs.add(tape, part: part) }
    write(.last, to: &text)
  }

  private mutating func write(_ repetition: MapBuilder.Repetition, to text: inout [UInt8]) {
    pairs.builder.write(to: &text, repetition: repetition)
    oddity.repetition = pairs.builder.repeated ? repetition : nil
    oddity.hadAttributes = pairs.hadAttributes
    oddity.isReduced = pairs.builder.repeated || pairs.hadOrder || pairs.builder.hadOrder
  }

  /// Collects the pairs; says what a repeated key means in the spelling that was found.
  private mutating func collect(
    _ tape: borrowing JSONTape, at index: Int
  ) throws(ValueFault) -> MapBuilder.Repetition {
    guard tape.kind(at: index) == .string else { return try pairs.read(tape, at: index) }
    if tape.withBytes(at: index, body: NestedJSON.isContainer) {
      return try collectContainer(tape, at: index)
    }
    return try collectText(tape, at: index)
  }

  /// Text that begins as an object or a list does: mostly it is JSON.
  private mutating func collectContainer(
    _ tape: borrowing JSONTape, at index: Int
  ) throws(ValueFault) -> MapBuilder.Repetition {
    let splitsCommas = pairs.builder.splitsCommas
    do throws(ValueFault) {
      return try nested.read(tape, at: index) { tape throws(ValueFault) in
        try pairs.read(tape, at: JSONTape.root)
      }
    } catch {
      pairs.begin(splitsCommas: splitsCommas)
      if let json = tape.withBytes(at: index, body: PythonText.json),
        let repetition = try? nested.read(
          json, at: index,
          body: { tape throws(ValueFault) in
            try pairs.read(tape, at: JSONTape.root)
          })
      {
        return repetition
      }
      pairs.begin(splitsCommas: splitsCommas)
      guard let repetition = try? collectText(tape, at: index) else { throw error }
      return repetition
    }
  }

  /// hstore text, or what other tools write.
  private mutating func collectText(
    _ tape: borrowing JSONTape, at index: Int
  ) throws(ValueFault) -> MapBuilder.Repetition {
    let splitsCommas = pairs.builder.splitsCommas
    do throws(HstoreFault) {
      try tape.withBytes(at: index) { text throws(HstoreFault) in
        try hstore.read(text, into: &pairs.builder)
      }
      return .first
    } catch {
      pairs.begin(splitsCommas: splitsCommas)
      if tape.withBytes(at: index, body: { CellMap.read($0, into: &pairs.builder) }) {
        return .last
      }
      throw ValueFault(
        index, reason: "the text is no map: as hstore it has a \(error.reason)",
        advice:
          "write a map as an object, a list of tags, hstore text (\"key\"=>\"value\") or a=b,c=d")
    }
  }
}

/// A member of a map that stands in a record by itself.
struct MapPart {
  /// Which field it is of.
  let field: Int
  /// Where on the tape its name is.
  let name: Int
  /// Where in its name the key begins.
  let keyStart: Int
}
