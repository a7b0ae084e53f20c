import ArgumentParser
import AssetJSON
import Foundation
import Testing
import TestSupport

@testable import AssetStoreCommand

@Suite struct DirectQuestionTests {
  /// The parser takes milliseconds for a line when it is built to be debugged.
  private static let lines =
    ProcessInfo.processInfo.environment["ASSETSTORE_LINES"].flatMap(Int.init) ?? 300

  @Test func `a random line of query is the same question to the table and to the parser`() throws {
    try compare(QueryCommand.self, \.question)
  }

  @Test func `a random line of sql is the same question to the table and to the parser`() throws {
    try compare(SQLCommand.self, \.question)
  }

  private func compare<Command: ParsableCommand, Question: DirectQuestion>(
    _ command: Command.Type, _ question: KeyPath<Command, Question>
  ) throws {
    let declared = try Declaration.all(of: command)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var directs = 0
    for _ in 0..<Self.lines {
      let line = Declaration.line(of: declared, using: &random)
      guard let direct = Question(usual: line) else { continue }
      directs += 1
      let parsed = try #require(try? Command.parse(line), "\(line)")
      #expect("\(direct)" == "\(parsed[keyPath: question])", "\(line), seed \(seed)")
    }
    // Of 3,000 lines of sql 12 in a hundred were usual, and 51 of query's: the bound is far below, since lines are random.
    #expect(directs > Self.lines / 40)
  }

  @Test func `every option and flag that is declared is known to the table`() throws {
    for option in try Declaration.all(of: QueryCommand.self) where !option.isArgument {
      #expect(QueryQuestion(usual: option.words("1", "json", "text")) != nil, "\(option)")
    }
    for option in try Declaration.all(of: SQLCommand.self) where !option.isArgument {
      #expect(SQLQuestion(usual: ["q"] + option.words("1", "json", "text")) != nil, "\(option)")
    }
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--version"], ["--limit", "x"], ["--limit", "-1"], ["--limit=-1"],
    ["a", "b"],
    ["--tag"], ["--tag", "-a"], ["--count=1"], ["--unknown", "a"], ["--", "a"], ["-o", "pdf"],
    ["-ojson"],
    ["--busy-timeout=-1"], ["--after", "a", "--count"], ["-"], ["---completion"], ["--=a"],
    ["--tag="], ["--"],
    ["", "b"],
  ])
  func `what is unusual or wrong is left to the parser`(line: [String]) {
    #expect(QueryQuestion(usual: line) == nil)
  }

  @Test func `a query is needed for sql`() {
    #expect(SQLQuestion(usual: ["-o", "csv"]) == nil)
    #expect(SQLQuestion(usual: ["", "SELECT 1"]) == nil)
  }
}

/// An option, a flag or an argument, as a command declares it.
private struct Declaration {
  var name: String
  var isFlag: Bool
  var isArgument: Bool
  var isShort: Bool

  /// What the parser says that a command declares, but for what every command has.
  static func all(of command: (some ParsableCommand).Type) throws -> [Declaration] {
    let dump = try JSONValue(parsing: Array(command._dumpHelp().utf8), named: "declarations")
    guard case .array(let arguments)? = dump["command"]?["arguments"] else { return [] }
    let all = arguments.compactMap(Declaration.init)
    try #require(all.count > 10)
    return all.filter { $0.name != "help" && $0.name != "version" }
  }

  private init?(_ json: JSONValue) {
    guard case .string(let kind)? = json["kind"] else { return nil }
    let long = json["preferredName"]?["name"] ?? json["valueName"]
    guard case .string(let name)? = long else { return nil }
    self.name = name
    isFlag = kind == "flag"
    isArgument = kind == "positional"
    isShort = json["preferredName"]?["kind"] == .string("short")
  }

  private var spelling: String { (isShort ? "-" : "--") + name }

  /// The option with the first of these values, `json` for a format of output and `text` for one of errors.
  func words(_ value: String, _ output: String, _ errors: String) -> [String] {
    if isFlag { return [spelling] }
    return [
      spelling, ["output", "o"].contains(name) ? output : name == "error-format" ? errors : value,
    ]
  }

  /// A line of a few of these, most of it usual.
  static func line(
    of declared: [Declaration], using random: inout SeededGenerator
  ) -> [String] {
    var words: [String] = []
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      let option = declared[Int.random(in: declared.indices, using: &random)]
      let value = values[Int.random(in: values.indices, using: &random)]
      if option.isArgument {
        words.append(value)
      } else if Int.random(in: 0..<8, using: &random) == 0 {
        words.append("\(option.spelling)=\(value)")
      } else {
        words += option.words(value, value, value)
      }
    }
    if Int.random(in: 0..<3, using: &random) == 0 { words.append("SELECT 1") }
    return words
  }

  private static let values = [
    "", "a", "a=b", "1", "0", "+5", "007", " 1", "9223372036854775808", "json", "JSON", "csv",
    "ndjson", "text",
    "-", "-1", "--", "--count", "é", "'", "query", "help", "1_000", "0x10", "\u{0}", "a b", "true",
  ]
}
