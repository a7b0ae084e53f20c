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

let package = Package(
  name: "AssetStore",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "AssetStore", targets: ["AssetStore"]),
    .executable(name: "assetstore", targets: ["AssetStoreCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CAssetSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .systemLibrary(
      name: "CAssetSimdJSONLibrary", pkgConfig: simdjsonPackage,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .target(
      name: "CAssetSimdJSON", dependencies: ["CAssetSimdJSONLibrary"],
      cxxSettings: [.define("SIMDJSON_THREADS_ENABLED", to: "1")],
      linkerSettings: [.linkedLibrary("simdjson")]),
    .systemLibrary(
      name: "CAssetCompression", pkgConfig: "libzstd",
      providers: [.apt(["zlib1g-dev", "libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(
      name: "CAssetYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // Not used on macOS, which has CryptoKit.
    .systemLibrary(name: "CAssetNettle", providers: [.apt(["nettle-dev"])]),
    // From here on in the order of dependence: a module imports only what stands before it.
    .target(name: "AssetSQLite", dependencies: ["CAssetSQLite"], swiftSettings: strict),
    .target(name: "AssetFaults", swiftSettings: strict),
    .target(
      name: "AssetFiles",
      dependencies: [
        "AssetFaults", .target(name: "CAssetNettle", condition: .when(platforms: [.linux])),
      ],
      swiftSettings: strict),
    .target(name: "Assets", dependencies: ["AssetFaults"], swiftSettings: strict),
    .target(name: "AssetLanguage", dependencies: ["Assets"], swiftSettings: strict),
    .target(
      name: "AssetJSON", dependencies: ["Assets", "AssetFiles", "CAssetSimdJSON"],
      swiftSettings: strict),
    .target(
      name: "AssetDefinitions", exclude: ["Definitions"], swiftSettings: strict,
      plugins: ["EmbedDefinitionsPlugin"]),
    .executableTarget(name: "EmbedDefinitions", swiftSettings: strict),
    .plugin(
      name: "EmbedDefinitionsPlugin", capability: .buildTool(),
      dependencies: ["EmbedDefinitions"], path: "Sources/EmbedDefinitionsPlugin"),
    .target(
      name: "AssetCatalogue",
      dependencies: ["Assets", "AssetFiles", "AssetJSON", "AssetDefinitions"],
      swiftSettings: strict),
    .target(
      name: "AssetExports",
      dependencies: [
        "Assets", "AssetFiles", "AssetJSON", "AssetCatalogue", "CAssetCompression", "CAssetYAML",
      ],
      swiftSettings: strict),
    .target(
      name: "AssetOutput", dependencies: ["Assets", "AssetFiles", "AssetJSON"],
      swiftSettings: strict),
    .target(
      name: "AssetMigrations", resources: [.embedInCode("SQL")], swiftSettings: strict),
    .target(
      name: "AssetIndex",
      dependencies: ["AssetSQLite", "Assets", "AssetExports"], swiftSettings: strict),
    .target(
      name: "AssetStore",
      dependencies: [
        "AssetSQLite", "Assets", "AssetLanguage", "AssetFiles", "AssetJSON", "AssetCatalogue",
        "AssetExports", "AssetOutput", "AssetMigrations", "AssetIndex",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "AssetStoreCommand",
      dependencies: [
        "AssetStore", "Assets", "AssetLanguage", "AssetFiles", "AssetJSON", "AssetCatalogue",
        "AssetExports",
        "AssetOutput", argumentParser,
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "StructureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "AssetSQLiteTests", dependencies: ["AssetSQLite"], swiftSettings: strict),
    .testTarget(
      name: "AssetsTests", dependencies: ["Assets", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "AssetLanguageTests", dependencies: ["AssetLanguage", "Assets", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetJSONTests", dependencies: ["AssetJSON", "Assets", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetCatalogueTests",
      dependencies: ["AssetCatalogue", "Assets", "AssetJSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetExportsTests",
      dependencies: [
        "AssetExports", "Assets", "AssetFiles", "AssetJSON", "AssetCatalogue",
        "CAssetCompression", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AssetOutputTests",
      dependencies: ["AssetOutput", "Assets", "AssetFiles", "AssetJSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetMigrationsTests", dependencies: ["AssetMigrations", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetIndexTests",
      dependencies: ["AssetIndex", "AssetMigrations", "AssetSQLite", "Assets", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AssetStoreTests",
      dependencies: [
        "AssetStore", "Assets", "AssetLanguage", "AssetFiles", "AssetJSON", "AssetCatalogue",
        "AssetExports", "AssetOutput", "AssetMigrations", "AssetIndex", "AssetSQLite",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AssetStoreCommandTests",
      dependencies: [
        "AssetStoreCommand", "AssetStore", "AssetSQLite", "Assets", "AssetFiles", "AssetJSON",
        "AssetCatalogue", "AssetExports", "AssetOutput", "TestSupport",
      ],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// Scripts/docs alone needs it.
if Context.environment["ASSETSTORE_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
