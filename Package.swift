// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

// Debian keeps simdjson where compilers look anyway, and the define in its pkg-config file is one that SwiftPM warns
// about, so it is stated below instead. Homebrew's folder has to be asked for.
#if os(macOS)
  let simdjsonPackage: String? = "simdjson"
#else
  let simdjsonPackage: String? = nil
#endif

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "AssetStore",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "AssetStore", targets: ["AssetStore", "AssetFormats", "Assets"]),
    .executable(name: "assetstore", targets: ["AssetStoreCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CSimdJSONLibrary", pkgConfig: simdjsonPackage,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .target(
      name: "CSimdJSON", dependencies: ["CSimdJSONLibrary"],
      cxxSettings: [.define("SIMDJSON_THREADS_ENABLED", to: "1")],
      linkerSettings: [.linkedLibrary("simdjson")]),
    .systemLibrary(
      name: "CCompression", pkgConfig: "libzstd",
      providers: [.apt(["zlib1g-dev", "libzstd-dev"]), .brew(["zstd"])]),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(name: "Assets", swiftSettings: strict),
    .target(
      name: "AssetFormats", dependencies: ["Assets", "CSimdJSON", "CCompression", crypto],
      swiftSettings: strict),
    .target(
      name: "AssetMigrations", resources: [.embedInCode("SQL")], swiftSettings: strict),
    .target(
      name: "AssetStore",
      dependencies: ["SQLite", "Assets", "AssetFormats", "AssetMigrations", crypto],
      swiftSettings: strict),
    .executableTarget(
      name: "AssetStoreCommand",
      dependencies: ["AssetStore", "Assets", "AssetFormats", argumentParser],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "AssetsTests", dependencies: ["Assets", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AssetFormatsTests",
      dependencies: ["AssetFormats", "Assets", "CCompression", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetMigrationsTests", dependencies: ["AssetMigrations", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetStoreTests",
      dependencies: [
        "AssetStore", "Assets", "AssetFormats", "AssetMigrations", "SQLite", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AssetStoreCommandTests",
      dependencies: ["AssetStoreCommand", "Assets", "AssetFormats", "TestSupport"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
