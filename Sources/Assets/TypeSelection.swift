/// Which types a query asks.
package enum TypeSelection: Hashable, Sendable {
  case all
  case one(TypeName)
  /// Those whose name matches, `*` standing for any text: `aws.*`.
  case matching(String)

  /// Reads `aws.ec2_instance` or `aws.*`.
  ///
  /// - Throws: a `usage` fault if the text is neither.
  package init(_ text: String) throws {
    guard text.utf8.contains(UInt8(ascii: "*")) else {
      self = .one(try TypeName(text))
      return
    }
    let isPattern = text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "*") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard isPattern else {
      throw Fault(
        .usage, what: "'\(text)'",
        why: "it matches no type: their names have only a-z, 0-9, _ and dots",
        advice: "write one like aws.*")
    }
    self = .matching(text)
  }
}
