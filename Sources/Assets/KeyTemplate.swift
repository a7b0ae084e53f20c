/// How an asset's key is made from its fields: `aws:{account_id}:{region}:{api_id}`.
package struct KeyTemplate: Hashable, Sendable, CustomStringConvertible {
  /// A piece of a template.
  package enum Part: Hashable, Sendable {
    case text(String)
    case field(String)
  }

  /// In order, none of them empty.
  package let parts: [Part]

  /// - Throws: a `usage` fault if a brace isn't closed, no field is named, two fields stand side by side, or it is longer
  ///   than 4,096 bytes.
  package init(_ text: String) throws {
    guard text.utf8.count <= 4_096 else {
      throw Self.fault(text.shortened(toScalars: 40), why: "it is longer than 4,096 bytes")
    }
    var parts: [Part] = []
    // Not by Character: a brace with an accent upon it is none to that.
    var rest = text.unicodeScalars[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw Self.fault(text, why: "a '{' is not closed")
      }
      parts.append(.field(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
    guard !fieldNames.isEmpty else { throw Self.fault(text, why: "it names no field") }
    for (part, next) in zip(parts, parts.dropFirst()) {
      if case (.field(let name), .field(let other)) = (part, next) {
        throw Self.fault(
          text,
          why:
            "nothing stands between {\(name)} and {\(other)}, so that two assets may have one key")
      }
    }
  }

  /// The fields that it takes values from, in order.
  package var fieldNames: [String] {
    parts.compactMap { if case .field(let name) = $0 { name } else { nil } }
  }

  package var description: String {
    parts.map {
      if case .field(let name) = $0 {
        "{\(name)}"
      } else if case .text(let text) = $0 {
        text
      } else {
        ""
      }
    }
    .joined()
  }

  private static func fault(_ text: String, why: String) -> Fault {
    Fault(
      .usage, what: "key template '\(text)'", why: why,
      advice: "write one like aws:{account_id}:{region}:{id}")
  }
}
