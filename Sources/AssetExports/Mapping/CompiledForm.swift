internal import Assets

/// The form of a type's identifiers, ready to be read and made.
struct CompiledForm {
  private enum Part {
    case text([UInt8])
    case field(Int)
  }

  private let parts: [Part]
  /// What is before the resource's own path: `//compute.googleapis.com/`. Empty for others than Google's.
  private let host: [UInt8]
  let provider: Identifier.Provider
  private var isAWS: Bool { provider == .aws }
  /// The places of its fields in the type.
  let fields: [Int]

  /// Nil if it names a field that the type does not have.
  init?(_ form: KeyTemplate, of type: AssetType) {
    var parts: [Part] = []
    for part in form.parts {
      switch part {
      case .text(let text): parts.append(.text(Array(text.utf8)))
      case .field(let name):
        guard let index = type.fields.firstIndex(where: { $0.name == name }) else { return nil }
        parts.append(.field(index))
      }
    }
    self.parts = parts
    fields = parts.compactMap { if case .field(let field) = $0 { field } else { nil } }
    let text = form.description
    provider = text.hasPrefix("arn:") ? .aws : text.hasPrefix("//") ? .google : .azure
    let path = text.hasPrefix("//") ? String(text.dropFirst(2)).split(atFirst: "/") : nil
    host = path.map { Array("//\($0.before)/".utf8) } ?? []
  }

  /// Lends the places of the fields' values in an identifier of this form; nothing of one that has another.
  func capture(
    _ text: Span<UInt8>, identifier: Identifier, body: (Int, Range<Int>) -> Void
  ) {
    var found: [(Int, Range<Int>)] = []
    var index = start(in: text, identifier: identifier)
    for (position, part) in parts.enumerated() {
      switch part {
      case .text(let literal):
        let literal = position == 0 ? skippingStart(of: literal) : literal[...]
        guard text.hasFolded(literal, at: index) else { return }
        index += literal.count
      case .field(let field):
        let end = end(of: position, in: text, from: index)
        guard let end else { return }
        found.append((field, index..<end))
        index = end
      }
    }
    guard index == text.count else { return }
    // What is last is a name; what stands before it in a path is not part of it.
    if let last = found.last, last.1.upperBound == text.count, isAWS {
      found[found.count - 1] = (
        last.0, max(last.1.lowerBound, identifier.name.lowerBound)..<text.count
      )
    }
    for (field, range) in found { body(field, range) }
  }

  private func start(in text: Span<UInt8>, identifier: Identifier) -> Int {
    if isAWS { return text.end(of: 4, at: UInt8(ascii: ":")) + 1 }
    return host.isEmpty ? 0 : identifier.resource.lowerBound
  }

  /// Partitions differ, and so do the hosts of links.
  private func skippingStart(of literal: [UInt8]) -> ArraySlice<UInt8> {
    isAWS ? literal.dropFirst(8) : literal.dropFirst(host.count)
  }

  private func end(of position: Int, in text: Span<UInt8>, from start: Int) -> Int? {
    guard position + 1 < parts.count, case .text(let next) = parts[position + 1] else {
      return start < text.count ? text.count : nil
    }
    var index = start
    while index < text.count {
      if text.hasFolded(next[...], at: index) { return index }
      index += 1
    }
    return nil
  }

  /// A Google identifier as the full name of the resource, whatever link it was; nil for others, which have one form.
  func canonical(_ text: Span<UInt8>, identifier: Identifier) -> [UInt8]? {
    guard !host.isEmpty else { return nil }
    var name = host
    name.append(span: text.extracting(identifier.resource))
    return name
  }

  /// The identifier that a record's fields make; nil if one of them is missing.
  ///
  /// - Parameter optional: a field that may be missing, and is left empty then.
  func make(
    _ batch: borrowing RecordBatch, first: Int, without optional: Int?
  ) -> [UInt8]? {
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .field(let field):
        let cell = batch.cells[first + field]
        if case .text(let range) = cell, !range.isEmpty {
          text += batch.bytes[range]
        } else if field != optional {
          return nil
        }
      }
    }
    return isAWS ? Self.inPartition(text) : text
  }

  /// The regions of some partitions tell which one it is.
  private static func inPartition(_ arn: [UInt8]) -> [UInt8] {
    let parts = arn.split(
      separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6 else { return arn }
    let region = String(decoding: parts[3], as: UTF8.self)
    let partition =
      region.hasPrefix("cn-") ? "aws-cn" : region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    return Array("arn:\(partition)".utf8) + arn.dropFirst(7)
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes are there, but for the case of A to Z.
  fileprivate func hasFolded(_ bytes: ArraySlice<UInt8>, at start: Int) -> Bool {
    guard start + bytes.count <= count else { return false }
    var index = start
    for byte in bytes {
      let other = self[index]
      guard other == byte || other ^ byte == 0x20 && (0x61...0x7A).contains(byte | 0x20) else {
        return false
      }
      index += 1
    }
    return true
  }
}
