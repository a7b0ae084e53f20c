internal import Assets
internal import AssetSQLite

/// A set of assets of one type whose terms have been looked up: asks for the ids of a span at a time.
struct AssetSet {
  indirect enum Part: Hashable, Sendable {
    case term(Int64)
    /// Any of these terms, in order.
    case anyOf([Int64])
    case unknownTags
    case and([Part])
    case or([Part])
    case not(Part)

    static let none = Part.or([])
    static let all = Part.and([])
  }

  /// The type's own term; nil if it has no assets.
  let type: Int64?
  let part: Part
  /// Whether the store has assets of other types too.
  let hasOthers: Bool
  /// At most how many assets there are.
  let estimate: Int

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
    case .anyOf(let terms):
      var bits = try union(terms, span, connection)
      if let base { bits.formIntersection(base) }
      return bits
    case .unknownTags:
      var bits = try UnknownTags.bits(inSpan: span, connection)
      if let base { bits.formIntersection(base) }
      return bits
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

  private func union(
    _ terms: [Int64], _ span: Int64, _ connection: borrowing Connection
  ) throws -> SpanBits {
    var bits = SpanBits()
    guard let first = terms.first, let last = terms.last else { return bits }
    if terms.count > SpanTable.maxSought {
      var next = 0
      try SpanTable.forEachBlob(span, in: first...last, connection) { term, blob in
        while next < terms.count, terms[next] < term { next += 1 }
        if next < terms.count, terms[next] == term { try bits.formUnion(blob) }
      }
    } else {
      for term in terms {
        try SpanTable.withBlob(span, term, connection) { try bits.formUnion($0) }
      }
    }
    return bits
  }
}
