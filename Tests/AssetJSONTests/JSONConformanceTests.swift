import Testing

@testable import AssetFiles
@testable import AssetJSON

/// RFC 8259, class by class: what has to be taken, what has to be refused and where, and what is left to the reader.
@Suite struct JSONConformanceTests {
  /// The value as it is written back, or where it was refused.
  private func outcome(_ bytes: [UInt8]) throws -> String {
    var parser = JSONParser()
    do {
      return try parser.parse(text: bytes, body: Self.written)
    } catch let fault as JSONFault {
      return "refused at \(fault.offset)"
    }
  }

  /// The same by the reader in Swift alone.
  private func strictOutcome(_ bytes: [UInt8]) throws -> String {
    var reader = StrictJSONReader()
    do {
      return try unsafe bytes.withUnsafeBufferPointer {
        try unsafe reader.read($0, maxDepth: JSONParser.maxDepth, body: Self.written)
      }
    } catch let fault as JSONFault {
      return "refused at \(fault.offset)"
    }
  }

  private static func written(_ tape: borrowing JSONTape) -> String {
    var output: [UInt8] = []
    tape.write(JSONTape.root, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func check(_ text: String, _ expected: String) throws {
    #expect(try outcome(Array(text.utf8)) == expected, "\(text.debugDescription)")
    #expect(try strictOutcome(Array(text.utf8)) == expected, "\(text.debugDescription)")
  }

  @Test func `values of every kind, alone and with space around them`() throws {
    for value in ["{}", "[]", "null", "true", "false", "0", "-1", #""""#, #""a""#] {
      for space in ["", " ", "\t", "\n", "\r", " \r\n\t "] {
        try check(space + value + space, value)
        try check("[\(space)\(value)\(space),\(space)\(value)\(space)]", "[\(value),\(value)]")
        try check("{\(space)\"k\"\(space):\(space)\(value)\(space)}", "{\"k\":\(value)}")
      }
    }
  }

  @Test func `numbers keep their spelling, whatever their size`() throws {
    for number in [
      "0", "-0", "0.0", "-0.0", "1", "10", "123456789", "-123", "1.5", "0.1", "1e1", "1E1", "1e+1",
      "1e-1", "0e0", "0e+1", "1.5E-10", "9223372036854775807", "9223372036854775808",
      "-9223372036854775808", "-9223372036854775809", "18446744073709551615",
      "18446744073709551616", "1e400", "-1e400", "1e-400", "123456789012345678901234567890.5",
      "0.00000000000000000000000000000000000000000000001", "1" + String(repeating: "0", count: 400),
    ] {
      try check(number, number)
      try check("[\(number)]", "[\(number)]")
    }
  }

  @Test func `what only looks like a number is refused where it stops being one`() throws {
    for (text, place) in [
      ("01", 1), ("-01", 2), ("00", 1), ("1.", 2), ("1.e1", 2), (".5", 0), ("-.5", 1), ("1e", 2),
      ("1e+", 3), ("1E-", 3), ("-", 1), ("+1", 0), ("--1", 1), ("1.2.3", 3), ("1e1.5", 3),
      ("0x1", 1),
      ("1_000", 1), ("1a", 1), ("Infinity", 0), ("-Infinity", 1), ("NaN", 0), ("１", 0), ("1é", 1),
      ("1\u{0}", 1), ("0\"", 1), ("1[", 1), ("1:", 1),
    ] {
      try check(text, "refused at \(place)")
      try check("[\(text)]", "refused at \(place + 1)")
    }
  }

  @Test func `escapes are read, and written only where they must`() throws {
    for (text, expected) in [
      (#""\"\\\/\b\f\n\r\t""#, #""\"\\/\b\f\n\r\t""#), (#""\u0041\u00e9\u20AC""#, "\"Aé€\""),
      (#""\ud83d\ude00\uD83D\uDE00""#, "\"😀😀\""), (#""\u001f\u007f""#, "\"\\u001f\u{7F}\""),
      (#""\\u0041""#, #""\\u0041""#), ("\"\u{2028}\u{2029}\u{7F}\"", "\"\u{2028}\u{2029}\u{7F}\""),
      (#""\uFFFF\ufffe\udbff\udfff""#, "\"\u{FFFF}\u{FFFE}\u{10FFFF}\""), (#""\u002F""#, #""/""#),
      (#"{"\u006b\n":1}"#, #"{"k\n":1}"#),
    ] {
      try check(text, expected)
    }
  }

  @Test func `strings that are none are refused at their fault`() throws {
    for (text, place) in [
      (#"""#, 0), (#""a"#, 0), (#""\"#, 1), (#""\""#, 0), (#""\a""#, 1), (#""\x41""#, 1),
      (#""\'""#, 1),
      (#""\U0041""#, 1), (#""\u""#, 1), (#""\u12""#, 1), (#""\u12g4""#, 1), (#""\u+123""#, 1),
      ("\"\t\"", 1), ("\"a\nb\"", 2), ("\"\u{1F}\"", 1), ("'a'", 0), ("a", 0), ("\"a\"b", 3),
      (#""\ud800""#, 1), (#""\udc00""#, 1), (#""a\ud800b""#, 2), (#""\ud800\ud800""#, 1),
      (#""\ud83d\u0041""#, 1), (#""\ude00\ud83d""#, 1), (#""\ud800\"#, 1), (#""\ud800\u""#, 1),
    ] {
      try check(text, "refused at \(place)")
    }
  }

  @Test func `what is no UTF-8 is refused, wherever it stands`() throws {
    for bytes in [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]] {
      for (before, after) in [("\"", "\""), ("[\"abcdefgh", "\"]"), ("{\"", "\":1}")] {
        let text = Array(before.utf8) + bytes + Array(after.utf8)
        #expect(try outcome(text) == "refused at \(before.utf8.count)", "\(bytes)")
        #expect(try strictOutcome(text) == "refused at \(before.utf8.count)", "\(bytes)")
      }
      #expect(try outcome([0x5B] + bytes + [0x5D]) == "refused at 1")
    }
  }

  @Test func `a structure that is none is refused at its fault`() throws {
    for (text, place) in [
      ("", 0), (" ", 1), ("[", 1), ("]", 0), ("}", 0), ("[1", 2), ("[1,", 3), ("[1,]", 3),
      ("[,1]", 1),
      ("[1,,2]", 3), ("[1 2]", 3), ("[1}", 2), ("[1:2]", 2), ("[]]", 2), ("[][]", 2), ("{", 1),
      ("{1:2}", 1), ("{a:1}", 1), ("{'a':1}", 1), (#"{"a"}"#, 4), (#"{"a",1}"#, 4), (#"{"a":}"#, 5),
      (#"{"a":1,}"#, 7), (#"{,"a":1}"#, 1), (#"{"a":1 "b":2}"#, 7), (#"{"a"::1}"#, 5),
      (#"{"a":1]"#, 6),
      (#"{"a":1}}"#, 7), ("1 2", 2), ("tru", 0), ("truee", 4), ("nul", 0), ("True", 0),
      ("[tru]", 1),
      ("/* */ 1", 0), ("1 // x", 2), ("[1]#", 3), ("\u{FEFF}1", 0), ("\u{A0}1", 0), ("\u{B}1", 0),
      ("\u{C}1", 0), ("[1\u{2028}]", 2), ("{\"a\":1\u{0}}", 6),
    ] {
      try check(text, "refused at \(place)")
    }
  }

  @Test func `names may be empty, repeated and of any length`() throws {
    try check(#"{"":0,"a":1,"a":2}"#, #"{"":0,"a":1,"a":2}"#)
    let long = String(repeating: "k", count: 100_000)
    try check("{\"\(long)\":\"\(long)\"}", "{\"\(long)\":\"\(long)\"}")
  }

  @Test func `nesting is taken to its bound, and refused beyond it without end`() throws {
    for (open, close) in [("[", "]"), (#"{"a":"#, "}")] {
      let deep = { (count: Int) in
        String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
      }
      try check(deep(998), deep(998))
      for count in [1_001, 100_000] {
        #expect(try outcome(Array(deep(count).utf8)).hasPrefix("refused"))
        #expect(try outcome(Array(String(repeating: open, count: count).utf8)).hasPrefix("refused"))
      }
    }
  }

  @Test func `both readers agree on text with any byte changed`() throws {
    let text = Array(#" {"a":[1,-2.5e3,"x\n\u00e9é"],"b":{"c":null,"d":true},"e":false} "#.utf8)
    for index in text.indices {
      for byte in [
        0x00, 0x20, 0x22, 0x2C, 0x2D, 0x30, 0x3A, 0x5B, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0xC3,
      ] {
        var changed = text
        changed[index] = UInt8(byte)
        let (fast, strict) = (try outcome(changed), try strictOutcome(changed))
        #expect(fast == strict, "\(byte) at \(index)")
      }
    }
  }
}
