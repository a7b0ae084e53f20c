internal import Assets

/// Which ids of one span have which terms, and the terms that are new with it, by the numbers of who gathered them.
struct GatheredTerms: Sendable {
  /// Of the terms that nothing before this had, in the order of their numbers.
  struct NewTerm: Sendable {
    let parent: UInt32
    /// Where in `texts` its text ends, which begins where the one before ends.
    let textEnd: UInt32
    let kind: Term.Kind
  }

  /// How many ids have a term.
  struct Posting: Sendable {
    let number: UInt32
    let count: UInt32
  }

  /// Whether the numbers begin again with this one.
  let isFirst: Bool
  let span: Int64
  let newTerms: [NewTerm]
  let texts: [UInt8]
  /// In the order of their numbers.
  let postings: [Posting]
  /// The ids of each, one behind the other, spelled as the table `spans` has them.
  let blobs: [UInt8]

  /// Lends each posting and where in `blobs` its ids are.
  func forEachPosting(_ body: (Posting, Range<Int>) throws -> Void) rethrows {
    var start = 0
    for posting in postings {
      let end = start + SpanBlob.size(of: Int(posting.count))
      try body(posting, start..<end)
      start = end
    }
  }

  /// Lends each new term and where in `texts` its text is.
  func forEachNewTerm(_ body: (NewTerm, Range<Int>) throws -> Void) rethrows {
    var start = 0
    for term in newTerms {
      try body(term, start..<Int(term.textEnd))
      start = Int(term.textEnd)
    }
  }

  /// About how much memory it takes, in bytes.
  var weight: Int {
    texts.count + blobs.count + newTerms.count * MemoryLayout<NewTerm>.stride
      + postings.count * MemoryLayout<Posting>.stride
  }
}
