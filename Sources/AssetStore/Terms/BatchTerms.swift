internal import AssetFormats
internal import Assets

/// The terms of a batch's records, by the numbers of who found them.
struct BatchTerms: Sendable {
  /// Whether the numbers begin again with this batch.
  let isFirst: Bool
  private var numbers: [UInt32] = []
  /// Where the numbers of each record end.
  private var ends: [Int] = []
  /// The terms that no batch before this one had, in the order of their numbers.
  private(set) var new: [New] = []
  private(set) var texts: [UInt8] = []

  struct New: Sendable {
    let parent: UInt32
    let kind: Term.Kind
    /// Where in `texts`.
    let text: Range<Int>
  }

  fileprivate init(isFirst: Bool) { self.isFirst = isFirst }

  func ofRecord(_ index: Int) -> ArraySlice<UInt32> {
    numbers[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  fileprivate mutating func add(record terms: [UInt32]) {
    numbers += terms
    ends.append(numbers.count)
  }

  fileprivate mutating func add(new number: UInt32, _ interner: borrowing TermInterner) {
    let start = texts.count
    texts.append(span: interner.texts.span.extracting(interner.text(of: number)))
    new.append(
      New(
        parent: interner.parent(of: number), kind: interner.kind(of: number),
        text: start..<texts.count))
  }
}

/// Finds and numbers the terms of batches, on whatever thread: who writes has only to translate the numbers.
struct TermNumbering: ~Copyable {
  private var interner = TermInterner()
  private var extractor: TermExtractor
  /// How many terms have been told of.
  private var told = 0
  private let maxBytes: Int

  init(_ type: AssetType, maxBytes: Int = 36 << 20) {
    extractor = TermExtractor(type)
    self.maxBytes = maxBytes
  }

  mutating func terms(of batch: RecordBatch) throws -> BatchTerms {
    if interner.size > maxBytes {
      interner.removeAll()
      told = 0
    }
    var terms = BatchTerms(isFirst: told == 0)
    for index in 0..<batch.count {
      try extractor.extract(batch, index, &interner)
      terms.add(record: extractor.terms)
    }
    while told < interner.count {
      told += 1
      terms.add(new: UInt32(told), interner)
    }
    return terms
  }
}

/// From the numbers of a reader to those of a dictionary.
struct TermTranslation {
  private(set) var numbers: [UInt32] = []
  /// Which state of the dictionary the numbers are of.
  private(set) var epoch = -1

  mutating func begin(_ epoch: Int) {
    numbers.removeAll(keepingCapacity: true)
    self.epoch = epoch
  }

  mutating func add(_ terms: BatchTerms, _ interner: inout TermInterner) {
    guard epoch == interner.epoch else { return }
    for term in terms.new {
      let parent = term.parent == 0 ? 0 : numbers[Int(term.parent) - 1]
      numbers.append(
        interner.number(parent, term.kind, terms.texts.span.extracting(term.text)))
    }
  }
}
