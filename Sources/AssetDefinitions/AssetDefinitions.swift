/// The definitions of types that come with the program, as the JSON in `Definitions` has them. They are embedded when it
/// is built.
package enum AssetDefinitions {
  /// The names of all types, in order.
  package static var names: [String] { embeddedDefinitions.keys.sorted() }

  /// The definition of a type; nil if there is none of that name.
  package static func text(of name: String) -> StaticString? { embeddedDefinitions[name] }
}
