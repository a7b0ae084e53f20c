internal import ArgumentParser
internal import AssetStore
@main struct Main: ParsableCommand {
  func run() throws { print(Store.self) }
}
