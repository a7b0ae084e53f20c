import Foundation
import Testing
import TestSupport

/// Runs what the README shows, in order and in one folder, and compares what it prints.
@Suite struct TourTests {
  /// A command of the README, and the lines below it.
  private struct Step {
    let words: [String]
    var expected: [String] = []
  }

  @Test func `every command of the README prints what stands below it`() throws {
    let steps = try steps()
    #expect(steps.count >= 12)
    let folder = try TemporaryFolder()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: projectFile("Tests/Fixtures/tour"))
    for file in files {
      try FileManager.default.copyItem(
        atPath: projectFile("Tests/Fixtures/tour/\(file)"), toPath: folder.file(file))
    }
    for step in steps {
      let arguments = step.words.map { word in
        files.contains(word) || word.hasSuffix(".db") ? folder.file(word) : word
      }
      let outcome = try runAll(arguments, in: folder)
      #expect(outcome.exitCode == 0, "\(step.words): \(outcome.messages)")
      let printed = Self.lines(of: outcome, in: folder.file(""))
      #expect(
        printed.count == step.expected.count
          && zip(printed, step.expected).allSatisfy { Self.matches($0, $1) },
        "\(step.words.joined(separator: " "))\n\(printed.joined(separator: "\n"))")
    }
  }

  /// What it printed, without the folder's name and without the spaces at the ends of lines.
  private static func lines(of outcome: CommandOutcome, in folder: String) -> [String] {
    let texts = outcome.lines.map(String.init) + outcome.messages
    let lines = texts.flatMap { $0.components(separatedBy: "\n") }
    return lines.map { (line: String) -> String in
      var line = line.replacingOccurrences(of: folder, with: "")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// Whether a line is as it stands in the README, where `…` stands for anything.
  private static func matches(_ line: String, _ expected: String) -> Bool {
    var rest = line[...]
    let parts = expected.split(separator: "…", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard let place = index == 0 ? rest.prefixRange(part) : rest.firstRange(of: part) else {
        return part.isEmpty
      }
      rest = rest[place.upperBound...]
    }
    return rest.isEmpty || expected.hasSuffix("…")
  }

  private func steps() throws -> [Step] {
    var steps: [Step] = []
    var isConsole = false
    let readme = try String(contentsOfFile: projectFile("README.md"), encoding: .utf8)
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, line.hasPrefix("$ assetstore ") {
        steps.append(Step(words: Array(words(line.dropFirst(2)).dropFirst())))
      } else if isConsole {
        steps[steps.count - 1].expected.append(String(line))
      }
    }
    return steps
  }
}

extension Substring {
  fileprivate func prefixRange(_ part: Substring) -> Range<Index>? {
    hasPrefix(part) ? startIndex..<index(startIndex, offsetBy: part.count) : nil
  }
}
