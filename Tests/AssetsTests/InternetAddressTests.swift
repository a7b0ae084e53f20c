import Assets
import Testing

@Suite struct InternetAddressTests {
  @Test(arguments: [
    ("10.0.0.1", "10.0.0.1"), ("10.0.0.1/32", "10.0.0.1"), ("10.0.0.1/8", "10.0.0.1/8"),
    ("10.1/16", "10.1.0.0/16"), ("::1", "::1"), ("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
    ("::ffff:1.2.3.4", "::ffff:1.2.3.4"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::/0", "::/0"),
  ])
  func `an address is written as PostgreSQL writes it`(text: String, written: String) throws {
    let address = try #require(InternetAddress(text))
    #expect(address.text() == written)
    #expect(InternetAddress(sortable: address.sortable.utf8.span) == address)
  }

  @Test(arguments: [
    "", "10", "10.1", "10.0.0.256", "10.0.0.1/33", "10.0.0.1/", "10.0.0.0.1", "::1::", ":1", "1:2",
    "12345::", "::g", "::+1", "::1/129", "10.0.0.1/-1", "a.b.c.d", "1:2:3:4:5:6:7:8:9", " 10.0.0.1",
    "::1.2.3", "１.2.3.4",
  ])
  func `anything else is no address`(text: String) {
    #expect(InternetAddress(text) == nil)
  }

  @Test func `the texts sort as PostgreSQL sorts addresses`() throws {
    let sorted = ["9.0.0.0/8", "10.0.0.0/8", "10.0.0.1/8", "10.0.0.0/16", "10.0.0.1", "::1"]
    let keys = try sorted.map { try #require(InternetAddress($0)).sortable }
    #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for text in ["", "4", "4" + String(repeating: "0", count: 33), "7!0"] {
      #expect(InternetAddress(sortable: text.utf8.span) == nil)
    }
  }
}
