import AssetOutput
import Testing

@Suite struct MarkdownWriterTests {
  @Test func `a result is a table with numbers to the right`() throws {
    let columns = [ResultColumn("account_id"), ResultColumn("n", isNumeric: true)]
    #expect(
      try written(.markdown, columns, [[.text("日本"), .integer(-1)], [.null, .null]]) == """
        | account_id | n |
        | --- | ---: |
        | 日本 | -1 |
        | | |

        """)
    #expect(
      try written(.markdown, columns, []) == "| account_id | n |\n| --- | ---: |\n")
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#), ("a\nb", "a&#10;b"), ("a\tb", "a&#9;b"),
    (#"a\tb"#, #"a\\tb"#), ("  a ", "&#32; a&#32;"), (" ", "&#32;"), ("\u{202E}", #"\\u{202E}"#),
    ("*a* `b`", #"\*a\* \`b\`"#), ("<b>&lt;", #"\<b>\&lt;"#), ("[a](b)", #"\[a](b)"#),
    ("![a](b)", #"!\[a](b)"#), ("~~a~~", #"\~\~a\~\~"#), ("$a$", #"\$a\$"#),
    ("a_b_c1_2", "a_b_c1_2"), ("_key", #"\_key"#), ("a_", #"a\_"#), ("a__b", #"a\_\_b"#),
    ("é_é", #"é\_é"#), ("arn:aws:x/y-z", "arn:aws:x/y-z"),
    ("http://a/?b=1&c", #"http\://a/?b=1\&c"#), ("", #""""#),
    (#"""#, #"""""#), (#""a""#, #""a""#),
  ])
  func `a text is shown as it is`(text: String, expected: String) throws {
    let table = try written(.markdown, texts: [text])
    #expect(table == "| a |\n| --- |\n| \(expected) |\n")
  }

  @Test func `names and JSON are escaped as texts are`() throws {
    #expect(
      try written(.markdown, [ResultColumn("a|b")], [[.json(#"["|"]"#)]])
        == "| a\\|b |\n| --- |\n| \\[\"\\|\"] |\n")
  }
}
