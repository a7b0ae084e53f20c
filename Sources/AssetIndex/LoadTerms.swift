package import AssetExports
internal import Assets

/// Finds the terms of the records of a load, which are all new, and get ids in their order.
package struct LoadTerms: ~Copyable {
  private var extractors: [TypeName: TermExtractor] = [:]
  private var gatherer = TermGatherer()
  private var nextID: Int64

  package init(firstID: Int64) { nextID = firstID }

  package mutating func add(_ batch: RecordBatch) throws {
    guard let type = batch.type else { return }
    var extractor = extractors.removeValue(forKey: type.name) ?? TermExtractor(type)
    for index in 0..<batch.count {
      try extractor.extract(batch, at: index, with: &gatherer.interner)
      gatherer.add(extractor.terms, of: nextID)
      nextID += 1
    }
    extractors[type.name] = extractor
  }

  /// What is to be written next, as far as there is something.
  package mutating func next() -> GatheredTerms? { gatherer.next() }

  /// The same at the end: call it until there is nothing left.
  package mutating func last() -> GatheredTerms? { gatherer.last() }
}
