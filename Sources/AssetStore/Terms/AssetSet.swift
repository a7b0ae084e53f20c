internal import Assets
internal import SQLite

/// A set of assets of one type whose terms have been looked up: asks for the ids of a span at a time.
struct AssetSet {
  private indirect enum Part: Sendable {
    case term(Int64)
    case and([Part])
    case or([Part])
    case not(Part)

    static let none = Part.or([])
  }

  /// The type's own term; nil if it has no assets.
  private let type: Int64?
  private let part: Part
  /// Whether the store has assets of other types too.
  private let hasOthers: Bool
  /// At most how many assets there are.
  let estimate: Int

  init(_ set: TermSet, of type: AssetType, _ connection: borrowing Connection) throws {
    let own = try TermTable.find(.type(type.name.description), connection)
    let all = try TermTable.find(.field(Term.typeRoot), connection)
    let scope = Scope(assets: own?.assets ?? 0, others: (all?.assets ?? 0) - (own?.assets ?? 0))
    self.type = own?.id
    hasOthers = scope.others > 0
    let resolved = try Self.resolve(set, scope, connection)
    (part, estimate) = (resolved.part, resolved.range.upperBound)
  }

  private struct Scope {
    /// How many assets the type has, and how many all others have.
    let assets: Int
    let others: Int
  }

  private struct Resolved {
    let part: Part
    /// How many assets of the type it has.
    let range: ClosedRange<Int>

    init(_ part: Part, _ least: Int, _ most: Int) {
      self.part = part
      range = min(least, most)...most
    }
  }

  private static func resolve(
    _ set: TermSet, _ scope: Scope, _ connection: borrowing Connection
  ) throws -> Resolved {
    switch set {
    case .term(let term):
      guard let found = try TermTable.find(term, connection) else { return Resolved(.none, 0, 0) }
      return Resolved(
        .term(found.id), max(0, found.assets - scope.others), min(found.assets, scope.assets))
    case .and(let sets):
      // The smallest first: where that has no id in a span, the others are not read.
      let parts = try sets.map { try resolve($0, scope, connection) }
        .sorted { $0.range.upperBound < $1.range.upperBound }
      let most = parts.first?.range.upperBound ?? scope.assets
      return Resolved(.and(parts.map(\.part)), parts.isEmpty ? scope.assets : 0, most)
    case .or(let sets):
      let parts = try sets.map { try resolve($0, scope, connection) }
      // Each step is held below: the counts are the file's, and many of them may be huge.
      let most = parts.reduce(0) { min(scope.assets, $0 + $1.range.upperBound) }
      return Resolved(.or(parts.map(\.part)), parts.map(\.range.lowerBound).max() ?? 0, most)
    case .not(let set):
      let inner = try resolve(set, scope, connection)
      return Resolved(
        .not(inner.part), scope.assets - inner.range.upperBound,
        scope.assets - inner.range.lowerBound)
    }
  }

  /// Lends the ids of each span that has any, in order and from this one on, until the body says false.
  func forEachSpan(
    from first: Int64 = .min, _ connection: borrowing Connection,
    _ body: (Int64, SpanBits) throws -> Bool
  ) throws {
    guard estimate > 0 else { return }
    try SpanTable.forEachSpan(from: first >> 16, connection) { span in
      var bits = try bits(inSpan: span, connection)
      if span == first >> 16 { bits.removeAll(below: Int(first & 0xFFFF)) }
      return try bits.isEmpty || body(span, bits)
    }
  }

  /// The ids of the span that are in the set.
  func bits(inSpan span: Int64, _ connection: borrowing Connection) throws -> SpanBits {
    guard type != nil, estimate > 0 else { return SpanBits() }
    // Where there are no others, a term has assets of this type only.
    let all = try hasOthers ? bitsOfType(span, connection) : nil
    return try bits(of: part, within: all, span, connection)
  }

  private func bitsOfType(_ span: Int64, _ connection: borrowing Connection) throws -> SpanBits {
    try SpanTable.withBlob(span, type ?? 0, connection) { try SpanBits($0) }
  }

  /// - Parameter base: nil for all assets of the type.
  private func bits(
    of part: Part, within base: SpanBits?, _ span: Int64, _ connection: borrowing Connection
  ) throws -> SpanBits {
    if let base, base.isEmpty { return base }
    switch part {
    case .term(let term):
      return try SpanTable.withBlob(span, term, connection) { blob in
        guard var bits = base else { return try SpanBits(blob) }
        try bits.formIntersection(blob)
        return bits
      }
    case .and(let parts):
      var bits = base
      for part in parts { bits = try self.bits(of: part, within: bits, span, connection) }
      return try bits ?? bitsOfType(span, connection)
    case .or(let parts):
      var bits = SpanBits()
      for part in parts {
        bits.formUnion(try self.bits(of: part, within: base, span, connection))
      }
      return bits
    case .not(let part):
      var bits = try base ?? bitsOfType(span, connection)
      bits.subtract(try self.bits(of: part, within: bits, span, connection))
      return bits
    }
  }
}
