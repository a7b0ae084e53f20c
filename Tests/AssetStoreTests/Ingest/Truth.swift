import AssetJSON
import Assets
import Testing
import TestSupport

@testable import AssetStore

/// A world of assets, and what its exports have told of it.
struct Truth {
  struct Asset {
    let type: String
    let key: String
    var detail: Int
    var tags: [String: String]
  }

  /// What a call lists.
  enum Call: CaseIterable { case details, detailsAndTags, tags }

  private(set) var assets: [Asset] = []
  /// By key: what was told last. Who has no entry was never told of.
  private(set) var toldDetails: [String: Int] = [:]
  private(set) var toldTags: [String: [String: String]] = [:]
  private(set) var seen: Set<String> = []

  static let types = [
    (name: "aws.s3_bucket", field: "acl"), (name: responseType, field: "response_parameters"),
    (name: "aws.ec2_instance", field: "placement"),
  ]

  init(_ random: inout SeededGenerator) {
    for type in Self.types.indices {
      for number in 0..<Int.random(in: 1...6, using: &random) {
        assets.append(
          Asset(
            type: Self.types[type].name, key: "\(type)-\(number)", detail: 0,
            tags: Self.tags(&random)))
      }
    }
  }

  private static func tags(_ random: inout SeededGenerator) -> [String: String] {
    var tags: [String: String] = [:]
    for key in ["env", "Owner", "a:b"] where Bool.random(using: &random) {
      tags[key] = ["prod", "", "Lovelace, Ada", "1,000"].randomElement(using: &random)
    }
    return tags
  }

  /// Some assets change.
  mutating func turn(_ random: inout SeededGenerator) {
    for index in assets.indices where Int.random(in: 0..<4, using: &random) == 0 {
      assets[index].detail += 1
      assets[index].tags = Self.tags(&random)
    }
  }

  /// An export of some assets, whose types it mixes.
  func export(_ call: Call, _ random: inout SeededGenerator) -> [(asset: Asset, text: String)] {
    var chosen = assets.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let leavesOut = Bool.random(using: &random)
    if call == .tags, leavesOut { chosen.removeAll { $0.tags.isEmpty } }
    return chosen.shuffled(using: &random).map { asset in
      var members = [#""_type":"\#(asset.type)""#, #""_key":"\#(asset.key)""#]
      if call != .tags {
        let field = Self.types.first { $0.name == asset.type }?.field ?? ""
        members.append(#""\#(field)":{"n":"\#(asset.detail)"}"#)
      }
      if call != .details, !(leavesOut && asset.tags.isEmpty) {
        let pairs = asset.tags.sorted { $0.key < $1.key }.map { #""\#($0)":"\#($1)""# }
        members.append(#""tags":{\#(pairs.joined(separator: ","))}"#)
      }
      return (asset, "{" + members.joined(separator: ",") + "}")
    }
  }

  /// Notes what an export has told.
  ///
  /// - Parameter isMerged: whether what a record leaves out says nothing.
  mutating func note(
    _ call: Call, _ records: [(asset: Asset, text: String)], isMerged: Bool
  ) {
    let listing = Set(
      records.filter { $0.text.contains(#""tags""#) && call == .detailsAndTags }.map(\.asset.type))
    for (asset, text) in records {
      seen.insert(asset.key)
      if call != .tags { toldDetails[asset.key] = asset.detail }
      if text.contains(#""tags""#) || !isMerged && listing.contains(asset.type) {
        toldTags[asset.key] = asset.tags
      }
    }
  }
}
