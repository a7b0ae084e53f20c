internal import AssetJSON
internal import Assets

/// What a snapshot says that it is complete for.
package struct Scope: Hashable, Sendable {
  /// Which values of a field belong to it.
  package enum Part: Hashable, Sendable {
    case any
    /// Assets that have none.
    case missing
    case value(String)
  }

  /// The name of the type, or a pattern such as `aws.*`.
  package let type: String
  package let account: Part
  package let region: Part

  package init(type: String, account: Part = .any, region: Part = .any) {
    self.type = type
    self.account = account
    self.region = region
  }

  /// Reads `type=T,account=A,region=R`, of which the last two may be left out.
  ///
  /// - Throws: a `usage` fault for anything else.
  package init(_ text: String) throws {
    var parts: [String: String] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let (name, value) = String(part).split(atFirst: "="), !value.isEmpty,
        ["type", "account", "region"].contains(name),
        parts.updateValue(value, forKey: name) == nil
      else { throw Self.fault(text, why: "'\(part)' is no part of a scope") }
    }
    guard let type = parts["type"] else { throw Self.fault(text, why: "it names no type") }
    self.init(
      type: type, account: parts["account"].map(Part.value) ?? .any,
      region: parts["region"].map(Part.value) ?? .any)
  }

  private static func fault(_ text: String, why: String) -> Fault {
    Fault(
      .usage, what: "--scope \(text)", why: why,
      advice: "write type=aws.ec2_instance,account=123456789012,region=us-east-1")
  }

  fileprivate var fields: [(String, Part)] { [("account", account), ("region", region)] }

  /// Whether assets of the type have all that it names.
  func fits(_ type: AssetType) -> Bool {
    (account == .any || type.accountField != nil) && (region == .any || type.regionField != nil)
  }

  /// Whether its type is the one of that name.
  func includes(_ type: String) -> Bool {
    (try? TypeSelection(self.type))?.includes(type) ?? false
  }

  /// Whether all of another's assets belong to it.
  func contains(_ other: Scope) -> Bool {
    includes(other.type) && (account == .any || account == other.account)
      && (region == .any || region == other.region)
  }

  var json: JSONValue {
    let parts = fields.compactMap { name, part -> JSONValue.Member? in
      switch part {
      case .any: nil
      case .missing: .init(name, value: .null)
      case .value(let value): .init(name, value: .string(value))
      }
    }
    return .object([.init("type", value: .string(type))] + parts)
  }
}

extension Scope: CustomStringConvertible {
  package var description: String {
    let parts = fields.compactMap { name, part -> String? in
      switch part {
      case .any: nil
      case .missing: "no \(name)"
      case .value(let value): "\(name) \(value)"
      }
    }
    return ([type] + parts).joined(separator: ", ")
  }
}

/// What a run is asked for that says: this is all there is.
package struct SnapshotRequest: Hashable, Sendable {
  /// What it is complete for; empty for the types, accounts and regions of its records.
  package var scopes: [Scope]
  /// How many assets may vanish; nil for a fifth of each scope.
  package var allowedDeletes: Int?

  package init(scopes: [Scope] = [], allowedDeletes: Int? = nil) {
    self.scopes = scopes
    self.allowedDeletes = allowedDeletes
  }
}
