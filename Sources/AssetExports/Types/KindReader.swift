internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Finds out what a record says of itself that it is. Keeps its memory from record to record.
struct KindReader {
  /// What the last record said, as `AssetKind` reads it.
  private(set) var kind: [UInt8] = []
  /// Whose spelling that is.
  private(set) var source = RecordSource.plain

  /// Reads it into `kind`; false if the record says nothing of it.
  mutating func read(_ tape: borrowing JSONTape, members: borrowing RecordMembers) -> Bool {
    kind.removeAll(keepingCapacity: true)
    source = .plain
    readName(tape, members: members)
    if kind.isEmpty { readIdentifier(tape, members: members) }
    return !kind.isEmpty
  }

  /// What names the kind in so many words.
  private mutating func readName(_ tape: borrowing JSONTape, members: borrowing RecordMembers) {
    if let type = text(.ownType, on: tape, members: members) { return append(tape, value: type) }
    if let type = text(.assetType, on: tape, members: members) {
      source = .google
      return append(tape, value: type)
    }
    if let kind = text(.kind, on: tape, members: members) {
      if let version = text(.apiVersion, on: tape, members: members) {
        source = .kubernetes
        append(tape, value: version)
        self.kind.append(UInt8(ascii: " "))
        return append(tape, value: kind)
      }
      if tape.withBytes(at: kind, body: { $0.firstIndex(of: UInt8(ascii: "#"), from: 0) != nil }) {
        source = .google
        return append(tape, value: kind)
      }
    }
    if let type = text(.type, on: tape, members: members),
      tape.withBytes(at: type, body: Self.isAzureType)
    {
      source = .azure
      return append(tape, value: type)
    }
    if let type = text(.resourceType, on: tape, members: members),
      tape.withBytes(at: type, body: { $0.contains("::") })
    {
      append(tape, value: type)
    }
  }

  private mutating func readIdentifier(
    _ tape: borrowing JSONTape, members: borrowing RecordMembers
  ) {
    if readIdentifier(tape, members: members, tell: .arn, provider: .aws) { return }
    if readIdentifier(tape, members: members, tell: .id, provider: .azure) {
      source = .azure
    } else if readIdentifier(tape, members: members, tell: .link, provider: .google)
      || readIdentifier(tape, members: members, tell: .name, provider: .google)
    {
      source = .google
    }
  }

  private mutating func readIdentifier(
    _ tape: borrowing JSONTape, members: borrowing RecordMembers, tell: RecordMembers.Tell,
    provider: Identifier.Provider
  ) -> Bool {
    guard let value = text(tell, on: tape, members: members) else { return false }
    return tape.withBytes(at: value) { text in
      guard let identifier = Identifier(text), identifier.provider == provider else {
        return false
      }
      identifier.appendKind(of: text, to: &kind)
      return !kind.isEmpty
    }
  }

  private func text(
    _ tell: RecordMembers.Tell, on tape: borrowing JSONTape, members: borrowing RecordMembers
  ) -> Int? {
    guard let value = members.value(of: tell), tape.kind(at: value) == .string,
      tape.withBytes(at: value, body: { $0.count > 0 && $0.count < 1_024 })
    else { return nil }
    return value
  }

  private mutating func append(_ tape: borrowing JSONTape, value: Int) {
    tape.withBytes(at: value) { kind.append(span: $0) }
  }

  /// `Microsoft.Compute/disks`: a name with a dot, and a type behind a slash.
  private static func isAzureType(_ text: Span<UInt8>) -> Bool {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/"), from: 0),
      let dot = text.firstIndex(of: UInt8(ascii: "."), from: 0)
    else { return false }
    return dot > 0 && dot < slash && slash + 1 < text.count
      && !text.contains(" ") && !text.contains(":")
  }
}

extension Span where Element == UInt8 {
  fileprivate func contains(_ letters: StaticString) -> Bool {
    guard count >= letters.utf8CodeUnitCount else { return false }
    return (0...count - letters.utf8CodeUnitCount).contains { start in
      extracting(start..<start + letters.utf8CodeUnitCount).isIdentical(inLettersTo: letters)
    }
  }
}
