internal import ArgumentParser
internal import AssetStore

extension Types {
  struct Remove: StoreCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Take a type out of the store; one that has assets only with --force.",
      discussion: """
        What its assets were stays known: undo brings type and assets back, until prune has forgotten them. A type that comes with the program can be fed again at any time.

          assetstore types remove custom.widget
          assetstore types remove custom.widget --force
        """)

    @Argument(help: "The type's name.")
    var name: String

    @Flag(name: .long, help: "Delete its assets with it.")
    var force = false

    @OptionGroup var store: StoreArguments

    func run(in context: CommandContext) throws {
      let removal = try store.options.openToWrite(context).remove(type: name, isForced: force)
      let back = removal.isKept ? "; assetstore undo \(removal.run) brings it back" : ""
      context.say(
        "run \(removal.run): removed \(removal.type), \(removal.deleted.counted("asset")) deleted"
          + back)
    }
  }
}
