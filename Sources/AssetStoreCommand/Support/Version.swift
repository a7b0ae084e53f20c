internal import AssetStore

enum Version {
  static let number = "0.1.0"

  /// The program's version and that of the SQLite it runs on.
  static var text: String { "\(number) (\(Store.engine))" }
}
