/// What a provider calls one of its assets, by its parts: an ARN, an Azure resource id, or a Google resource name.
///
/// The parts are places in the text that it was read from, so that reading one costs no allocation.
package struct Identifier: Hashable, Sendable {
  /// Whose spelling it is.
  package enum Provider: Hashable, Sendable { case aws, azure, google }

  package let provider: Provider
  /// `ec2`; Azure's namespace, `Microsoft.Compute`; Google's service, `compute`. Empty where it is not said.
  package internal(set) var service = 0..<0
  /// An AWS account, an Azure subscription or a Google project. Empty where it is not said.
  package internal(set) var account = 0..<0
  /// Empty where it is not said. Of Google a region or, where `isZone`, a zone.
  package internal(set) var region = 0..<0
  /// Whether `region` is a zone.
  package internal(set) var isZone = false
  /// What is behind the account and region, the kind of the asset included.
  package internal(set) var resource = 0..<0
  /// What the asset itself is called.
  package internal(set) var name = 0..<0

  init(_ provider: Provider) { self.provider = provider }

  /// Nil if the text is none that is known.
  package init?(_ text: Span<UInt8>) {
    guard text.count >= 5, text.count <= Self.maxLength else { return nil }
    switch text[0] {
    case UInt8(ascii: "a"): self.init(arn: text)
    case UInt8(ascii: "/") where text[1] != UInt8(ascii: "/"): self.init(azure: text)
    case UInt8(ascii: "/"), UInt8(ascii: "h"), UInt8(ascii: "p"): self.init(google: text)
    default: return nil
    }
  }

  /// In bytes. No provider's own is as long.
  private static let maxLength = 4_096
}

extension Identifier {
  /// Appends what the provider calls the kind of the asset, as `AssetKind` reads it: `ec2:instance`,
  /// `microsoft.compute/disks`, `compute.googleapis.com/instances`; nothing where it is not said.
  package func appendKind(of text: Span<UInt8>, to output: inout [UInt8]) {
    switch provider {
    case .aws: appendAWSKind(of: text, to: &output)
    case .azure: appendAzureKind(of: text, to: &output)
    case .google: appendGoogleKind(of: text, to: &output)
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether these bytes begin there.
  func hasLetters(_ letters: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + letters.utf8CodeUnitCount <= count else { return false }
    let wanted = unsafe UnsafeBufferPointer(
      start: letters.utf8Start, count: letters.utf8CodeUnitCount)
    for index in 0..<wanted.count {
      let byte = self[start + index]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      guard unsafe lower == wanted[index] else { return false }
    }
    return true
  }

  /// Where the next such byte is, or the end.
  package func end(of start: Int, at byte: UInt8) -> Int {
    var index = start
    while index < count, self[index] != byte { index += 1 }
    return index
  }
}
