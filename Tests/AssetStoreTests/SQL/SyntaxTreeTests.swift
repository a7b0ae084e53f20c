import AssetLanguage
import Testing

/// The tree of a statement is the statement: each part lies where it says, and nothing is left out.
@Suite struct SyntaxTreeTests {
  @Test func `the tokens under the tree are the statement`() throws {
    var generator = StatementGenerator(seed: 61)
    let generated = (0..<1_000).map { _ in generator.statement() }
    var read = 0
    for text in SQLForms.statements + generated {
      // Some compare what is a comparison, and are refused.
      guard let query = try? ParsedStatement(text).query else { continue }
      read += 1
      let tokens = try Lexer.tokens(of: text).filter { $0.kind != .end }
      let root = TreePart(query)
      #expect(root.range.lowerBound == tokens.first?.range.lowerBound, "\(text)")
      let ends = Set(tokens.map(\.range.upperBound)).union([0])
      let starts = Set(tokens.map(\.range.lowerBound))
      var leaves: [Range<Int>] = []
      root.walk { part in
        #expect(
          starts.contains(part.range.lowerBound) && ends.contains(part.range.upperBound), "\(text)")
        var last = part.range.lowerBound
        for child in part.children {
          #expect(
            child.range.lowerBound >= last && child.range.upperBound <= part.range.upperBound,
            "\(text): \(child.range) in \(part.range)")
          last = child.range.upperBound
        }
        if part.children.isEmpty { leaves.append(part.range) }
      }
      for token in tokens where [.text, .number, .parameter].contains(token.kind) {
        let isThere = leaves.contains {
          $0.lowerBound <= token.range.lowerBound && token.range.upperBound <= $0.upperBound
        }
        #expect(isThere, "\(text): \(token.spelling)")
      }
    }
    #expect(read > SQLForms.statements.count + generated.count / 2)
  }
}

/// A part of a tree, with those below it in the order of the text.
private struct TreePart {
  let range: Range<Int>
  let children: [TreePart]

  func walk(_ body: (TreePart) -> Void) {
    body(self)
    for child in children { child.walk(body) }
  }

  /// What stands for several sets of a grouping, or for an argument that was left out, is there once.
  private init(_ range: Range<Int>, over parts: [TreePart]) {
    self.range = range
    var taken: Set<Range<Int>> = [range]
    children = parts.filter { taken.insert($0.range).inserted }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private init(leaf range: Range<Int>) { (self.range, children) = (range, []) }

  init(_ syntax: Syntax) {
    self.init(syntax.range, over: Self.parts(of: syntax.form))
  }

  private static func parts(of form: Syntax.Form) -> [TreePart] {
    switch form {
    case .null, .text, .number, .bool, .blob, .parameter, .typed, .name, .all: []
    case .unary(_, let part), .not(let part), .isNull(let part), .isTruth(let part, _):
      [TreePart(part)]
    case .cast(let part, let type): [TreePart(part), TreePart(leaf: type.range)]
    case .binary(_, let one, let other), .isDistinct(let one, let other),
      .element(let one, let other), .atTimeZone(let one, let other):
      [one, other].map { TreePart($0) }
    case .and(let parts), .or(let parts), .array(let parts), .row(let parts):
      parts.map { TreePart($0) }
    case .call(let call): parts(of: call)
    case .caseOf(let operand, let branches, let last):
      ([operand, last].compactMap { $0 } + branches.flatMap { [$0.when, $0.then] })
        .map { TreePart($0) }
    case .between(let value, let low, let high, _): [value, low, high].map { TreePart($0) }
    case .inList(let value, let list): ([value] + list).map { TreePart($0) }
    case .inQuery(let value, let query): [TreePart(value), TreePart(query)]
    case .like(let value, let pattern, let escape, _):
      ([value, pattern] + [escape].compactMap { $0 }).map { TreePart($0) }
    case .quantified(_, let value, _, .array(let array)): [value, array].map { TreePart($0) }
    case .quantified(_, let value, _, .query(let query)): [TreePart(value), TreePart(query)]
    case .exists(let query), .subquery(let query), .arrayQuery(let query): [TreePart(query)]
    case .slice(let value, let low, let high):
      ([value] + [low, high].compactMap { $0 }).map { TreePart($0) }
    }
  }

  private static func parts(of call: Call) -> [TreePart] {
    var parts = (call.arguments + call.order.map(\.value)).map { TreePart($0) }
    if let filter = call.filter { parts.append(TreePart(filter)) }
    if case .definition(let window)? = call.window { parts += self.parts(of: window) }
    return parts
  }

  private static func parts(of window: WindowSyntax) -> [TreePart] {
    var parts = (window.partition + window.order.map(\.value)).map { TreePart($0) }
    for bound in [window.frame?.start, window.frame?.end].compactMap({ $0 }) {
      switch bound {
      case .preceding(let count), .following(let count): parts.append(TreePart(count))
      default: break
      }
    }
    return parts
  }
}

extension TreePart {
  init(_ query: QuerySyntax) {
    var parts = query.with.map { TreePart($0.query) }
    switch query.body {
    case .select(let select): parts += Self.parts(of: select)
    case .values(let rows): parts += rows.flatMap { $0.map { TreePart($0) } }
    case .set(_, _, let left, let right): parts += [TreePart(left), TreePart(right)]
    }
    parts += query.order.map { TreePart($0.value) }
    parts += [query.limit, query.offset].compactMap { $0 }.map { TreePart($0) }
    self.init(query.range, over: parts)
  }

  private static func parts(of select: SelectSyntax) -> [TreePart] {
    var parts = select.items.map { TreePart($0.value) }
    if case .on(let keys) = select.distinct { parts += keys.map { TreePart($0) } }
    parts += select.from.flatMap { self.parts(of: $0) }
    for grouping in select.group {
      switch grouping {
      case .value(let value): parts.append(TreePart(value))
      case .sets(let sets): parts += sets.flatMap { $0.map { TreePart($0) } }
      }
    }
    parts += [select.filter, select.having].compactMap { $0 }.map { TreePart($0) }
    return parts + select.windows.flatMap { self.parts(of: $0.window) }
  }

  private static func parts(of from: FromSyntax) -> [TreePart] {
    switch from {
    case .table: return []
    case .function(let call, _, _, _): return parts(of: call)
    case .query(let query, _, _): return [TreePart(query)]
    case .join(let join):
      let sides = parts(of: join.left) + parts(of: join.right)
      guard case .on(let condition) = join.condition else { return sides }
      return sides + [TreePart(condition)]
    }
  }
}
