internal import ArgumentParser

/// How `FilterOptions` are given.
struct FilterArguments: ParsableArguments {
  @OptionGroup var ofType: TypeArguments

  @Option(name: .long, help: "Assets of this account; of any of them if given more than once.")
  var account: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Assets that have the tag, with that value if one is given.", valueName: "key[=value]"))
  var tag: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Assets that do not have the tag, or not that value.", valueName: "key[=value]"))
  var noTag: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Assets that have nothing in the tag: it is absent, null or empty.", valueName: "key"))
  var noValue: [String] = []

  @Flag(name: .long, help: "Assets without any tag.")
  var untagged = false

  @Flag(name: .long, help: "Only assets whose tags some export has told.")
  var tagsKnown = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only assets that no run after this one, or this moment, has seen.", valueName: "run|time"))
  var notSeenSince: String?

  @Option(
    name: .long,
    help:
      "Assets with this key, at most one of each type; with any of them if given more than once.")
  var key: [String] = []

  var options: FilterOptions {
    FilterOptions(
      ofType: ofType.options, account: account, tag: tag, noTag: noTag, noValue: noValue,
      untagged: untagged, tagsKnown: tagsKnown, notSeenSince: notSeenSince, key: key)
  }
}
