import Assets
import Testing

@Suite struct TextMemoTests {
  private func value(_ memo: inout TextMemo, of text: String) -> Int? {
    memo.value(of: Array(text.utf8).span)
  }

  private func remembers(_ memo: inout TextMemo, text: String, as value: Int) -> Bool {
    memo.remember(Array(text.utf8).span, value: value)
  }

  @Test func `what is remembered comes back with its number, and nothing else does`() {
    var memo = TextMemo()
    for number in 0..<1_000 {
      let before = value(&memo, of: "text \(number)")
      let isKept = remembers(&memo, text: "text \(number)", as: number)
      #expect(before == nil && isKept)
    }
    for number in 0..<1_000 {
      let found = value(&memo, of: "text \(number)")
      #expect(found == number)
    }
    for text in ["", "text", "text 1000", "text 1 "] {
      let found = value(&memo, of: text)
      #expect(found == nil, "\(text)")
    }
  }

  @Test func `an empty text is one like others`() {
    var memo = TextMemo()
    let kept = [("", 7), ("\0", 8)].map { remembers(&memo, text: $0.0, as: $0.1) }
    let found = ["", "\0", "\0\0"].map { value(&memo, of: $0) }
    #expect(kept == [true, true] && found == [7, 8, nil])
  }

  @Test func `full of texts that came again, it forgets them and begins anew`() {
    var memo = TextMemo()
    var forgotten = 0
    for number in 0..<10_000 {
      let isKept = remembers(&memo, text: "\(number)", as: number)
      let found = value(&memo, of: "\(number)")
      #expect(found == (isKept ? number : nil) && memo.isEmpty == !isKept)
      if !isKept { forgotten += 1 }
    }
    #expect((1...100).contains(forgotten))
  }

  @Test func `full of texts of which none came again, it gives up`() {
    var memo = TextMemo()
    let kept = (0..<100_000).count { remembers(&memo, text: "\($0)", as: $0) }
    #expect((1...10_000).contains(kept) && memo.isEmpty)
  }

  @Test func `a large text is not remembered`() {
    var memo = TextMemo()
    let isKept = remembers(&memo, text: String(repeating: "a", count: 1 << 20), as: 1)
    #expect(!isKept && memo.isEmpty)
  }
}
