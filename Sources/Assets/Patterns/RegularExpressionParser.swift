/// Reads a regular expression by recursive descent.
struct RegularExpressionParser {
  private let scalars: [Unicode.Scalar]
  private var at = 0
  private var depth = 0
  private(set) var groupCount = 0

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws(RegularExpressionFault) -> RegularExpressionNode {
    let node = try parseChoice()
    guard at == scalars.count else { throw fault("a ) has no (") }
    return node
  }

  private mutating func parseChoice() throws(RegularExpressionFault) -> RegularExpressionNode {
    var branches = [try parseSequence()]
    while take("|") { branches.append(try parseSequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func parseSequence() throws(RegularExpressionFault) -> RegularExpressionNode {
    var parts: [RegularExpressionNode] = []
    while let scalar, scalar != "|", scalar != ")" { parts.append(try parsePiece()) }
    return .sequence(parts)
  }

  private mutating func parsePiece() throws(RegularExpressionFault) -> RegularExpressionNode {
    if take("^") { return try refusingQuantifier(.start) }
    if take("$") { return try refusingQuantifier(.end) }
    let atom = try parseAtom()
    guard let (low, high) = try parseQuantifier() else { return atom }
    return try refusingQuantifier(.repeated(atom, low, high, isLazy: take("?")))
  }

  private mutating func refusingQuantifier(
    _ node: RegularExpressionNode
  ) throws(RegularExpressionFault) -> RegularExpressionNode {
    if try parseQuantifier() != nil { throw fault("a quantifier has nothing to repeat") }
    return node
  }

  private mutating func parseAtom() throws(RegularExpressionFault) -> RegularExpressionNode {
    guard let scalar else { return .sequence([]) }
    at += 1
    switch scalar {
    case "(": return try parseGroup()
    case "[": return .set(try parseBrackets())
    case ".": return .set(.any)
    case "\\": return try parseEscape()
    case "*", "+", "?": throw fault("a quantifier has nothing to repeat")
    case "{" where self.scalar.map(Self.isDigit) == true:
      throw fault("a quantifier has nothing to repeat")
    default: return .set(CharacterSet(scalar))
    }
  }

  private mutating func parseGroup() throws(RegularExpressionFault) -> RegularExpressionNode {
    let isKept = !take("?")
    if !isKept, !take(":") { throw fault("there is no group that begins with (?, but for (?:") }
    if isKept { groupCount += 1 }
    let number = groupCount
    depth += 1
    guard depth <= 100 else { throw fault("it is nested too deeply") }
    let node = try parseChoice()
    depth -= 1
    guard take(")") else { throw fault("a ( has no )") }
    return isKept ? .group(node, number) : node
  }

  private mutating func parseEscape() throws(RegularExpressionFault) -> RegularExpressionNode {
    guard let scalar else { throw fault("it ends in a backslash") }
    if scalar == "A" || scalar == "Z" {
      at += 1
      return scalar == "A" ? .start : .end
    }
    return .set(CharacterSet(try parseEscapedSet()))
  }

  /// What stands behind a backslash, as a set.
  private mutating func parseEscapedSet() throws(RegularExpressionFault) -> [ClosedRange<UInt32>] {
    guard let scalar else { throw fault("it ends in a backslash") }
    at += 1
    if let ranges = CharacterSet.escaped(scalar) { return ranges }
    let controls: [Unicode.Scalar: UInt32] = ["t": 9, "n": 10, "v": 11, "f": 12, "r": 13]
    if let control = controls[scalar] { return [control...control] }
    guard !Self.isDigit(scalar), !(0x41...0x5A).contains(scalar.value & ~0x20) else {
      throw fault("there is no escape \\\(scalar)")
    }
    return [scalar.value...scalar.value]
  }

  /// The least and the most of `*`, `+`, `?` and `{2,3}`; nil if none is there.
  private mutating func parseQuantifier() throws(RegularExpressionFault) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard scalar == "{", at + 1 < scalars.count, Self.isDigit(scalars[at + 1]) else { return nil }
    at += 1
    let low = try parseNumber()
    var high: Int? = low
    if take(",") { high = scalar == "}" ? nil : try parseNumber() }
    guard take("}") else { throw fault("a { has no }") }
    guard low <= high ?? low else { throw fault("{\(low),…} ends before it begins") }
    return (low, high)
  }

  private mutating func parseNumber() throws(RegularExpressionFault) -> Int {
    var number = 0
    guard let scalar, Self.isDigit(scalar) else { throw fault("a { has no }") }
    while let scalar = self.scalar, Self.isDigit(scalar) {
      number = number * 10 + Int(scalar.value) - 0x30
      guard number <= 255 else { throw fault("a quantifier takes at most 255") }
      at += 1
    }
    return number
  }
}

extension RegularExpressionParser {
  /// What stands between brackets; the opening one has been read.
  private mutating func parseBrackets() throws(RegularExpressionFault) -> CharacterSet {
    var set = CharacterSet(isNegated: take("^"))
    var isFirst = true
    while let scalar, isFirst || scalar != "]" {
      isFirst = false
      set.ranges += try parseBracketPart()
    }
    guard take("]") else { throw fault("a [ has no ]") }
    return set
  }

  private mutating func parseBracketPart() throws(RegularExpressionFault) -> [ClosedRange<UInt32>] {
    if scalar == "[", at + 1 < scalars.count, [":", ".", "="].contains(scalars[at + 1]) {
      return try parseClass()
    }
    let low = try parseBracketSet()
    guard scalar == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else { return low }
    at += 1
    let high = try parseBracketSet()
    guard let first = low.first?.lowerBound, let last = high.first?.upperBound, low.count == 1,
      high.count == 1, first == low[0].upperBound, last == high[0].lowerBound, first <= last
    else { throw fault("a range in [] ends before it begins") }
    return [first...last]
  }

  private mutating func parseBracketSet() throws(RegularExpressionFault) -> [ClosedRange<UInt32>] {
    guard let scalar else { throw fault("a [ has no ]") }
    at += 1
    return scalar == "\\" ? try parseEscapedSet() : [scalar.value...scalar.value]
  }

  /// `[:alpha:]`
  private mutating func parseClass() throws(RegularExpressionFault) -> [ClosedRange<UInt32>] {
    let start = at + 2
    at = start
    while let scalar, scalar != "]" { at += 1 }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[start..<at].dropLast())
    guard take("]"), scalars[start - 1] == ":", at - 2 >= start, scalars[at - 2] == ":",
      let ranges = CharacterSet.named(String(name))
    else { throw fault("there is no class of this name in []") }
    return ranges
  }

  private var scalar: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard scalar == wanted else { return false }
    at += 1
    return true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private func fault(_ reason: String) -> RegularExpressionFault {
    RegularExpressionFault(reason: reason)
  }
}
