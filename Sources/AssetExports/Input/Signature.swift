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
      throw fault("it is \(signature.name)", advice: signature.advice, in: window)
    }
    if start.prefix(2).contains(0) {
      throw fault("it is UTF-16 or no text at all", advice: utf16Advice, in: window)
    }
  }

  /// Why a text whose first line this is can't be read.
  static func refusal(
    of line: ArraySlice<UInt8>, in window: inout InputWindow
  ) throws -> Fault {
    if try isLossy(line, in: &window) {
      return lossy(isCLIText(words(of: line)) ? "text" : "table", in: window)
    }
    if let value = scalar(line) {
      return fault(
        "it is the JSON value \(value), and no record",
        advice: "check the command that made it: its --query may have found nothing", in: window)
    }
    return fault(
      "it is neither JSON nor YAML, nor a table whose first lines name a field of the type",
      advice: "see: assetstore formats; name a column as the field is named, or give --format csv",
      in: window)
  }

  /// Whether it is the AWS CLI's output for people, as a table or as text.
  static func isLossy(_ line: ArraySlice<UInt8>, in window: inout InputWindow) throws -> Bool {
    if isCLIText(words(of: line)) { return true }
    let isRule = line.count > 3 && line.allSatisfy { "-+|=".utf8.contains($0) }
    let offset = line.endIndex - window.unread.lowerBound + 1
    return try isRule && window.byte(at: offset) == UInt8(ascii: "|")
  }

  /// A JSON value that stands alone in a line and is neither an object nor a list.
  private static func scalar(_ line: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: line.prefix(200), as: UTF8.self).filter { $0 != "\r" }
    let isWord = ["null", "true", "false", "None"].contains(text)
    let isText = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
    return isWord || isText || Double(text) != nil ? text.shortened(toScalars: 100) : nil
  }

  /// A table that was drawn with lines, for people.
  static func drawnTable(_ window: borrowing InputWindow) -> Fault {
    fault(
      "it is a table drawn for people, whose cells can't be told from their spaces",
      advice: "print it as CSV or JSON: psql --csv, mysql --batch, --output json", in: window)
  }

  static func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
  }

  /// Whether the AWS CLI may have printed the line as text: it begins with what kind of thing it is about.
  static func isCLIText(_ words: [ArraySlice<UInt8>]) -> Bool {
    words.count > 1 && !words[0].isEmpty && words[0].allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The AWS CLI's output for people, which can't be made whole again.
  private static func lossy(_ kind: String, in window: borrowing InputWindow) -> Fault {
    fault(
      "it is the AWS CLI's \(kind) output, from which the keys and bounds of maps can't be told",
      advice: "make the export with --output json", in: window)
  }

  private static func fault(
    _ why: String, advice: String, in window: borrowing InputWindow
  ) -> Fault {
    Fault(.input, what: window.name, why: why, advice: advice, place: window.place)
  }

  private static let utf16Advice = "convert it: iconv -f UTF-16 -t UTF-8"
  private static let exportAdvice = "make the export as JSON or CSV"
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
    (
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an Excel file", "save it as CSV"
    ),
    (Array("PAR1".utf8), "a Parquet file", exportAdvice),
    (Array("Obj\u{1}".utf8), "an Avro file", exportAdvice),
    (Array("%PDF".utf8), "a PDF file", exportAdvice),
    (
      Array("SQLite f".utf8), "a SQLite file and no export",
      "if it is a store, name it with --store"
    ),
  ]
}
