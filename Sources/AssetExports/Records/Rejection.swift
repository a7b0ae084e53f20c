package import Assets

/// A record that was refused while the others of its export are taken.
package struct Rejection: Hashable, Sendable {
  /// The record as it came.
  package enum Record: Hashable, Sendable {
    /// JSON text without spaces. Of an export that has no object for each record, the record as it was put together.
    case json([UInt8])
    /// Text that is no JSON, or none that is taken: a row of a table, a broken line.
    case text([UInt8])
  }

  /// Where what is wrong with it is.
  package let place: Place
  /// Why it was refused.
  package let reason: String
  /// What to do about it, where something can be done.
  package let advice: String?
  /// The record as it came.
  package let record: Record

  /// How many bytes the record has.
  var size: Int {
    switch record {
    case .json(let bytes), .text(let bytes): bytes.count
    }
  }

  /// One JSON object: `{"file", "line", "byte", "reason", "record"}`. Text that is no UTF-8 is repaired.
  ///
  /// - Parameter file: what the input is called.
  package func json(file: String) -> [UInt8] {
    var text = Array(#"{"file":"#.utf8)
    JSONText.append(string: file, to: &text)
    text.append(contentsOf: #","line":\#(place.line),"byte":\#(place.byte),"reason":"#.utf8)
    JSONText.append(string: advice.map { "\(reason); \($0)" } ?? reason, to: &text)
    text.append(contentsOf: #","record":"#.utf8)
    switch record {
    case .json(let bytes): text.append(span: bytes.span)
    case .text(let bytes):
      JSONText.append(string: String(decoding: bytes, as: UTF8.self), to: &text)
    }
    text.append(UInt8(ascii: "}"))
    JSONText.escapeControls(in: &text, from: 0)
    return text
  }
}
