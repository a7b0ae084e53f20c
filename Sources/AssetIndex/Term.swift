/// An indexed fact about assets.
package struct Term: Hashable, Sendable {
  /// The numbers are those of the table `terms`.
  package enum Kind: UInt8, Sendable {
    /// The field has a value or, if it is a map, a key.
    case field = 0
    /// The map has the key.
    case key = 1
    /// The field, or the key of the map, has the value. A key with several values has each of them.
    case value = 2
    /// The value of the key is null.
    case null = 3
    /// There is a value of more bytes than are indexed.
    case long = 4
    /// The key has several values.
    case several = 5
  }

  /// One step from a field down to what the term says.
  package struct Step: Hashable, Sendable {
    package let kind: Kind
    /// Compared by its bytes: to a String, letters that are composed differently are the same.
    package let text: [UInt8]

    init(_ kind: Kind, text: String = "") {
      self.kind = kind
      self.text = Array(text.utf8)
    }
  }

  package let steps: [Step]

  private init(_ steps: [Step]) { self.steps = steps }

  package static func field(_ name: String) -> Term { Term([Step(.field, text: name)]) }

  /// A term below this one.
  package func appending(_ kind: Kind, text: String = "") -> Term {
    Term(steps + [Step(kind, text: text)])
  }

  /// The assets of a type.
  package static func type(_ name: String) -> Term { field(typeRoot).appending(.value, text: name) }

  // No field has such a name.
  package static let typeRoot = "@type"
  package static let accountRoot = "@account"

  /// How many bytes of a value are indexed; a longer one is only known to be there.
  package static let valueLimit = 256
}
