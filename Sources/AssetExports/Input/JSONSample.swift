internal import AssetFiles
internal import Assets

/// Makes JSON of the beginning of an object that is too large to be looked at as a whole: what stands before the last
/// comma that is not nested deep, with its containers closed.
enum JSONSample {
  /// Nil if no member is whole.
  static func close(_ text: Span<UInt8>) -> [UInt8]? {
    // The closing letters of the containers that are open.
    var open: [UInt8] = []
    var cut: (end: Int, closers: [UInt8])?
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""): index = endOfString(text, from: index)
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: ",") where open.count <= maxDepth: cut = (index, open)
      default: break
      }
      index += 1
    }
    guard let cut else { return nil }
    var sample = Array(copying: text.extracting(0..<cut.end))
    sample.append(contentsOf: cut.closers.reversed())
    return sample
  }

  /// Enough for the records of `terraform show -json`; the containers are copied at every comma.
  private static let maxDepth = 8

  /// The index of the closing quote; the count if there is none.
  private static func endOfString(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start + 1
    while index < text.count, text[index] != UInt8(ascii: "\"") {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }
}
