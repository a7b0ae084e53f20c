/// A map that is written in an expression, with its keys in byte order and at most one value each.
package struct MapLiteral: Hashable, Sendable {
  /// A key with its value; nil for null.
  package struct Pair: Hashable, Sendable {
    /// In its exact bytes.
    package let key: String
    /// Nil for null.
    package let value: String?

    package init(_ key: String, value: String?) {
      self.key = key
      self.value = value
    }

    package static func == (left: Pair, right: Pair) -> Bool {
      left.key.exactly == right.key.exactly && left.value?.exactly == right.value?.exactly
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(key.exactly)
      hasher.combine(value?.exactly)
    }
  }

  /// In the order of the keys' bytes.
  package let pairs: [Pair]

  /// Of a key that comes twice the first one counts, as in hstore text.
  package init(_ pairs: [Pair] = []) {
    var builder = MapBuilder()
    for pair in pairs { pair.add(to: &builder) }
    self.init(&builder)
  }

  /// Reads hstore text: `env=>prod, "cost center"=>NULL`.
  package init(hstore text: String) throws(HstoreFault) {
    var builder = MapBuilder()
    var reader = HstoreReader()
    try reader.read(text.utf8.span, into: &builder)
    self.init(&builder)
  }

  private init(_ builder: inout MapBuilder) {
    pairs = builder.takePairs().map { Pair($0.key, value: $0.value) }
  }

  /// The text that a store keeps for a map that equals it.
  package var canonicalText: String {
    var builder = MapBuilder()
    for pair in pairs { pair.add(to: &builder) }
    var text: [UInt8] = []
    builder.write(to: &text, repetition: .first)
    return String(copying: text.span)
  }
}

extension MapLiteral.Pair {
  fileprivate func add(to builder: inout MapBuilder) {
    if let value {
      builder.add(key: key.utf8.span, value: value.utf8.span)
    } else {
      builder.addNull(key: key.utf8.span)
    }
  }
}
