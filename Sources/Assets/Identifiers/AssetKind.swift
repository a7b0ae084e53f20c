/// What a provider, or one of its tools, calls a kind of assets: `AWS::EC2::Instance`, `aws_instance`, `ec2:instance`,
/// `microsoft.compute/disks`, `compute.googleapis.com/Instance`, `compute#instance`, `apps/v1 Deployment`.
package struct AssetKind: Hashable, Sendable {
  package let spelling: String
  /// What a type of these is called, if its definition gives it no other name: `aws.sqs_queuepolicy`.
  package let typeName: String

  /// Nil if it is no kind's name in any of the spellings.
  package init?(_ spelling: String) {
    guard let name = Self.name(spelling), (try? TypeName(name)) != nil else { return nil }
    self.spelling = spelling
    typeName = name
  }

  /// What two spellings of one kind have alike: their letters and digits in lower case, without a plural's last s.
  package var letters: [UInt8] { Self.letters(of: typeName.utf8.span) }

  package static func letters(of name: Span<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for index in name.indices {
      let letter = name[index]
      switch letter {
      case 0x41...0x5A: letters.append(letter | 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: letters.append(letter)
      default: break
      }
    }
    if letters.count > 4, letters.last == UInt8(ascii: "s") { letters.removeLast() }
    return letters
  }
}

extension AssetKind {
  private static func name(_ spelling: String) -> String? {
    guard spelling.utf8.count <= 200 else { return nil }
    if spelling.contains("::") { return cloudFormation(spelling) }
    if spelling.contains(" ") { return kubernetes(spelling) }
    if let (service, kind) = spelling.split(atFirst: "#") {
      return named("gcp", parts: [service, kind.inSnakeCase])
    }
    if let slash = spelling.split(atFirst: "/") {
      if let service = slash.before.dropping(suffix: ".googleapis.com") {
        return named("gcp", parts: [service, slash.behind.inSnakeCase])
      }
      if slash.before.contains(".") { return azure(slash.before, types: slash.behind) }
    }
    if let (service, kind) = spelling.split(atFirst: ":") {
      return named("aws", parts: [service, kind])
    }
    if (try? TypeName(spelling)) != nil { return spelling }
    return tool(spelling)
  }

  /// `AWS::SQS::QueuePolicy`: the provider, the service and the kind.
  private static func cloudFormation(_ spelling: String) -> String? {
    let parts = spelling.split(separator: "::").map(String.init)
    guard parts.count >= 2 else { return nil }
    return named(parts[0].lowercased(), parts: parts.dropFirst().map { $0.lowercased() })
  }

  /// `microsoft.keyvault/vaults`. What is not Microsoft's own keeps its company's name.
  private static func azure(_ namespace: String, types: String) -> String? {
    let space = namespace.lowercased()
    return named(
      "azure", parts: [space.dropping(prefix: "microsoft.") ?? space, types.lowercased()])
  }

  /// `apps/v1 Deployment` → `k8s.deployments`.
  private static func kubernetes(_ spelling: String) -> String? {
    guard let kind = spelling.split(separator: " ").last.map({ $0.lowercased() }) else {
      return nil
    }
    let endsInSibilant = ["s", "x", "ch", "sh"].contains { kind.hasSuffix($0) }
    let plural =
      endsInSibilant ? kind + "es" : kind.hasSuffix("y") ? kind.dropLast() + "ies" : kind + "s"
    return named("k8s", parts: [plural])
  }

  /// `aws_sqs_queue_policy`, as Terraform, CloudQuery and Steampipe name resources and tables.
  private static func tool(_ spelling: String) -> String? {
    guard let (provider, kind) = spelling.split(atFirst: "_"), !kind.isEmpty else { return nil }
    return named(providers[provider] ?? provider, parts: [kind])
  }

  private static let providers = ["azurerm": "azure", "google": "gcp", "kubernetes": "k8s"]

  private static func named(_ provider: String, parts: [String]) -> String? {
    let words = parts.map { part in
      String(String.UnicodeScalarView(part.lowercased().unicodeScalars.map(letter)))
    }
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    return "\(provider).\(words.joined(separator: "_"))"
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "a"..."z", "0"..."9": scalar
    default: "_"
    }
  }
}

extension String {
  fileprivate func dropping(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }

  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
