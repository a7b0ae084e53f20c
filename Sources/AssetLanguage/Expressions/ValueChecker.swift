internal import Assets

/// Finds out what operands of an expression are, as the analyzer does for whole queries, and writes down as operands what
/// has become of them.
struct ValueChecker {
  private let scope: AssetScope
  private let analyzer: Analyzer
  private let names: Scope
  private let isText: Bool

  /// For operands that stand in one text.
  init(_ operands: [Operand], in scope: AssetScope) {
    self.init(text: operands.lazy.compactMap(\.place).first?.text, scope: scope)
  }

  init(_ reference: FieldReference, in scope: AssetScope) {
    self.init(text: reference.place?.text, scope: scope)
    range = reference.place.map { $0.offset..<$0.offset + reference.name.utf8.count } ?? 0..<0
  }

  private init(text: String?, scope: AssetScope) {
    self.scope = scope
    isText = text != nil
    analyzer = Analyzer(text ?? "") { _ in nil }
    names = Scope(of: scope)
  }

  /// Where the name stands that is looked up.
  private var range = 0..<0

  func fault(_ why: String, advice: String?, at range: Range<Int>) -> Fault {
    .expression(
      why, advice: advice, at: isText ? TextPlace(analyzer.text, at: range.lowerBound) : nil)
  }

  /// What the analyzer finds wrong, told of an expression.
  private func told<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let fault as Fault {
      throw Fault(
        fault.kind, what: "expression", why: fault.why, advice: fault.advice,
        excerpt: isText ? fault.excerpt : nil)
    }
  }

  func column(_ name: String) throws -> Typed { try column(name, at: range, isBeside: false) }

  private func column(_ name: String, at range: Range<Int>, isBeside: Bool) throws -> Typed {
    let name = Name(spelling: name, folded: name.foldedASCII, range: range, isQuoted: false)
    return try told { try analyzer.column([name], at: range, in: names, isBeside: isBeside) }
  }

  /// - Parameter isBeside: whether it is what something is compared with: a name that is none was meant as a text.
  func typed(_ operand: Operand, isBeside: Bool = false) throws -> Typed {
    let start = operand.place?.offset ?? 0
    let range = start..<start + operand.length
    switch operand.content {
    case .field(let name): return try column(name, at: range, isBeside: isBeside)
    case .value(let name, let key):
      let map = try column(name, at: range, isBeside: isBeside)
      guard map.kind.isMap else {
        throw fault("\(name) is \(map.kind), and no map", advice: nil, at: range)
      }
      let text = Typed(.text(key), of: .text, at: range)
      return Typed(.apply("map_value", [map, text]), of: .text, at: range)
    case .literal(.null): return Typed(.null, of: .unknown, at: range)
    case .literal(.text(let text)): return Typed(.text(text), of: .unknown, at: range)
    case .literal(.integer(let whole)):
      let kind: Kind = Int32(exactly: whole) == nil ? .bigint : .int
      return Typed(.whole(whole), of: kind, at: range)
    // A decimal of a text has so few digits that a double tells it.
    case .literal(.real(let real)): return Typed(.real(real), of: .numeric, at: range)
    case .literal(.bool(let bool)): return Typed(.bool(bool), of: .bool, at: range)
    case .literal(.timestamp(let text)):
      return try told { try analyzer.literal(text, as: .timestamp, at: range) }
    }
  }

  func condition(_ value: Typed) throws -> Typed { try told { try analyzer.truth(value) } }

  func matched(_ value: Typed) throws -> Typed { try told { try analyzer.matched(value) } }

  /// The operands as what they have in common.
  func alike(_ operands: [Operand], word: String) throws -> [Typed] {
    let values = try operands.enumerated().map { try typed($1, isBeside: $0 > 0) }
    let place = values.first?.range ?? 0..<0
    return try told {
      let (alike, kind) = try analyzer.alike(values, word: word, at: place)
      try analyzer.check(kind, sign: word, at: values.first { $0.kind == kind }?.range ?? place)
      return alike
    }
  }

  /// What is looked for among values of a kind.
  func member(_ operand: Operand, of kind: Kind) throws -> Operand {
    let value = try typed(operand)
    let found = try told {
      let other = Typed(.null, of: kind, at: value.range)
      return try analyzer.alike([value, other], word: "=", at: value.range).0[0]
    }
    return try self.operand(found, as: operand)
  }
}

extension Kind {
  /// Whether values of it are compared as they are stored.
  var isPlain: Bool { !isMap && element == nil }
}

extension ValueChecker {
  /// - Parameter operand: what the value was before it became what it is.
  func operand(_ value: Typed, as operand: Operand) throws -> Operand {
    let content: Operand.Content =
      switch value.form {
      // Both compare as numbers do.
      case .convert(let inner) where inner.isColumn || value.kind == .numeric:
        try self.operand(inner, as: operand).content
      case .convert(let inner) where value.kind == .float: .literal(real(inner))
      case .column(let column): content(column)
      case .apply(_, let parts):
        if case .column(let column) = parts[0].form, case .field(let map) = content(column),
          case .text(let key) = parts[1].form
        {
          .value(field: map, key: key)
        } else {
          .literal(.null)
        }
      case .whole(let whole): .literal(.integer(whole))
      case .real(let real): .literal(.real(real))
      case .decimal(let spelling): .literal(.real(Double(spelling) ?? 0))
      case .bool(let bool): .literal(.bool(bool))
      case .text(let text):
        switch operand.content {
        case .literal(.text(let spelled)) where value.kind == .timestamp:
          .literal(.timestamp(spelled))
        case .literal(.timestamp): operand.content
        default: .literal(.text(text))
        }
      default: .literal(.null)
      }
    return Operand(content, at: operand.place, length: operand.length)
  }

  private func real(_ value: Typed) -> Literal {
    switch value.form {
    case .whole(let whole): .real(Double(whole))
    case .real(let real): .real(real)
    case .decimal(let spelling): .real(Double(spelling) ?? 0)
    default: .null
    }
  }

  private func content(_ column: Typed.Column) -> Operand.Content {
    switch scope.contents[column.index] {
    case .field(let name): .field(name)
    case .text(let text): .literal(.text(text))
    case .missing: .literal(.null)
    }
  }
}
