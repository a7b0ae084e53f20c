internal import ArgumentParser

/// How `TypeOptions` are given.
struct TypeArguments: ParsableArguments {
  @Option(
    name: .long,
    help: "Assets of this type only, or of those that match, as in 'aws.*'; see: assetstore types.")
  var type: String?

  var options: TypeOptions { TypeOptions(type: type) }
}
