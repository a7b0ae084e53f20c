/// A condition about one asset that takes more than fields, keys and constants, as it was written: functions, reckoning,
/// members of JSON. What it means is known when the type is.
package struct ComputedCondition: Hashable, Sendable {
  /// All of what was typed.
  package let text: String
  /// The bytes of the text that it is.
  package let range: Range<Int>

  /// Whether it is asked across types.
  package var isAcross = false

  package init(text: String, range: Range<Int>) { (self.text, self.range) = (text, range) }

  /// The text with spaces for all that stands around it: places in it are places in what was typed.
  package var alone: String {
    var bytes = Array(repeating: UInt8(ascii: " "), count: range.lowerBound)
    bytes += Array(text.utf8)[range]
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Expression {
  /// Whether a part of it is worked out asset by asset.
  package var isComputed: Bool {
    switch self {
    case .computed: true
    case .and(let parts), .or(let parts): parts.contains(where: \.isComputed)
    case .not(let part), .is(let part, _): part.isComputed
    default: false
    }
  }
}
