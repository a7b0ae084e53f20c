internal import Assets

/// What an option takes as `name=value`.
struct NamedValue {
  let name: String
  /// Nil without an equals sign.
  let value: String?

  init(_ text: String) {
    let parts = text.split(atFirst: "=")
    (name, value) = (parts?.before ?? text, parts?.behind)
  }

  /// What an option says that is given once for each name.
  ///
  /// - Parameter spelling: how it is written: `--set field=value`.
  static func values(_ texts: [String], of option: String, spelling: String) throws
    -> [String: String]
  {
    var values: [String: String] = [:]
    for text in texts {
      let pair = NamedValue(text)
      guard let value = pair.value else {
        throw Fault(
          .usage, what: "\(option) \(text)", why: "it has no '='", advice: "write \(spelling)")
      }
      guard values.updateValue(value, forKey: pair.name) == nil else {
        throw Fault(
          .usage, what: "\(option) \(pair.name)", why: "it is given twice", advice: "give it once")
      }
    }
    return values
  }
}
