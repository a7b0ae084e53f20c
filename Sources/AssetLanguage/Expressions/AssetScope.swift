package import Assets

/// What a condition about one asset can name, and what the store has for it.
package struct AssetScope {
  package enum Content: Hashable, Sendable {
    case field(String)
    /// The same text for all assets.
    case text(String)
    case missing
  }

  package let columns: [Table.Column]
  /// For each column.
  package let contents: [Content]

  /// - Parameter isAcross: whether the question goes to other types too.
  package init(_ type: AssetType?, isAcross: Bool) {
    let typeName: Content = type.map { .text($0.name.description) } ?? .missing
    let account = type?.accountField.map(Content.field) ?? .missing
    var all: [(Table.Column, Content)] = [(Table.Column("_type", of: .text), typeName)]
    if isAcross {
      let tags = type?.field(named: "tags").flatMap { $0.dataType.isMap ? $0 : nil }
      all += [
        (Table.Column(Field.keyName, of: .text), .field(Field.keyName)),
        (Table.Column("account_id", of: .text), account),
        (
          Table.Column("tags", of: tags.map { Kind($0.dataType) } ?? .map),
          tags.map { .field($0.name) } ?? .missing
        ),
      ]
    } else if let type {
      all += type.fields.map { (Table.Column($0.name, of: Kind($0.dataType)), .field($0.name)) }
      if !type.fields.contains(where: { $0.name.foldedASCII == "account_id" }) {
        all.append((Table.Column("account_id", of: .text), account))
      }
      all.append((Table.Column("_extra", of: .json), .field("_extra")))
    }
    columns = all.map(\.0)
    contents = all.map(\.1)
  }
}

extension ComputedCondition {
  /// What it means for the assets of a type.
  ///
  /// - Throws: a `usage` fault, with its place in what was typed.
  package func typed(in scope: AssetScope) throws -> Typed {
    try scope.read(alone, in: text) { try $0.condition($1, on: $2) }
  }
}

extension AssetScope {
  /// What an expression gives for an asset: `state->>'Name'`.
  ///
  /// - Throws: a `usage` fault, with its place.
  package func value(_ text: String) throws -> Typed {
    try read(text, in: text) { try $0.value($1, on: $2) }
  }

  /// - Parameter whole: what was typed, in which faults have their places.
  fileprivate func read(
    _ text: String, in whole: String,
    analyze: (Analyzer, Syntax, [Table.Column]) throws -> Typed
  ) throws -> Typed {
    do {
      var parser = try Parser(text)
      let syntax = try parser.expression()
      guard parser.next.kind == .end else { throw ExpressionReader.unexpectedRest(parser) }
      let analyzer = Analyzer(text) { _ in
        throw Fault(
          .usage, what: "expression", why: "an expression asks one asset at a time",
          advice: "ask whole queries with: assetstore sql")
      }
      return try analyze(analyzer, syntax, columns)
    } catch let fault as Fault {
      throw Fault(
        fault.kind, what: "expression", why: fault.why, advice: fault.advice,
        excerpt: fault.excerpt.map { TextPlace(whole, at: $0.offset) })
    }
  }
}

extension Analyzer {
  /// A condition about a row of a table with these columns, which is the source 0.
  func condition(_ syntax: Syntax, on columns: [Table.Column]) throws -> Typed {
    try condition(syntax, in: Scope(ofAsset: columns))
  }

  /// A value of such a row.
  func value(_ syntax: Syntax, on columns: [Table.Column]) throws -> Typed {
    let value = try self.value(syntax, in: Scope(ofAsset: columns))
    return value.kind == .unknown ? value.of(.text) : value
  }
}

extension Scope {
  fileprivate convenience init(ofAsset columns: [Table.Column]) {
    self.init(parent: nil)
    clause = .asset
    sources = [Source(id: 0, qualifiers: ["asset"], columns: columns)]
  }
}
