import AssetFiles
import Assets
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetExports
@testable import AssetJSON

@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct HstorePostgreSQLTests {
  @Test func `generated hstore text means what PostgreSQL says it means`() throws {
    let texts = generated(count: 4_000, seed: 15)
    guard let lines = try PostgreSQL.lines(of: statements(texts)) else {
      try Test.cancel("no PostgreSQL 15 can be started here")
    }
    try #require(lines.count == texts.count)
    let answers = lines.map { String(decoding: bytes(ofHexadecimal: $0), as: UTF8.self) }
    for (text, answer) in zip(texts, answers) {
      let expected = try canonical(answer)
      #expect(HstoreReaderTests.outcome(text) == expected, "\(text.debugDescription)")
    }
    // Without both kinds the generator would prove nothing.
    let refused = answers.count { !$0.hasPrefix("{") }
    #expect((texts.count / 10...texts.count * 9 / 10).contains(refused))
  }

  /// Texts near hstore: pieces of its grammar in any order. Of a key that is there twice in more than six pairs
  /// PostgreSQL's sort decides, so texts are short.
  private func generated(count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "=>", "=>", "=>", "=>", ",", ",", ",", "=", ">", "\"", "\"", "\\", " ", "\t", "\n", "\u{B}",
      "a", "b", "ab", "\"a\"", "\"b c\"", "\"\"", "NULL", "null", "\"NULL\"", "1", "012", "é",
      "\u{A0}", "a=>1", "b=>\"2\"", "\"k\"=>NULL", ", ",
    ]
    return (0..<count).map { _ in
      (0..<Int.random(in: 0..<9, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
    }
  }

  /// One line for each text: its JSON or its error.
  private func statements(_ texts: [String]) -> String {
    """
    SET client_min_messages = error;
    CREATE EXTENSION hstore;
    CREATE FUNCTION outcome(text text) RETURNS text LANGUAGE plpgsql AS $$
    BEGIN
      RETURN hstore_to_json(text::hstore)::text;
    EXCEPTION WHEN OTHERS THEN
      RETURN SQLERRM;
    END $$;

    """
      + texts.map {
        """
        SELECT encode(convert_to(
          outcome(convert_from('\\x\(hexadecimal(Array($0.utf8)))', 'UTF8')), 'UTF8'), 'hex');

        """
      }.joined()
  }

  /// PostgreSQL's answer, spelled as ours.
  private func canonical(_ answer: String) throws -> String {
    if answer == "Unexpected end of string" { return "unexpected end of the text" }
    let prefix = "Syntax error near \""
    if answer.hasPrefix(prefix) {
      let rest = answer.dropFirst(prefix.count)
      let end = try #require(rest.firstRange(of: "\" at position "))
      return "syntax error near '\(rest[..<end.lowerBound])' at position \(rest[end.upperBound...])"
    }
    var parser = JSONParser()
    var maps = MapReader()
    var output: [UInt8] = []
    try parser.parse(text: Array(answer.utf8)) { tape in
      try maps.read(tape, at: JSONTape.root, splitsCommas: false, into: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func bytes(ofHexadecimal digits: Substring) -> [UInt8] {
    let values = digits.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    return stride(from: 0, to: values.count - 1, by: 2).map { values[$0] << 4 | values[$0 + 1] }
  }
}
