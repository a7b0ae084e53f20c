internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

/// What an input begins with that is no export, and what to do about it.
enum Signature {
  /// Skips a byte order mark; refuses what is known not to be text.
  static func skipMark(_ window: inout InputWindow) throws {
    _ = try window.byte(at: 7)
    let start = window.bytes[window.unread].prefix(8)
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { return window.consume(3) }
    for signature in known where start.starts(with: signature.bytes) {
      throw fault("it is \(signature.name)", signature.advice, window)
    }
    if start.prefix(2).contains(0) {
      throw fault("it is UTF-16 or no text at all", utf16Advice, window)
    }
  }

  /// Why a text whose first line this is can't be read.
  static func refusal(of line: ArraySlice<UInt8>, _ window: borrowing InputWindow) -> Fault {
    let second = window.bytes[window.unread][line.endIndex...].dropFirst().first
    let words = words(of: line)
    if line.allSatisfy({ $0 == UInt8(ascii: "-") }), line.count > 3, second == UInt8(ascii: "|") {
      return lossy("table", window)
    }
    if isCLIText(words) { return lossy("text", window) }
    if line.starts(with: Array("---".utf8)) || line.starts(with: Array("- ".utf8))
      || line.last == UInt8(ascii: ":") || line.firstRange(of: Array(": ".utf8)) != nil
    {
      return fault(
        "it looks like YAML, which is not read",
        "make the export with --output json, or convert it to JSON", window)
    }
    return fault(
      "it is neither JSON nor a table whose first line names a field of the type",
      "see: assetstore formats; name a column as the field is named, or give --format csv", window)
  }

  static func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
  }

  /// Whether the AWS CLI may have printed the line as text: it begins with what kind of thing it is about.
  static func isCLIText(_ words: [ArraySlice<UInt8>]) -> Bool {
    words.count > 1 && !words[0].isEmpty && words[0].allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The AWS CLI's output for people, which can't be made whole again.
  private static func lossy(_ kind: String, _ window: borrowing InputWindow) -> Fault {
    fault(
      "it is the AWS CLI's \(kind) output, from which the keys and bounds of maps can't be told",
      "make the export with --output json", window)
  }

  private static func fault(
    _ why: String, _ advice: String, _ window: borrowing InputWindow
  ) -> Fault {
    Fault(.input, window.name, why: why, advice: advice, place: window.place)
  }

  private static let utf16Advice = "convert it: iconv -f UTF-16 -t UTF-8"
  private static let packedAdvice = "unpack it, or pack it with gzip or zstd"

  private static let known: [(bytes: [UInt8], name: String, advice: String)] = [
    ([0xFF, 0xFE], "UTF-16", utf16Advice),
    ([0xFE, 0xFF], "UTF-16", utf16Advice),
    ([0x1F, 0x8B], "packed twice", "unpack it once"),
    ([0x28, 0xB5, 0x2F, 0xFD], "packed twice", "unpack it once"),
    (Array("BZh".utf8), "packed with bzip2", packedAdvice),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "packed with xz", packedAdvice),
    ([0x04, 0x22, 0x4D, 0x18], "packed with lz4", packedAdvice),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or an Excel file", "unpack it, or save it as CSV"),
    (Array("PAR1".utf8), "a Parquet file", "make the export as JSON or CSV"),
    (
      Array("SQLite f".utf8), "a SQLite file and no export",
      "if it is a store, name it with --store"
    ),
  ]
}
