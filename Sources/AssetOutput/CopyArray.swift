internal import AssetJSON
internal import Assets

/// Turns lists from JSON to PostgreSQL's arrays.
struct CopyArray {
  private var scratch: [UInt8] = []

  /// Appends a list of scalars.
  ///
  /// - Returns: false for what is none.
  mutating func append(
    _ list: Span<UInt8>, of element: DataType.Element, to output: inout [UInt8]
  ) -> Bool {
    guard list.count >= 2, list[0] == UInt8(ascii: "["),
      list[list.count - 1] == UInt8(ascii: "]")
    else { return false }
    output.append(UInt8(ascii: "{"))
    var at = 1
    while at < list.count - 1 {
      if at > 1 {
        guard list[at] == UInt8(ascii: ",") else { return false }
        output.append(UInt8(ascii: ","))
        at += 1
      }
      guard let end = append(list, from: at, of: element, to: &output) else { return false }
      at = end
    }
    output.append(UInt8(ascii: "}"))
    return true
  }

  /// The offset behind the element.
  private mutating func append(
    _ list: Span<UInt8>, from start: Int, of element: DataType.Element, to output: inout [UInt8]
  ) -> Int? {
    if list[start] == UInt8(ascii: "\"") {
      scratch.removeAll(keepingCapacity: true)
      guard let end = try? JSONScalars.readString(list, from: start, into: &scratch) else {
        return nil
      }
      output.append(UInt8(ascii: "\""))
      CopyText.append(quoted: scratch.span, to: &output)
      output.append(UInt8(ascii: "\""))
      return end
    }
    var end = start
    while end < list.count - 1, list[end] != UInt8(ascii: ",") { end += 1 }
    let spelling = String(copying: list.extracting(start..<end))
    switch (spelling, element) {
    case ("null", _): output.append(contentsOf: "NULL".utf8)
    case ("true", .bool), ("false", .bool): output.append(contentsOf: spelling.utf8)
    // PostgreSQL takes no number that is too large or too small, and JSON any.
    case (_, .float64):
      guard let real = Double(spelling) else { return nil }
      CopyText.append(real: real, to: &output)
    case (_, .int64):
      guard Int64(spelling) != nil else { return nil }
      output.append(contentsOf: spelling.utf8)
    default: return nil
    }
    return end
  }
}
