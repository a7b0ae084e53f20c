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
  /// - Parameter splitsCommas: whether a value is a comma-joined set (`hstore_csv`).
  mutating func read(
    _ tape: borrowing JSONTape, _ index: Int, splitsCommas: Bool, into text: inout [UInt8]
  ) throws(ValueFault) {
    oddity = Oddity()
    if !splitsCommas, plain.write(tape, index, to: &text) { return }
    pairs.begin(splitsCommas: splitsCommas)
    let repetition = try collect(tape, index)
    pairs.builder.write(to: &text, repetition: repetition)
    oddity.repetition = pairs.builder.repeated ? repetition : nil
    oddity.hadAttributes = pairs.hadAttributes
    oddity.isReduced = pairs.builder.repeated || pairs.hadOrder || pairs.builder.hadOrder
  }

  /// Collects the pairs; says what a repeated key means in the spelling that was found.
  private mutating func collect(
    _ tape: borrowing JSONTape, _ index: Int
  ) throws(ValueFault) -> MapBuilder.Repetition {
    guard tape.kind(at: index) == .string else { return try pairs.read(tape, index) }
    guard !tape.withBytes(at: index, NestedJSON.isContainer) else {
      return try nested.read(tape, index) { tape throws(ValueFault) in
        try pairs.read(tape, JSONTape.root)
      }
    }
    do throws(HstoreFault) {
      try tape.withBytes(at: index) { text throws(HstoreFault) in
        try hstore.read(text, into: &pairs.builder)
      }
    } catch {
      throw ValueFault(
        index, "the text is no hstore: \(error.reason)",
        "write a map as an object, a list of tags, or hstore text: \"key\"=>\"value\"")
    }
    return .first
  }
}
