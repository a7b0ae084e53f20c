import Testing

@testable import Assets

@Suite struct IdentifierTests {
  private func parts(_ text: String) -> [String]? {
    let bytes = Array(text.utf8)
    guard let identifier = Identifier(bytes.span) else { return nil }
    var kind: [UInt8] = []
    identifier.appendKind(of: bytes.span, to: &kind)
    return [
      kind, Array(bytes[identifier.account]), Array(bytes[identifier.region]),
      Array(bytes[identifier.name]),
    ]
    .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    (
      "arn:aws:ec2:eu-1:000000000123:instance/i-1", ["ec2:instance", "000000000123", "eu-1", "i-1"]
    ),
    ("arn:aws-cn:lambda:cn-1:1:function:f", ["lambda:function", "1", "cn-1", "f"]),
    ("arn:aws:iam::1:role/path/to/web", ["iam:role", "1", "", "web"]),
    ("arn:aws:iam::aws:policy/ReadOnlyAccess", ["iam:policy", "", "", "ReadOnlyAccess"]),
    ("arn:aws:s3:::b", ["s3:bucket", "", "", "b"]),
    ("arn:aws:s3:::b/key", ["s3:object", "", "", "key"]),
    ("arn:aws:sns:r:1:t", ["sns:topic", "1", "r", "t"]),
    ("arn:aws:sqs:r:1:q", ["sqs:queue", "1", "r", "q"]),
    ("arn:aws:apigateway:r::/apis/a/stages/s", ["apigateway:apis/stages", "", "r", "s"]),
    (
      "/subscriptions/S/resourceGroups/G/providers/Microsoft.Compute/disks/D",
      ["microsoft.compute/disks", "S", "", "D"]
    ),
    (
      "/subscriptions/S/resourcegroups/G/providers/microsoft.sql/servers/s/databases/d",
      ["microsoft.sql/servers/databases", "S", "", "d"]
    ),
    ("/subscriptions/S", ["microsoft.resources/subscriptions", "S", "", "S"]),
    (
      "/subscriptions/S/resourceGroups/G",
      ["microsoft.resources/subscriptions/resourcegroups", "S", "", "G"]
    ),
    (
      "//compute.googleapis.com/projects/p/zones/eu-a/instances/i",
      ["compute.googleapis.com/instances", "p", "eu-a", "i"]
    ),
    (
      "https://www.googleapis.com/compute/v1/projects/p/regions/eu/addresses/a",
      ["compute.googleapis.com/addresses", "p", "eu", "a"]
    ),
    (
      "https://www.googleapis.com/storage/v1/b/logs",
      ["storage.googleapis.com/buckets", "", "", "logs"]
    ),
    ("projects/p/serviceAccounts/e", ["", "p", "", "e"]),
  ])
  func `an identifier says what kind it is of, whose, and where`(text: String, expected: [String]) {
    #expect(parts(text) == expected)
  }

  @Test(arguments: [
    "", "arn:", "arn:aws", "arn:aws:s3:::", "arn:aws:::1:x", "/", "/subscriptions/",
    "/etc/passwd/x",
    "https://example.com", "//", "projects/", "i-1", "plain", "https://",
  ])
  func `what is no identifier is none`(text: String) { #expect(parts(text) == nil) }

  @Test func `no text is read past its end`() {
    let texts = [
      "arn:aws:ec2:r:1:instance/i", "/subscriptions/s/resourceGroups/g/providers/n/t/n",
      "https://www.googleapis.com/compute/v1/projects/p/zones/z/instances/i",
    ]
    for text in texts {
      for end in 0...text.utf8.count {
        _ = parts(String(decoding: text.utf8.prefix(end), as: UTF8.self))
      }
    }
  }

  @Test(arguments: [
    ("eu-west-1a", "eu-west-1"), ("us-west-2-lax-1a", "us-west-2"),
    ("us-gov-east-1b", "us-gov-east-1"),
  ])
  func `a zone says its region`(zone: String, region: String) {
    let bytes = Array(zone.utf8)
    #expect(
      Identifier.region(ofZone: bytes.span).map { String(decoding: bytes[$0], as: UTF8.self) }
        == region)
    #expect(Identifier.region(ofZone: Array(region.utf8).span) == nil)
  }
}
