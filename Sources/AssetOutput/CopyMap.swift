internal import Assets

/// Turns maps from canonical text to hstore, in which several values of a key are one text with commas between them, and
/// to terms: a `key` for each key, and a `key=value` for each of its values. In a term a backslash stands before each `=`
/// and each backslash of the key, so that the first `=` without one ends the key.
struct CopyMap {
  /// The key as it stands in quotes within a cell, and the same in a term.
  private var key: [UInt8] = []
  private var termKey: [UInt8] = []
  private var scratch: [UInt8] = []

  /// Appends a map, without the braces of the terms.
  ///
  /// - Returns: false for what is no map in canonical form.
  mutating func append(
    _ map: Span<UInt8>, to output: inout [UInt8], terms: inout [UInt8]
  ) -> Bool {
    var scanner = CanonicalMapScanner()
    var (isFirst, isList, members) = (true, false, 0)
    while true {
      switch scanner.next(map) {
      case .key(let range, let isEscaped):
        if isList { output.append(quote) }
        (isList, members) = (false, 0)
        guard read(key: map.extracting(range), isEscaped: isEscaped) else { return false }
        beginPair(isFirst: isFirst, in: &output)
        beginTerm(isFirst: isFirst, in: &terms, sign: quote)
        isFirst = false
      case .value(let range, let isEscaped):
        output.append(isList && members > 0 ? comma : quote)
        beginTerm(isFirst: false, in: &terms, sign: UInt8(ascii: "="))
        let text = map.extracting(range)
        guard append(text, isEscaped: isEscaped, to: &output, terms: &terms) else { return false }
        terms.append(quote)
        if !isList { output.append(quote) }
        members += 1
      case .null: output.append(contentsOf: "NULL".utf8)
      case .several: isList = true
      case .end:
        if isList { output.append(quote) }
        return true
      case .malformed: return false
      }
    }
  }

  private mutating func read(key text: Span<UInt8>, isEscaped: Bool) -> Bool {
    key.removeAll(keepingCapacity: true)
    termKey.removeAll(keepingCapacity: true)
    let hasSign = text.indices.contains { text[$0] == UInt8(ascii: "=") }
    guard isEscaped || hasSign else {
      key.append(span: text)
      termKey.append(span: text)
      return true
    }
    scratch.removeAll(keepingCapacity: true)
    guard CanonicalMapScanner.unescape(text, into: &scratch) else { return false }
    CopyText.append(quoted: scratch, to: &key)
    var escaped: [UInt8] = []
    for byte in scratch {
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\\") {
        escaped.append(UInt8(ascii: "\\"))
      }
      escaped.append(byte)
    }
    CopyText.append(quoted: escaped, to: &termKey)
    return true
  }

  /// Writes a pair up to its value.
  private func beginPair(isFirst: Bool, in output: inout [UInt8]) {
    output.append(addingCapacity: key.count + 5) { output in
      if !isFirst { output.append(comma) }
      output.append(quote)
      output.append(span: key.span)
      output.append(quote)
      output.append(UInt8(ascii: "="))
      output.append(UInt8(ascii: ">"))
    }
  }

  /// Writes a term up to the sign behind its key.
  private func beginTerm(isFirst: Bool, in terms: inout [UInt8], sign: UInt8) {
    terms.append(addingCapacity: termKey.count + 3) { terms in
      if !isFirst { terms.append(comma) }
      terms.append(quote)
      terms.append(span: termKey.span)
      terms.append(sign)
    }
  }

  /// A text that is not escaped in JSON needs no escape here either.
  private mutating func append(
    _ text: Span<UInt8>, isEscaped: Bool, to output: inout [UInt8], terms: inout [UInt8]
  ) -> Bool {
    guard isEscaped else {
      output.append(span: text)
      terms.append(span: text)
      return true
    }
    scratch.removeAll(keepingCapacity: true)
    guard CanonicalMapScanner.unescape(text, into: &scratch) else { return false }
    CopyText.append(quoted: scratch.span, to: &output)
    CopyText.append(quoted: scratch.span, to: &terms)
    return true
  }

  private var quote: UInt8 { UInt8(ascii: "\"") }
  private var comma: UInt8 { UInt8(ascii: ",") }
}
