internal import Assets

/// Which ids of one block have which terms, and the terms that are new with it, by the numbers of who gathered them.
package struct GatheredTerms: Sendable {
  /// Of the terms that nothing before this had, in the order of their numbers.
  package struct NewTerm: Sendable {
    let parent: UInt32
    /// Where in `texts` its text ends, which begins where the one before ends.
    let textEnd: UInt32
    let kind: Term.Kind
  }

  /// How many ids have a term.
  package struct Posting: Sendable {
    let number: UInt32
    let count: UInt32
  }

  /// Whether the numbers begin again with this one.
  package let isFirst: Bool
  package let block: Int64
  package let newTerms: [NewTerm]
  package let texts: [UInt8]
  /// In the order of their numbers.
  package let postings: [Posting]
  /// The ids of each, one behind the other, spelled as the table `blocks` has them.
  package let blobs: [UInt8]

  /// Lends each posting and where in `blobs` its ids are.
  package func forEachPosting(_ body: (Posting, Range<Int>) throws -> Void) rethrows {
    var start = 0
    for posting in postings {
      let end = start + BlockBlob.size(of: Int(posting.count))
      try body(posting, start..<end)
      start = end
    }
  }

  /// Lends each new term and where in `texts` its text is.
  package func forEachNewTerm(_ body: (NewTerm, Range<Int>) throws -> Void) rethrows {
    var start = 0
    for term in newTerms {
      try body(term, start..<Int(term.textEnd))
      start = Int(term.textEnd)
    }
  }

  /// About how much memory it takes, in bytes.
  package var weight: Int {
    texts.count + blobs.count + newTerms.count * MemoryLayout<NewTerm>.stride
      + postings.count * MemoryLayout<Posting>.stride
  }
}
