internal import AssetIndex
internal import Assets

/// What terms know of an operand.
enum IndexedValue {
  /// That of a field or of a map's key.
  case value(Value)
  /// The same for all assets, as values are spelled in terms.
  case constant(String)
  /// NULL for all assets.
  case missing
  case notIndexed

  struct Value {
    /// Of the field or the key.
    let term: Term
    let isInMap: Bool

    var isDefined: TermSet {
      isInMap
        ? .intersection([.term(term), .not(.term(term.appending(.null)))]) : .term(term)
    }

    /// Several values read as one text, joined by commas.
    func equals(_ text: String) -> Narrowing {
      let one = IndexedValue.has(text, term: term)
      guard isInMap else { return one }
      // Without a comma it is none of several.
      return alone(one, isPossiblySeveral: text.utf8.contains(UInt8(ascii: ",")))
    }

    /// The assets whose value, read as one text, passes the test.
    func passes(_ test: TermMatch.Test) -> Narrowing {
      let short = TermSet.matching(TermMatch(parent: term, test: test))
      let one = Narrowing(
        certain: short, possible: .union([short, .term(term.appending(.long))]))
      return isInMap ? alone(one, isPossiblySeveral: true) : one
    }

    /// - Parameters:
    ///   - one: the assets that have one of some values, alone or among several.
    ///   - isPossiblySeveral: whether several, read as one text, may be one of them.
    private func alone(_ one: Narrowing, isPossiblySeveral: Bool) -> Narrowing {
      let several = TermSet.term(term.appending(.several))
      return Narrowing(
        certain: .intersection([one.certain, several.complement]),
        possible: isPossiblySeveral
          ? .union([one.possible, several])
          : .intersection([one.possible, several.complement]))
    }
  }

  init(_ operand: Operand, of type: AssetType) {
    switch operand.content {
    case .literal(.null): self = .missing
    case .literal(.text(let text)): self = .constant(text)
    case .literal(.integer(let integer)): self = .constant(String(integer))
    case .literal(.bool(let bool)): self = .constant(bool ? "1" : "0")
    case .literal(.real), .literal(.timestamp): self = .notIndexed
    case .field(let name):
      let field = type.field(named: name)
      let root = field.flatMap { $0.dataType.isMap ? nil : type.termRoot(of: $0) }
      self = root.map { .value(Value(term: .field($0), isInMap: false)) } ?? .notIndexed
    case .value(let map, let key):
      guard let field = type.field(named: map), field.dataType.isMap,
        let root = type.termRoot(of: field)
      else {
        self = .missing
        return
      }
      self = .value(Value(term: .field(root).appending(.key, text: key), isInMap: true))
    }
  }

  /// The assets that have the value, alone or among several.
  static func has(_ text: String, term: Term) -> Narrowing {
    text.utf8.count > Term.valueLimit
      ? Narrowing(certain: .none, possible: .term(term.appending(.long)))
      : Narrowing(.term(term.appending(.value, text: text)))
  }
}
