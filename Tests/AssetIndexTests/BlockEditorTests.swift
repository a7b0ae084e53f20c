import AssetIndex
import Assets
import Testing
import TestSupport

@Suite struct BlockEditorTests {
  private func blob(_ ids: Set<UInt16>) -> [UInt8] {
    var blob: [UInt8] = []
    BlockBlob.append(ids.sorted(), to: &blob)
    return blob
  }

  /// Lists that stay lists, bitmaps that stay bitmaps, and what becomes the other.
  @Test(arguments: [0, 3, 4_094, 4_095, 4_096, 5_000], [1, 200, 6_000])
  func `an edited blob spells the set that a plain one has become`(size: Int, edits: Int) throws {
    var random = SeededGenerator(seed: UInt64(size + edits))
    var ids = Set<UInt16>()
    while ids.count < size { ids.insert(.random(in: 0..<6_000, using: &random)) }
    var editor = BlockEditor()
    try editor.begin(blob(ids).span)
    // In the order that assets were rewritten in: an id may be lost and gained, and gained and lost.
    var changes: [BlockChange] = []
    for _ in 0..<edits {
      let low = UInt16.random(in: 0..<6_000, using: &random)
      let isRemoved = ids.contains(low)
      changes.append(BlockChange(term: 7, low: low, isRemoved: isRemoved))
      if isRemoved { ids.remove(low) } else { ids.insert(low) }
    }
    editor.apply(changes[...])
    #expect(editor.blob == blob(ids))
  }

  @Test func `an editor forgets the set before`() throws {
    var editor = BlockEditor()
    for first in [Set(0..<5_000), Set(0..<5)] as [Set<UInt16>] {
      try editor.begin(blob(first).span)
      editor.apply([BlockChange(term: 1, low: 9_999, isRemoved: false)])
      #expect(editor.blob == blob(first.union([9_999])))
      editor.begin()
      editor.apply([BlockChange(term: 1, low: 7, isRemoved: false)])
      #expect(editor.blob == [7, 0])
    }
  }

  @Test func `what is lost to the last is empty`() throws {
    var editor = BlockEditor()
    try editor.begin(blob([3, 4]).span)
    editor.apply(
      [3, 4].map { BlockChange(term: 1, low: $0, isRemoved: true) }[...])
    #expect(editor.blob.isEmpty)
  }

  @Test(arguments: [[3, 0, 2, 0], [3, 0, 3, 0], [1]] as [[UInt8]])
  func `a list out of order is damage`(blob: [UInt8]) {
    var editor = BlockEditor()
    #expect(throws: Fault.self) { try editor.begin(blob.span) }
  }
}
