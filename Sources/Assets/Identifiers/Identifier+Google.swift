extension Identifier {
  /// A full resource name, `//compute.googleapis.com/projects/P/zones/Z/instances/I`; a self link,
  /// `https://www.googleapis.com/compute/v1/projects/…`; or a path from the project on, `projects/P/…`.
  init?(google text: Span<UInt8>) {
    self.init(.google)
    var start = 0
    if text.hasLetters("//", at: 0) || text.hasLetters("https://", at: 0) {
      let host = text[0] == Self.slash ? 2 : 8
      let end = text.end(of: host, at: Self.slash)
      guard end < text.count else { return nil }
      start = end + 1
      readService(text, host: host..<end, at: &start)
    } else if !text.hasLetters("projects/", at: 0) {
      return nil
    }
    guard readPath(text, from: start) else { return nil }
  }

  private static let slash = UInt8(ascii: "/")

  /// - Parameter start: where the path begins; moved behind what is the service's own in it.
  private mutating func readService(_ text: Span<UInt8>, host: Range<Int>, at start: inout Int) {
    let suffix = host.upperBound - 15
    if suffix > host.lowerBound, text.hasLetters(".googleapis.com", at: suffix) {
      service = host.lowerBound..<suffix
    }
    // https://www.googleapis.com/compute/v1/…, https://compute.googleapis.com/compute/v1/…
    guard text[0] != Self.slash else { return }
    if text.hasLetters("www", at: service.lowerBound), service.count == 3 { service = 0..<0 }
    var part = start
    while part < text.count, !text.hasLetters("projects/", at: part) {
      let end = text.end(of: part, at: Self.slash)
      if service.isEmpty, suffix > host.lowerBound { service = part..<end }
      let isVersion =
        text[part] == UInt8(ascii: "v") && part + 1 < end
        && (0x30...0x39).contains(text[part + 1])
      part = end + 1
      if isVersion { break }
    }
    start = min(part, text.count)
    // https://www.googleapis.com/storage/v1/b/BUCKET
    if text.hasLetters("b/", at: start), text.extracting(service).hasLetters("storage", at: 0) {
      start += 2
    }
  }

  private mutating func readPath(_ text: Span<UInt8>, from start: Int) -> Bool {
    resource = start..<text.count
    guard !resource.isEmpty else { return false }
    var index = start
    while index < text.count {
      let end = text.end(of: index, at: Self.slash)
      guard end < text.count else { break }
      let next = text.end(of: end + 1, at: Self.slash)
      let value = end + 1..<next
      if text.hasLetters("projects/", at: index), account.isEmpty {
        account = value
      } else if text.hasLetters("zones/", at: index) {
        (region, isZone) = (value, true)
      } else if text.hasLetters("regions/", at: index) || text.hasLetters("locations/", at: index) {
        region = value
        isZone = Self.isZone(text.extracting(value))
      }
      index = next + 1
    }
    if text.extracting(region).hasLetters("global", at: 0) { region = 0..<0 }
    if text.extracting(account).count == 1, text[account.lowerBound] == UInt8(ascii: "_") {
      account = 0..<0
    }
    var last = text.count
    while last > start, text[last - 1] != Self.slash { last -= 1 }
    name = last..<text.count
    return !name.isEmpty
  }

  /// Whether it ends with a letter of its own: `europe-west1-b`.
  private static func isZone(_ text: Span<UInt8>) -> Bool {
    text.count > 2 && text[text.count - 2] == UInt8(ascii: "-")
  }

  /// The region that a zone of Google's is in: `europe-west1` of `europe-west1-b`. The whole if it is no zone.
  package static func region(ofGoogleZone text: Span<UInt8>) -> Range<Int> {
    isZone(text) ? 0..<text.count - 2 : 0..<text.count
  }

  /// `compute.googleapis.com/instances`.
  func appendGoogleKind(of text: Span<UInt8>, to output: inout [UInt8]) {
    guard !service.isEmpty else { return }
    output.append(span: text.extracting(service))
    output.append(contentsOf: ".googleapis.com/".utf8)
    let end = name.lowerBound - 1
    guard end > resource.lowerBound else {
      // Of buckets the name is all there is.
      return output.append(contentsOf: "buckets".utf8)
    }
    var start = end
    while start > resource.lowerBound, text[start - 1] != Self.slash { start -= 1 }
    output.append(span: text.extracting(start..<end))
  }
}
