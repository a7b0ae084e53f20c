extension Identifier {
  /// `arn:partition:service:region:account:resource`.
  init?(arn text: Span<UInt8>) {
    guard text.hasLetters("arn:", at: 0) else { return nil }
    self.init(.aws)
    var starts: [6 of Int] = [0, 0, 0, 0, 0, 0]
    var (part, index) = (1, 3)
    while part < 6 {
      guard index < text.count else { return nil }
      starts[part] = index + 1
      index = text.end(of: index + 1, at: UInt8(ascii: ":"))
      part += 1
    }
    service = starts[2]..<starts[3] - 1
    region = starts[3]..<starts[4] - 1
    account = starts[4]..<starts[5] - 1
    resource = starts[5]..<text.count
    guard !service.isEmpty, !resource.isEmpty else { return nil }
    // The services that are AWS's own, such as its managed policies, are no account's.
    if text.extracting(account).hasLetters("aws", at: 0) {
      account = account.lowerBound..<account.lowerBound
    }
    name = lastPart(of: text)
  }

  private func lastPart(of text: Span<UInt8>) -> Range<Int> {
    var start = resource.upperBound
    while start > resource.lowerBound, !Self.isSeparator(text[start - 1]) { start -= 1 }
    return start..<resource.upperBound
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":")
  }

  /// `service:kind`. API Gateway's resources are paths, whose kind is every other part of it.
  func appendAWSKind(of text: Span<UInt8>, to output: inout [UInt8]) {
    let service = text.extracting(service)
    output.append(span: service)
    output.append(UInt8(ascii: ":"))
    if text[resource.lowerBound] == UInt8(ascii: "/") {
      return appendPathKind(of: text, to: &output)
    }
    var end = resource.lowerBound
    while end < resource.upperBound, !Self.isSeparator(text[end]) { end += 1 }
    guard
      end == resource.upperBound || service.hasLetters("s3", at: 0) && service.count == 2
        || service.hasLetters("sns", at: 0)
    else { return output.append(span: text.extracting(resource.lowerBound..<end)) }
    output.append(contentsOf: Self.kind(of: service, isPart: end < resource.upperBound).utf8)
  }

  /// What the resources are whose ARN does not say it.
  private static func kind(of service: Span<UInt8>, isPart: Bool) -> String {
    if service.hasLetters("s3", at: 0) { return isPart ? "object" : "bucket" }
    if service.hasLetters("sns", at: 0) { return isPart ? "subscription" : "topic" }
    return service.hasLetters("sqs", at: 0) ? "queue" : ""
  }

  private func appendPathKind(of text: Span<UInt8>, to output: inout [UInt8]) {
    var (start, part) = (resource.lowerBound + 1, 0)
    while start <= resource.upperBound {
      let end = min(text.end(of: start, at: UInt8(ascii: "/")), resource.upperBound)
      if part.isMultiple(of: 2) {
        if part > 0 { output.append(UInt8(ascii: "/")) }
        output.append(span: text.extracting(start..<end))
      }
      (start, part) = (end + 1, part + 1)
    }
  }
}

extension Identifier {
  /// The region of an availability zone, `eu-west-1a` or `us-west-2-lax-1a`: what it begins with, to the first number.
  /// Nil if the text is none.
  package static func region(ofZone text: Span<UInt8>) -> Range<Int>? {
    var end = 0
    while end < text.count, !(0x30...0x39).contains(text[end]) { end += 1 }
    guard end > 3, text[end - 1] == UInt8(ascii: "-"), text[2] == UInt8(ascii: "-") else {
      return nil
    }
    while end < text.count, (0x30...0x39).contains(text[end]) { end += 1 }
    return end < text.count ? 0..<end : nil
  }
}
