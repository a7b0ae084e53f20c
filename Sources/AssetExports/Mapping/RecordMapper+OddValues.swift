internal import AssetFiles
internal import AssetJSON
internal import Assets

extension RecordMapper {
  /// The value at an index as what its field holds; null, with a warning, for what the field can't hold, which is kept
  /// in the extra fields then.
  mutating func convertOrNull(
    _ tape: borrowing JSONTape, value: Int, field: Int, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) -> RecordBatch.Cell {
    if tape.hasFlaws, converter.dataTypes[field] != .json { try tape.requireText(value) }
    let start = bytes.count
    do throws(ValueFault) {
      return try converter.convert(tape, value: value, field: field, into: &bytes, at: place)
    } catch {
      guard !refusesOddValues, mayBeNull(tape, value: value, field: field) else { throw error }
      bytes.removeSubrange(start...)
      finder.extras.keep(value - 1)
      let name = type.fields[field].name
      let isSecret = redaction?.targets(of: field).isEmpty == false
      let text = isSecret ? "(redacted)" : tape.text(at: value).shortened(toScalars: 60)
      warnings.add(
        "odd-value",
        example: "line \(place.line): \(name) is null, and '\(text)' is kept in _extra: "
          + error.reason)
      return .null
    }
  }

  /// Says of what is kept beside the fields, or is JSON in one, that it holds what SQLite's text can't.
  mutating func noteFlaws(_ tape: borrowing JSONTape, at place: Place) {
    let inFields = finder.slots.indices.filter { converter.dataTypes[$0] == .json }
      .map { finder.slots[$0].index - 1 }.filter { $0 > 0 }
    for key in finder.extras.keys + inFields
    where tape.flaw(in: key) ?? tape.flaw(in: tape.index(after: key)) != nil {
      let name = tape.string(at: key).shortened(toScalars: 60)
      warnings.add(
        "escaped-text",
        example: "line \(place.line): '\(name)' holds U+0000 or half of a surrogate pair; "
          + "it is kept as its escape")
    }
  }

  /// Whether a value that the field can't hold may be left out: not where the asset would then be another, or would
  /// count as untagged.
  private func mayBeNull(_ tape: borrowing JSONTape, value: Int, field: Int) -> Bool {
    guard !identifying.contains(field), converter.dataTypes[field] != .string else { return false }
    guard converter.dataTypes[field].isMap else { return true }
    return tape.kind(at: value) == .string
      && Self.wordsForNothing.contains(tape.string(at: value).lowercased())
  }

  private static let wordsForNothing: Set = [
    "-", "--", "(none)", "(not set)", "<nil>", "<none>", "<null>", "n/a", "na", "nil", "none",
    "not available", "not supported", "not_supported", "null", "unknown",
  ]
}

extension JSONTape {
  /// - Throws: for what SQLite's text can't hold.
  func requireText(_ value: Int) throws(ValueFault) {
    guard let flaw = flaw(in: value) else { return }
    throw ValueFault(
      flaw, reason: "the text holds U+0000 or half of a surrogate pair, which SQLite can't keep",
      advice: "take it out of the export")
  }

  /// A text as it is, and anything else as JSON.
  fileprivate func text(at index: Int) -> String {
    guard kind(at: index) != .string else { return string(at: index) }
    var bytes: [UInt8] = []
    write(index, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
