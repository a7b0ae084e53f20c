// swift-tools-version: 6.2
import PackageDescription

// Depends on AssetStore as a user's package does. The tests build and run it.
let package = Package(
  name: "UserPackage",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "AssetStore", path: "../..")],
  targets: [
    .executableTarget(
      name: "UserPackage", dependencies: [.product(name: "AssetStore", package: "AssetStore")])
  ]
)
