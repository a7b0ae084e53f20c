internal import Assets

/// Which ids of one span have which terms, and the terms that are new with it, by the numbers of who gathered them.
struct GatheredTerms: Sendable {
  /// Of the terms that nothing before this had, in the order of their numbers.
  struct NewTerm: Sendable {
    let parent: UInt32
    let kind: Term.Kind
    /// Where in `texts`.
    let text: Range<Int>
  }

  /// The ids that have a term.
  struct Posting: Sendable {
    let number: UInt32
    let count: UInt32
    /// Where in `blobs` they are, spelled as the table `spans` has it.
    let blob: Range<Int>
  }

  /// Whether the numbers begin again with this one.
  let isFirst: Bool
  let span: Int64
  let newTerms: [NewTerm]
  let texts: [UInt8]
  /// In the order of their numbers.
  let postings: [Posting]
  let blobs: [UInt8]

  /// About how much memory it takes, in bytes.
  var weight: Int {
    texts.count + blobs.count + newTerms.count * MemoryLayout<NewTerm>.stride
      + postings.count * MemoryLayout<Posting>.stride
  }
}
