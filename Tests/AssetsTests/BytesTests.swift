import Assets
import Testing

@Suite struct BytesTests {
  @Test func `the order is that of bytes, at any length`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let left: [UInt8] = (0..<Int.random(in: 0..<20, using: &random)).map { _ in
        [0x00, 0x61, 0xFF].randomElement(using: &random) ?? 0
      }
      var right = left
      if !right.isEmpty, Bool.random(using: &random) {
        right[Int.random(in: right.indices, using: &random)] ^= 0x80
      }
      if Bool.random(using: &random) { right.append(0x61) }
      let order = compareBytes(left.span, with: right.span)
      #expect((order < 0) == left.lexicographicallyPrecedes(right), "\(left) \(right)")
      #expect((order == 0) == (left == right), "\(left) \(right)")
      #expect(left.span.isIdentical(inBytesTo: right.span) == (left == right))
    }
  }
}
