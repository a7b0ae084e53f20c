import Assets
import Testing

/// To a String, two spellings of a letter are one; to a store they are two keys and two values.
@Suite struct ExactTextTests {
  private let composed = "caf\u{E9}"
  private let apart = "cafe\u{301}"

  @Test func `a letter that is composed differently is another`() {
    #expect(composed == apart)
    #expect(composed.exactly != apart.exactly && composed.exactly == "caf\u{E9}".exactly)
    #expect(Set([composed, apart, composed].map(\.exactly)).count == 2)
  }

  @Test func `it is another in patterns, names and paths too`() {
    #expect(TextPattern(.like, text: composed) != TextPattern(.like, text: apart))
    #expect(FieldReference(composed) != FieldReference(apart))
    #expect(Set([FieldPath("tags.\(composed)"), FieldPath("tags.\(apart)")]).count == 2)
    #expect(Literal.text(composed) != Literal.text(apart))
    #expect(Set([Literal.text(composed), .text(apart), .timestamp(apart)]).count == 3)
    #expect(MapLiteral.Pair("k", value: composed) != MapLiteral.Pair("k", value: apart))
  }

  // An accent behind a sign makes one Character of both.
  @Test func `a sign with an accent upon it is a sign`() {
    let split = "a=\u{338}b=c".split(atFirst: "=")
    #expect(split?.before == "a" && split.map { $0.behind.exactly == "\u{338}b=c".exactly } == true)
    #expect("abc".split(atFirst: "=") == nil)
    #expect("'\u{301}x'".doubling("'").exactly == "''\u{301}x''".exactly)
    #expect(FieldPath("tags.\u{301}x").key?.exactly == "\u{301}x".exactly)
  }
}
