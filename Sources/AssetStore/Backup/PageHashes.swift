internal import Assets

/// The pages of a file, each by a keyed hash: what a copy of it is held against.
struct PageHashes {
  private let hash = KeyedHash()
  private let pageSize: Int
  private var hashes: [UInt64] = []

  init(pageSize: Int) { self.pageSize = pageSize }

  /// Takes in the next pages.
  mutating func append(_ pages: Span<UInt8>) {
    for start in stride(from: 0, to: pages.count, by: pageSize) {
      hashes.append(hash.hash(pages.extracting(start..<start + pageSize)))
    }
  }

  /// How many of these pages are not what was taken in.
  ///
  /// - Parameter first: the number of the first one, from 1 on.
  func differences(_ pages: Span<UInt8>, from first: Int) -> Int {
    var count = 0
    for (index, start) in stride(from: 0, to: pages.count, by: pageSize).enumerated() {
      let known = first - 1 + index < hashes.count ? hashes[first - 1 + index] : nil
      if hash.hash(pages.extracting(start..<start + pageSize)) != known { count += 1 }
    }
    return count
  }
}
