extension Identifier {
  /// `/subscriptions/S/resourceGroups/G/providers/NAMESPACE/TYPE/NAME`, in whatever case; with further types and names
  /// below, and other resources' ids before the last `/providers/`.
  init?(azure text: Span<UInt8>) {
    self.init(.azure)
    var index = 1
    if text.hasLetters("/subscriptions/", at: 0) {
      let end = text.end(of: 15, at: Self.slash)
      account = 15..<end
      index = end + 1
      resource = 0..<end
      name = account
      if text.hasLetters("resourcegroups/", at: index) {
        let end = text.end(of: index + 15, at: Self.slash)
        name = index + 15..<end
        resource = 0..<end
      }
    } else if !text.hasLetters("/providers/", at: 0) {
      return nil
    }
    while index < text.count {
      if text.hasLetters("providers/", at: index) {
        let end = text.end(of: index + 10, at: Self.slash)
        service = index + 10..<end
        resource = end..<text.count
      }
      index = text.end(of: index, at: Self.slash) + 1
    }
    if !service.isEmpty {
      var start = text.count
      while start > 0, text[start - 1] != Self.slash { start -= 1 }
      name = start..<text.count
    }
    guard !name.isEmpty else { return nil }
  }

  private static let slash = UInt8(ascii: "/")

  /// `microsoft.compute/disks`, in lower case.
  func appendAzureKind(of text: Span<UInt8>, to output: inout [UInt8]) {
    guard !service.isEmpty else {
      let isGroup = name != account
      output.append(
        contentsOf: (isGroup
          ? "microsoft.resources/subscriptions/resourcegroups"
          : "microsoft.resources/subscriptions").utf8)
      return
    }
    Self.appendLowercased(text.extracting(service), to: &output)
    var (start, part) = (resource.lowerBound + 1, 0)
    while start < resource.upperBound {
      let end = text.end(of: start, at: Self.slash)
      if part.isMultiple(of: 2) {
        output.append(Self.slash)
        Self.appendLowercased(text.extracting(start..<end), to: &output)
      }
      (start, part) = (end + 1, part + 1)
    }
  }

  /// Of A to Z: identifiers that differ in nothing but the case of these are one asset's in Azure.
  package static func appendLowercased(_ text: Span<UInt8>, to output: inout [UInt8]) {
    for index in text.indices {
      let byte = text[index]
      output.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
  }
}
