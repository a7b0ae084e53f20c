import Assets
import Testing

@Suite struct TextMemoTests {
  @Test func `what is remembered comes back with its number, and nothing else does`() {
    var memo = TextMemo()
    let texts = (0..<1_000).map { Array("text \($0)".utf8) }
    for (number, text) in texts.enumerated() {
      #expect(memo.value(of: text.span) == nil)
      #expect(memo.remember(text.span, value: number))
    }
    for (number, text) in texts.enumerated() { #expect(memo.value(of: text.span) == number) }
    for text in ["", "text", "text 1000", "text 1 "] {
      #expect(memo.value(of: Array(text.utf8).span) == nil)
    }
  }

  @Test func `an empty text is one like others`() {
    var memo = TextMemo()
    #expect(memo.remember([UInt8]().span, value: 7) && memo.remember([0].span, value: 8))
    #expect(memo.value(of: [UInt8]().span) == 7 && memo.value(of: [0].span) == 8)
  }

  @Test func `full of texts that come again, it forgets them and begins anew`() {
    var memo = TextMemo()
    var forgotten = 0
    for number in 0..<10_000 {
      let text = Array("\(number)".utf8)
      if !memo.remember(text.span, value: number) {
        forgotten += 1
        #expect(memo.isEmpty && memo.value(of: text.span) == nil)
      } else {
        #expect(memo.value(of: text.span) == number)
      }
    }
    #expect((1...100).contains(forgotten))
  }

  @Test func `full of texts of which none came again, it gives up`() {
    var memo = TextMemo()
    let kept = (0..<100_000).count { memo.remember(Array("\($0)".utf8).span, value: $0) }
    #expect((1...10_000).contains(kept) && memo.isEmpty)
  }

  @Test func `a large text is not remembered`() {
    var memo = TextMemo()
    #expect(!memo.remember([UInt8](repeating: 0x61, count: 1 << 20).span, value: 1))
    #expect(memo.isEmpty)
  }
}
