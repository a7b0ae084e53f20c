internal import Assets

/// Makes a statement that SQLite takes of one in the spelling of DDSQL and PostgreSQL, token by token: texts, quoted
/// names and comments stay as they are.
struct SQLRewriter {
  let tokens: SQLTokens
  let operands: SQLOperands
  var edits = SQLEdits()

  /// - Parameters:
  ///   - types: the types that the statement names as tables, by name.
  ///   - asked: those and others that it asks under the names of their tables.
  ///   - temporary: the names of the tables that are gone with the connection.
  static func rewrite(
    _ tokens: SQLTokens, types: [String: AssetType], asked: [AssetType], temporary: Set<String>
  ) throws -> RewrittenSQL {
    var rewriter = SQLRewriter(tokens: tokens, operands: SQLOperands(tokens, asked))
    rewriter.rewriteNames(types, temporary)
    try rewriter.rewriteMembers()
    for index in tokens.indices { try rewriter.refuseUngrouped(index) }
    for index in tokens.indices { try rewriter.rewrite(index) }
    // Around what the operands have become.
    for index in tokens.indices { try rewriter.rewriteComparison(index) }
    for index in tokens.indices { rewriter.rewriteOrder(index) }
    return try rewriter.edits.apply(to: tokens.text, upTo: tokens.end)
  }

  private mutating func rewrite(_ index: Int) throws {
    let token = tokens[index]
    switch token.kind {
    case .symbol: try rewriteSymbol(index)
    case .word where tokens[index - 1].isSymbol("."): break
    case .word where tokens[index + 1].isSymbol("("): try rewriteCall(index)
    case .word: try rewriteWord(index)
    case .quotedName: try refuseIndex(index)
    case .text, .blob, .number, .parameter, .end: break
    }
  }

  private mutating func rewriteSymbol(_ index: Int) throws {
    switch tokens[index].spelling {
    case "::": try rewriteCast(at: index)
    case "[": rewriteBrackets(index)
    case "+", "-", "*", "/": try refuseMomentAsNumber(index)
    case "~" where tokens.endsOperand(index - 1): replace(index, with: " REGEXP ")
    case "!~": replace(index, with: " NOT REGEXP ")
    // PostgreSQL's own way to say within an expression that it takes no notice of case.
    case "~*": replace(index, with: " REGEXP '(?i)' || ")
    case "!~*": replace(index, with: " NOT REGEXP '(?i)' || ")
    case let symbol: if let advice = Self.missing[symbol] { throw noOperator(index, advice) }
    }
  }

  private func noOperator(_ index: Int, _ advice: String) -> Fault {
    fault("there is no operator \(tokens[index].spelling) here", advice, at: index)
  }

  private static let missing = [
    "@>": "write hstore_contains(tags, 'env=>prod')", "<@": "write hstore_contains('a=>b', tags)",
    "?": "write exist(tags, 'env'), or a parameter as :name",
    "?|": "write exist(tags, 'a') OR exist(tags, 'b')",
    "?&": "write exist(tags, 'a') AND exist(tags, 'b')", "@": "write a parameter as :name",
    "$": "write a parameter as :name", ":": "write a parameter as :name",
    "#": "write json_extract_path(config, 'a', 'b')",
  ]

  private mutating func rewriteWord(_ index: Int) throws {
    let token = tokens[index]
    if token.folded == "ilike", tokens.endsOperand(index - 1) || tokens[index - 1].isWord("not") {
      // MATCH calls a function that nothing else of ours uses.
      replace(index, with: "MATCH")
    } else if tokens[index + 1].kind == .text, token.isWord(in: SQLCast.typeWords),
      !tokens[index - 1].isWord("as"), !tokens[index - 1].isSymbol("::")
    {
      try rewriteLiteral(index)
    }
  }

  private mutating func rewriteCall(_ index: Int) throws {
    switch tokens[index].folded {
    case "cast": try rewriteCastCall(index)
    case "extract": try rewriteExtract(index)
    case "any", "some": try rewriteQuantifier(index, symbols: ["=", "=="], "any_equal", "IN")
    case "all": try rewriteQuantifier(index, symbols: ["<>", "!="], "all_unequal", "NOT IN")
    case "ilike": try rewriteWord(index)
    case "sum", "avg", "total": try refuseSumOfMoments(index)
    case "approx_percentile", "percentile_cont", "percentile_disc": try rewritePercentile(index)
    case let name: if let own = Self.renamed[name] { replace(index, with: own) }
    }
  }

  /// What SQLite has under another name.
  private static let renamed = [
    "array_agg": "json_group_array", "string_agg": "group_concat", "bool_and": "min",
    "bool_or": "max", "every": "min", "char_length": "length", "character_length": "length",
    "btrim": "trim", "chr": "char",
  ]
}

extension SQLRewriter {
  mutating func replace(_ index: Int, with text: String) {
    edits.replace(tokens[index].range, with: text)
  }

  func fault(_ why: String, _ advice: String?, at index: Int) -> Fault {
    SQLFault.at(tokens[index].range.lowerBound, of: tokens.text, why, advice)
  }

  /// The names of types become those of their tables: where a table is expected, and before the name of a column.
  private mutating func rewriteNames(_ types: [String: AssetType], _ temporary: Set<String>) {
    let tables = tokens.tableReferences().filter { types[$0.name] != nil }
    for table in tables {
      guard let type = types[table.name] else { continue }
      // The table itself, even where the statement calls a query of its own like it.
      let schema = temporary.contains(type.name.table) ? "temp." : "main."
      rename(table.tokens, to: type, in: table.hasQualifier ? schema : "")
    }
    let taken = Set(tables.flatMap(\.tokens))
    let shortNames = shortNames(types, besides: taken)
    for index in tokens.indices where !taken.contains(index) && tokens[index].isName {
      guard !tokens[index - 1].isSymbol(".") else { continue }
      var end = index
      var name = tokens[index].folded
      // The last part is a column, or all of them.
      while name.utf8.count <= TypeName.maxLength, tokens[end + 1].isSymbol("."),
        tokens[end + 2].isName || tokens[end + 2].isSymbol("*")
      {
        if let type = types[name] ?? shortNames[name] {
          rename(index..<end + 1, to: type)
          break
        }
        name += "." + tokens[end + 2].folded
        end += 2
      }
    }
  }

  private mutating func rename(_ tokens: Range<Int>, to type: AssetType, in schema: String = "") {
    let range =
      self.tokens[tokens.lowerBound].range
      .lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    edits.replace(range, with: schema + AssetTable.quote(type.name.table))
  }

  /// A table without another name is known by its name alone too: `FROM aws.ec2_instance WHERE ec2_instance.state …`.
  /// Not where the statement uses the word for anything else.
  private func shortNames(
    _ types: [String: AssetType], besides taken: Set<Int>
  ) -> [String: AssetType] {
    let byName = Dictionary(grouping: types.values) { type in
      type.name.description.split(separator: ".").last.map(String.init) ?? ""
    }
    return byName.filter { name, types in
      types.count == 1
        && tokens.indices.allSatisfy { index in
          taken.contains(index) || !tokens[index].isName || tokens[index].folded != name
            || tokens[index + 1].isSymbol(".") || tokens[index - 1].isSymbol(".")
        }
    }.compactMapValues(\.first)
  }
}
