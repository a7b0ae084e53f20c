internal import Assets

/// Gathers the terms of assets, block by block, on whatever thread: who writes them has to look each term up once a block,
/// instead of once for each asset that has it. Ids come in any order; a block that comes again is written again.
package struct TermGatherer: ~Copyable {
  /// Numbers the terms that are added. It forgets them when it has taken so much memory, and begins again.
  package var interner = TermInterner()
  private let maxBytes: Int
  private var block: Int64 = 0
  /// The terms of all assets of the block, one asset behind the other.
  private var numbers: [UInt32] = []
  /// The lower bits of the assets' ids, and where the numbers of each are.
  private var assets: [(low: UInt16, numbers: Range<Int>)] = []
  /// Whether each id is above the one before it.
  private var isInOrder = true
  /// How many terms have been told of.
  private var told = 0
  private var ready: [GatheredTerms] = []

  /// At most so many numbers are kept for a block before they are handed on.
  private static let maxNumbers = 1 << 22

  package init(maxBytes: Int = 48 << 20) { self.maxBytes = maxBytes }

  /// - Parameters:
  ///   - terms: each once, numbered by `interner`.
  ///   - id: of an asset that was not added before.
  package mutating func add(_ terms: [UInt32], of id: Int64) {
    let id = AssetID(id)
    if id.block != block {
      close()
      block = id.block
    }
    let low = id.low
    if let last = assets.last, last.low >= low { isInOrder = false }
    let start = numbers.count
    numbers += terms
    assets.append((low, start..<numbers.count))
  }

  /// What is to be written next, as far as there is something. Call it between assets: the numbers of those before may
  /// not be valid any more.
  package mutating func next() -> GatheredTerms? {
    if interner.size > maxBytes {
      close()
      interner.removeAll()
      told = 0
    } else if numbers.count > Self.maxNumbers {
      close()
    }
    return ready.isEmpty ? nil : ready.removeFirst()
  }

  /// The same at the end: call it until there is nothing left.
  package mutating func last() -> GatheredTerms? {
    close()
    return next()
  }

  /// Makes the block's assets ready to be written.
  private mutating func close() {
    guard !assets.isEmpty else { return }
    if !isInOrder { sortAssets() }
    // By number: how many of the block's assets have the term.
    var counts = [UInt32](repeating: 0, count: interner.count + 1)
    for number in numbers { counts[Int(number)] += 1 }
    let blobs = makeBlobs(counts)
    let (newTerms, texts) = tellNew()
    ready.append(
      GatheredTerms(
        isFirst: told == newTerms.count, block: block, newTerms: newTerms, texts: texts,
        postings: counts.enumerated().lazy.filter { $0.element > 0 }.map {
          GatheredTerms.Posting(number: UInt32($0.offset), count: $0.element)
        }, blobs: blobs))
    numbers.removeAll(keepingCapacity: true)
    assets.removeAll(keepingCapacity: true)
    isInOrder = true
  }

  /// The ids of several types interleave, and who goes through them type by type brings them so.
  private mutating func sortAssets() {
    assets.sort { $0.low < $1.low }
    precondition(
      zip(assets, assets.dropFirst()).allSatisfy { $0.low < $1.low }, "an asset was added twice")
  }

  /// The assets are in the order of their ids, so that each goes behind those that its terms have.
  private func makeBlobs(_ counts: [UInt32]) -> [UInt8] {
    // By number: where its next id is written, or its bitmap begins.
    var offsets = [Int](repeating: 0, count: counts.count)
    var end = 0
    for number in counts.indices where counts[number] > 0 {
      offsets[number] = end
      end += BlockBlob.size(of: Int(counts[number]))
    }
    var blobs = [UInt8](repeating: 0, count: end)
    for asset in assets {
      for number in numbers[asset.numbers] {
        let number = Int(number)
        BlockBlob.write(
          asset.low, ofSetOf: Int(counts[number]), to: &blobs, at: &offsets[number])
      }
    }
    return blobs
  }

  private mutating func tellNew() -> ([GatheredTerms.NewTerm], [UInt8]) {
    var terms: [GatheredTerms.NewTerm] = []
    var texts: [UInt8] = []
    terms.reserveCapacity(interner.count - told)
    while told < interner.count {
      told += 1
      let number = UInt32(told)
      texts.append(span: interner.texts.span.extracting(interner.text(of: number)))
      terms.append(
        .init(
          parent: interner.parent(of: number), textEnd: UInt32(texts.count),
          kind: interner.kind(of: number)))
    }
    return (terms, texts)
  }
}
