package import Assets

/// What a condition about one asset can name, and what the store has for it.
package struct AssetScope {
  package enum Content: Hashable, Sendable {
    case field(String)
    /// The same text for all assets.
    case text(String)
    case missing
  }

  let type: AssetType?
  /// Whether the question goes to other types too.
  let isAcross: Bool
  package let columns: [Table.Column]
  /// For each column.
  package let contents: [Content]

  /// - Parameter isAcross: whether the question goes to other types too.
  package init(_ type: AssetType?, isAcross: Bool) {
    (self.type, self.isAcross) = (type, isAcross)
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
      // The account field has that name, whatever the type calls it and whatever else has it.
      let hasAccount = type.accountField != nil
      all += type.fields.filter { !hasAccount || $0.name.foldedASCII != "account_id" }
        .map { (Table.Column($0.name, of: Kind($0.dataType)), .field($0.name)) }
      if hasAccount { all.append((Table.Column("account_id", of: .text), account)) }
      all.append((Table.Column("_extra", of: .json), .field("_extra")))
    }
    columns = all.map(\.0)
    contents = all.map(\.1)
  }
}

extension AssetScope: NameAdviser {
  /// The field that a column is; nil for what is the same for all assets.
  func field(_ column: Typed) -> String? {
    guard case .column(let column) = column.form, case .field(let name) = contents[column.index]
    else { return nil }
    return name
  }

  /// What is told of a name that is none, and what may have been meant by it: a field, a text, or else a tag.
  func missing(_ name: String, isBeside: Bool) -> (why: String, advice: String) {
    let typeName = type.map { "\($0.name)" } ?? "the type"
    let near = nearest(to: name.lowercased(), in: columns.map(\.name)).map {
      "did you mean '\($0)'?"
    }
    let why =
      isAcross ? "there is no field '\(name)' across types" : "\(typeName) has no field '\(name)'"
    if isBeside {
      return (why, [near, Literal.quotesAdvice(name)].compactMap { $0 }.joined(separator: " "))
    }
    let other =
      isAcross
      ? "across types there are _type, _key, account_id and tags; for others name a type with --type"
      : "see: assetstore types show \(typeName)"
    let hasTags = isAcross || type?.field(named: "tags")?.dataType.isMap == true
    let tag = "a tag is written tags->'\(name.doubling("'"))'"
    return (why, near ?? (hasTags ? "\(tag); \(other)" : other))
  }
}

extension ComputedCondition {
  /// What it means for the assets of a type.
  ///
  /// - Throws: a `usage` fault, with its place in what was typed.
  package func typed(in scope: AssetScope) throws -> Typed {
    try scope.read(alone, in: text) { try $0.condition($1, in: $2) }
  }
}

extension AssetScope {
  /// What an expression gives for an asset: `state->>'Name'`.
  ///
  /// - Throws: a `usage` fault, with its place.
  package func value(_ text: String) throws -> Typed {
    try read(text, in: text) { analyzer, syntax, names in
      let value = try analyzer.value(syntax, in: names)
      return value.kind == .unknown ? value.of(.text) : value
    }
  }

  /// - Parameter whole: what was typed, in which faults have their places.
  fileprivate func read(
    _ text: String, in whole: String,
    analyze: (Analyzer, Syntax, Scope) throws -> Typed
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
      return try analyze(analyzer, syntax, Scope(of: self))
    } catch let fault as Fault {
      throw Fault(
        fault.kind, what: "expression", why: fault.why, advice: fault.advice,
        excerpt: fault.excerpt.map { TextPlace(whole, at: $0.offset) })
    }
  }
}

extension Scope {
  /// The names of one asset, which is the source 0.
  convenience init(of asset: AssetScope) {
    self.init(parent: nil)
    adviser = asset
    clause = .asset
    sources = [Source(id: 0, qualifiers: ["asset"], columns: asset.columns)]
  }
}

extension MapLiteral {
  /// - Throws: a `usage` fault with the place if the text is no hstore.
  init(hstore text: String, at place: TextPlace?) throws {
    do throws(HstoreFault) {
      try self.init(hstore: text)
    } catch {
      throw Fault.expression(
        "the text is no hstore: \(error.reason)", advice: #"write 'env=>prod, "a b"=>c'"#, at: place
      )
    }
  }
}
