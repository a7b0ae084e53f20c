internal import Assets

extension Analyzer {
  /// Whether an address lies in a network.
  func network(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    guard left.kind.isAddress || right.kind.isAddress,
      Kind.common([left.kind, right.kind])?.isAddress == true
    else {
      throw noOperator(
        sign, left: left, right: right,
        advice: "\(sign.sign) asks for networks: ip::INET << INET '10.0.0.0/8'")
    }
    var parts = [try coerce(left, to: .inet), try coerce(right, to: .inet)]
    if sign.sign.hasPrefix(">>") { parts.reverse() }
    let operation =
      switch sign.sign {
      case "&&": "inet_overlaps"
      case "<<", ">>": "inet_within"
      default: "inet_within_or_equal"
      }
    return Typed(.apply(operation, parts), of: .bool, at: range)
  }

  func containment(
    _ sign: Operator, left: Typed, right: Typed, at range: Range<Int>
  ) throws -> Typed {
    if sign.sign.hasPrefix("?") {
      guard left.kind.isMap else {
        throw noOperator(
          sign, left: left, right: right, advice: "\(sign.sign) asks a map for its keys")
      }
      let kind: Kind = sign.sign == "?" ? .text : .array(.text)
      let operation = ["?": "exist", "?|": "map_has_any", "?&": "map_has_all"][sign.sign] ?? ""
      return Typed(.apply(operation, [left, try coerce(right, to: kind)]), of: .bool, at: range)
    }
    guard let kind = Kind.common([left.kind, right.kind]), kind.isMap || kind.element != nil,
      kind.isMap == false || sign.sign != "&&",
      !Self.areArraysOfTwoKinds([left.kind, right.kind])
    else {
      throw noOperator(
        sign, left: left, right: right,
        advice: left.kind == .json || right.kind == .json
          ? "compare a member: config->>'Name' = 'x'"
          : left.kind.element != nil && right.kind.element != nil
            ? "convert one of them: ARRAY[443]::BIGINT[]" : "it compares two maps or two arrays")
    }
    var parts = [try coerce(left, to: kind), try coerce(right, to: kind)]
    if sign.sign == "<@" { parts.reverse() }
    if kind.isMap { return Typed(.apply("hstore_contains", parts), of: .bool, at: range) }
    let operation = sign.sign == "&&" ? "array_overlaps" : "array_contains"
    return Typed(.apply(operation, parts), of: .bool, at: range)
  }
}
