internal import Assets
internal import AssetSQLite

/// PostgreSQL's parts of texts, counted in characters from 1.
enum SliceFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("text_left", arguments: 2) { arguments in
      guard let text = arguments.text(at: 0), let count = arguments.integer(at: 1) else {
        return .null
      }
      let scalars = text.unicodeScalars
      let part = count < 0 ? scalars.dropLast(size(count)) : scalars.prefix(size(count))
      return .text(String(part))
    }
    try connection.define("text_right", arguments: 2) { arguments in
      guard let text = arguments.text(at: 0), let count = arguments.integer(at: 1) else {
        return .null
      }
      let scalars = text.unicodeScalars
      let part = count < 0 ? scalars.dropFirst(size(count)) : scalars.suffix(size(count))
      return .text(String(part))
    }
    for count in 2...3 {
      try connection.define("text_slice", arguments: count) { arguments throws(FunctionFault) in
        guard !arguments.hasNull, let text = arguments.text(at: 0) else { return .null }
        let length = count > 2 ? arguments.integer(at: 2) : nil
        return .text(try slice(text, from: arguments.integer(at: 1) ?? 1, length: length))
      }
    }
    for count in 3...4 {
      try connection.define("text_overlay", arguments: count) { arguments throws(FunctionFault) in
        guard !arguments.hasNull, let text = arguments.text(at: 0),
          let other = arguments.text(at: 1)
        else { return .null }
        let start = arguments.integer(at: 2) ?? 1
        guard start > 0 else { throw FunctionFault("overlay counts characters from 1") }
        let length =
          count > 3 ? arguments.integer(at: 3) ?? 0 : Int64(other.unicodeScalars.count)
        let scalars = text.unicodeScalars
        let head = scalars.prefix(size(start - 1))
        let tail = scalars.dropFirst(size(max(0, start - 1 + min(length, 1 << 40))))
        let result = String(head) + other + String(tail)
        try SQLLimits.checkLength(result.utf8.count)
        return .text(result)
      }
    }
    try connection.define("text_ascii", arguments: 1) { arguments in
      guard let text = arguments.text(at: 0) else { return .null }
      return .integer(Int64(text.unicodeScalars.first?.value ?? 0))
    }
    try connection.define("text_chr", arguments: 1) { arguments throws(FunctionFault) in
      guard let number = arguments.integer(at: 0) else { return .null }
      guard let code = UInt32(exactly: number), code > 0, let scalar = Unicode.Scalar(code) else {
        throw FunctionFault("there is no character \(number)")
      }
      return .text(String(scalar))
    }
    try connection.define("text_hex", arguments: 1) { arguments in
      guard let number = arguments.integer(at: 0) else { return .null }
      return .text(String(UInt64(bitPattern: number), radix: 16))
    }
    try connection.define("text_md5", arguments: 1) { arguments in
      arguments.bytes(at: 0).map { .text(MD5.hexadecimal(of: $0)) } ?? .null
    }
    try connection.define("text_lower", arguments: 1) { arguments in
      Value(arguments.text(at: 0).map { folded($0) { $0.properties.lowercaseMapping } })
    }
    try connection.define("text_upper", arguments: 1) { arguments in
      Value(arguments.text(at: 0).map { folded($0) { $0.properties.uppercaseMapping } })
    }
  }

  private static func size(_ count: Int64) -> Int { Int(min(count.magnitude, 1 << 40)) }

  /// What lies before the first character counts, and is nothing.
  private static func slice(
    _ text: String, from start: Int64, length: Int64?
  ) throws(FunctionFault) -> String {
    let scalars = text.unicodeScalars
    guard let length else { return String(scalars.dropFirst(size(max(0, start - 1)))) }
    guard length >= 0 else { throw FunctionFault("a part of a text has no negative length") }
    let (sum, isBeyond) = start.addingReportingOverflow(length)
    let end = isBeyond ? Int64.max : sum
    let first = max(1, start)
    guard end > first else { return "" }
    return String(scalars.dropFirst(size(first - 1)).prefix(size(end - first)))
  }

  /// A letter that would become two, as ß, stays as it is in PostgreSQL.
  private static func folded(_ text: String, mapping: (Unicode.Scalar) -> String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let mapped = mapping(scalar).unicodeScalars
      result.append(mapped.count == 1 ? mapped.first ?? scalar : scalar)
    }
    return String(result)
  }
}
