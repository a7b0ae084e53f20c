internal import AssetJSON
internal import Assets

extension Redaction {
  /// Whether a value of the field is not to be kept, and the field can't hold a digest.
  func excludes(_ field: Int, as dataType: DataType) -> Bool {
    switch dataType {
    case .string, .hstore, .hstoreCSV, .json, .array(.string): false
    case .timestamp, .int64, .float64, .bool, .array:
      targets(of: field).contains { key(of: $0) == nil }
    }
  }

  /// The cell of a field as it is kept.
  ///
  /// - Parameter bytes: end with the cell's text.
  mutating func redact(
    _ cell: RecordBatch.Cell, of field: Int, as dataType: DataType, in bytes: inout [UInt8]
  ) throws(ValueFault) -> RecordBatch.Cell {
    guard case .text(let range) = cell else { return cell }
    for target in targets(of: field) {
      let text = Array(bytes[range.lowerBound...])
      let redacted: [UInt8]? =
        switch dataType {
        case .hstore, .hstoreCSV: redactMap(text, target: target)
        case .json: redactJSON(text, target: target)
        case .array(.string): redactWhole(text, target: target) { $0.append(array: $1) }
        case .string: redactWhole(text, target: target) { $0 += $1 }
        case .timestamp, .int64, .float64, .bool, .array: nil
        }
      guard let redacted else { continue }
      bytes.removeSubrange(range.lowerBound...)
      bytes += redacted
    }
    return .text(range.lowerBound..<bytes.count)
  }

  private mutating func redactWhole(
    _ text: [UInt8], target: Int, append: (inout [UInt8], [UInt8]) -> Void
  ) -> [UInt8]? {
    guard key(of: target) == nil else { return nil }
    count(target)
    var redacted: [UInt8] = []
    append(&redacted, RedactedValue.text(for: text.span))
    return redacted
  }

  private mutating func redactJSON(_ text: [UInt8], target: Int) -> [UInt8]? {
    guard let key = key(of: target) else {
      return redactWhole(text, target: target) { JSONText.append(string: $1.span, to: &$0) }
    }
    guard case .object(let members)? = try? JSONValue(parsing: text, named: "the value") else {
      return nil
    }
    let redacted = members.map { member in
      guard member.name.exactly == key.exactly, member.value != .null else { return member }
      count(target)
      let value = RedactedValue.text(
        for: Array((member.value.string ?? member.value.text).utf8).span)
      return JSONValue.Member(member.name, value: .string(String(decoding: value, as: UTF8.self)))
    }
    return Array(JSONValue.object(redacted).text.utf8)
  }
}

// Maps, in their canonical form.
extension Redaction {
  private mutating func redactMap(_ text: [UInt8], target: Int) -> [UInt8] {
    var builder = MapBuilder()
    var scanner = CanonicalMapScanner()
    let wanted = key(of: target).map { Array($0.utf8) }
    var (key, isFurther): ([UInt8], Bool) = ([], false)
    loop: while true {
      switch scanner.next(text.span) {
      case .key(let range, let isEscaped):
        key = Self.string(text[range], isEscaped: isEscaped)
        isFurther = false
      case .value(let range, let isEscaped):
        var value = Self.string(text[range], isEscaped: isEscaped)
        if wanted == nil || wanted == key {
          value = RedactedValue.text(for: value.span)
          count(target)
        }
        builder.add(key: key.span, value: value.span, isSameTime: isFurther)
        isFurther = true
      case .null: builder.addNull(key: key.span)
      case .several: break
      case .end, .malformed: break loop
      }
    }
    var redacted: [UInt8] = []
    builder.write(to: &redacted, repetition: .several)
    return redacted
  }

  private static func string(_ inside: ArraySlice<UInt8>, isEscaped: Bool) -> [UInt8] {
    guard isEscaped else { return Array(inside) }
    var text: [UInt8] = []
    _ = CanonicalMapScanner.unescape(inside.span, into: &text)
    return text
  }
}

extension [UInt8] {
  /// Appends a JSON array with one string.
  fileprivate mutating func append(array element: [UInt8]) {
    append(UInt8(ascii: "["))
    JSONText.append(string: element.span, to: &self)
    append(UInt8(ascii: "]"))
  }
}
