internal import Assets

extension Analyzer {
  func unary(_ sign: String, operand: Typed, at range: Range<Int>) throws -> Typed {
    switch (operand.form, sign) {
    case (.whole(let value), "-") where value != .min:
      return Typed(.whole(-value), of: operand.kind, at: range)
    case (.decimal(let spelling), "-") where !spelling.hasPrefix("-"):
      // The least whole number is one below the negative of the greatest.
      if spelling == "9223372036854775808" { return Typed(.whole(.min), of: .bigint, at: range) }
      return Typed(.decimal("-" + spelling), of: .numeric, at: range)
    default: break
    }
    guard operand.kind.isNumber || operand.kind == .interval else {
      throw fault(
        "a sign stands before a number, and '\(excerpt(operand.range))' is \(operand.kind)",
        advice: nil, at: range)
    }
    if sign == "+" { return operand.at(range) }
    return Typed(.apply("\(operand.kind.family)_negate", [operand]), of: operand.kind, at: range)
  }

  func binary(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    switch sign.sign {
    case "=", "<>", "<", "<=", ">", ">=":
      return try compare(sign.sign, left: left, right: right, range: range, at: sign.range)
    case "+", "-", "*", "/", "%", "^":
      return try arithmetic(sign, left: left, right: right, at: range)
    case "||": return try concatenation(sign, left: left, right: right, at: range)
    case "->", "->>", "#>", "#>>": return try member(sign, left: left, right: right, at: range)
    case "~", "~*", "!~", "!~*":
      let operation = sign.sign.hasSuffix("*") ? "matches_any_case" : "matches"
      let match = Typed(
        .apply(operation, [try matched(left), try matched(right)]), of: .bool, at: range)
      return sign.sign.hasPrefix("!") ? Typed(.not(match), of: .bool, at: range) : match
    case "<<", "<<=", ">>", ">>=":
      return try network(sign, left: left, right: right, at: range)
    case "&&" where left.kind.isAddress || right.kind.isAddress:
      return try network(sign, left: left, right: right, at: range)
    case "@>", "<@", "?", "?|", "?&", "&&":
      return try containment(sign, left: left, right: right, at: range)
    default:
      throw fault("there is no operator \(sign.sign) here", advice: nil, at: sign.range)
    }
  }

  func noOperator(
    _ sign: Operator, left: Typed, right: Typed, advice: String?
  ) -> Fault {
    fault(
      "there is no operator \(sign.sign) between \(left.kind) and \(right.kind)", advice: advice,
      at: sign.range)
  }

  private func concatenation(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    if left.kind.element != nil || right.kind.element != nil {
      return try joined(sign, left: left, right: right, at: range)
    }
    if left.kind.isMap || right.kind.isMap, left.kind != .text, right.kind != .text {
      guard let kind = Kind.common([left.kind, right.kind]), kind.isMap else {
        throw noOperator(
          sign, left: left, right: right, advice: "convert the map: tags::VARCHAR || 'x'")
      }
      let parts = [try coerce(left, to: kind), try coerce(right, to: kind)]
      return Typed(.apply("map_concat", parts), of: kind, at: range)
    }
    let kinds = [left.kind, right.kind]
    guard !kinds.contains(.json) else {
      throw fault(
        "JSON is not put together with ||",
        advice: "take its text with ->>, or cast it: x::VARCHAR",
        at: sign.range)
    }
    guard kinds.contains(where: { $0 == .text || $0 == .unknown || $0 == .any }) else {
      throw noOperator(
        sign, left: left, right: right, advice: "convert one of them: x::VARCHAR || y")
    }
    let parts = try [left, right].map { value in
      return value.kind == .unknown || value.kind == .any
        ? try coerce(value, to: .text) : try cast(value, to: .text, at: value.range)
    }
    return Typed(.apply("concat_texts", parts), of: .text, at: range)
  }

  /// An array with another, or with one member more.
  private func joined(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    let elements = [left.kind.element, right.kind.element]
    if let one = elements[0], let other = elements[1] {
      guard let element = Kind.common([one, other]) else {
        throw noOperator(sign, left: left, right: right, advice: nil)
      }
      let kind = Kind.array(element)
      let parts = [try coerce(left, to: kind), try coerce(right, to: kind)]
      return Typed(.apply("array_cat", parts), of: kind, at: range)
    }
    let (array, value) = elements[0] != nil ? (left, right) : (right, left)
    guard value.kind != .unknown else {
      // PostgreSQL takes a text or NULL beside an array for an array.
      let other = try coerce(value, to: array.kind)
      return Typed(
        .apply("array_cat", elements[0] != nil ? [left, other] : [other, right]), of: array.kind,
        at: range)
    }
    guard let element = Kind.common([array.kind.element ?? .text, value.kind]) else {
      throw noOperator(sign, left: left, right: right, advice: "write it as ARRAY['x']")
    }
    let parts = [try coerce(array, to: .array(element)), try coerce(value, to: element)]
    return elements[0] != nil
      ? Typed(.apply("array_append", parts), of: .array(element), at: range)
      : Typed(.apply("array_prepend", [parts[1], parts[0]]), of: .array(element), at: range)
  }

  private func member(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    if left.kind.isMap {
      guard sign.sign == "->" else {
        throw fault(
          "a map has no \(sign.sign)", advice: "write ->, which gives text", at: sign.range)
      }
      if right.kind == .array(.text) {
        return Typed(.apply("map_values", [left, right]), of: .array(.text), at: range)
      }
      guard [.text, .unknown, .any].contains(right.kind) else {
        throw noOperator(sign, left: left, right: right, advice: "a key is a text: tags->'env'")
      }
      return Typed(.apply("map_value", [left, try coerce(right, to: .text)]), of: .text, at: range)
    }
    guard left.kind == .json || left.kind == .any else {
      throw fault(
        "\(sign.sign) takes a map or JSON on its left, and '\(excerpt(left.range))' is \(left.kind)",
        advice: left.kind == .text || left.kind == .unknown
          ? "convert it: x::JSON, x::HSTORE; or put what belongs together in parentheses" : nil,
        at: sign.range)
    }
    let kind: Kind = sign.sign.hasSuffix(">>") ? .text : .json
    if sign.sign.hasPrefix("#") {
      let path = try coerce(right, to: .array(.text))
      return Typed(
        .apply(kind == .text ? "json_path_text" : "json_path", [left, path]), of: kind, at: range)
    }
    guard right.kind.isWhole || [.text, .unknown, .any].contains(right.kind) else {
      throw noOperator(sign, left: left, right: right, advice: nil)
    }
    let key = right.kind.isWhole ? right : try coerce(right, to: .text)
    return Typed(
      .apply(kind == .text ? "json_member_text" : "json_member", [left, key]), of: kind, at: range)
  }
}
