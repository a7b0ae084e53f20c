import Assets
import Testing
import TestSupport

@Suite struct KeyedHashTests {
  @Test func `each byte, and how many there are, makes another hash`() {
    let hash = KeyedHash()
    for count in 0..<140 {
      let bytes = [UInt8](repeating: 0, count: count)
      var seen: Set = [hash.hash(bytes.span)]
      for index in 0..<count {
        for bit in 0..<8 {
          var other = bytes
          other[index] ^= 1 << UInt8(bit)
          seen.insert(hash.hash(other.span))
        }
      }
      seen.insert(hash.hash((bytes + [0]).span))
      seen.insert(hash.hash(bytes.span, from: 1))
      #expect(seen.count == count * 8 + 3, "\(count)")
    }
  }

  @Test func `the same bytes have the same hash wherever they are, and another by another key`() {
    let hash = KeyedHash()
    let text = Array("a text that is longer than sixteen bytes".utf8)
    let long = [0x20] + text + text
    #expect(hash.hash(text.span) == hash.hash(long.span.extracting(1..<1 + text.count)))
    #expect(hash.hash(text.span) != KeyedHash().hash(text.span))
    #expect(hash.hash(7 as UInt64) == hash.hash(7 as UInt64))
    #expect(hash.hash(7 as UInt64) != hash.hash(8 as UInt64))
  }
}
