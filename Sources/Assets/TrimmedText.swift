extension String {
  /// Without the spaces at its ends: what ASCII has for white space, as PostgreSQL takes it.
  package var trimmingSpace: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = Array(utf8)
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end].drop(while: isSpace), as: UTF8.self)
  }
}
