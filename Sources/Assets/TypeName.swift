/// The name of a type: lower-case words joined by dots, the first one the provider's: `aws.ec2_instance`.
package struct TypeName: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let description: String

  /// - Throws: a `usage` fault if the text is no type's name.
  package init(_ text: String) throws {
    let words = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isName =
      words.count >= 2 && text.utf8.count <= Self.maxLength
      && words.allSatisfy { word in
        word.first.map { (0x61...0x7A).contains($0) } == true
          && word.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
          }
      }
    guard isName else {
      throw Fault(
        .usage, what: "'\(text)' is no name of a type",
        why: "such a name is words of a-z, 0-9 and _, each beginning with a letter, joined by dots",
        advice: "write one like aws.ec2_instance")
    }
    description = text
  }

  /// The first word: `aws`.
  package var provider: String { String(description.prefix { $0 != "." }) }
  /// What follows the provider: `ec2_instance`.
  package var resource: String { String(description.dropFirst(provider.utf8.count + 1)) }

  /// In bytes.
  package static let maxLength = 128

  /// The name of its table, which no tool has to quote.
  package var table: String { String(description.map { $0 == "." ? "_" : $0 }) }

  /// In the order of their bytes.
  package static func < (left: TypeName, right: TypeName) -> Bool {
    left.description < right.description
  }
}
