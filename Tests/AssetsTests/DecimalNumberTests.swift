import Testing

@testable import Assets

@Suite struct DecimalNumberTests {
  private func number(_ text: String) -> DecimalNumber? {
    DecimalNumber(Array(text.utf8).span)
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("10.0", 10), ("1e3", 1_000), ("1.5e1", 15),
    ("0.0e999999999999999999999", 0), ("120e-1", 12),
    ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
    ("9223372036854775807.000", Int64.max), ("9007199254740993", 9_007_199_254_740_993),
  ])
  func `an integer is exact, however it is spelled`(text: String, expected: Int64) {
    #expect(number(text)?.int64 == expected)
  }

  @Test(arguments: [
    "0.5", "1e-1", "9223372036854775808", "-9223372036854775809", "1e19", "18446744073709551616",
    "1e999999999999999999999", "99999999999999999999",
  ])
  func `what is no integer of 64 bits is none`(text: String) throws {
    #expect(try #require(number(text)).int64 == nil)
  }

  @Test(arguments: [
    "", "-", "+1", "01", "1.", ".5", "1e", "1e+", "0x10", "10,000", "1_000", " 1", "1 ", "NaN",
    "Infinity", "1.2.3", "１",
  ])
  func `what JSON would not take for a number is none`(text: String) {
    #expect(number(text) == nil)
  }

  @Test(arguments: [
    ("0.1", true), ("1.50", true), ("-0", true), ("1E+2", true), ("123456789012345", true),
    ("0.1000000000000000055511151231257827", false), ("9007199254740992", true),
    ("9007199254740993", false), ("0.30000000000000004", true), ("0.30000000000000005", false),
    ("1e400", false), ("1e-400", false), ("5e-324", true), ("4e-324", false),
    ("1.7976931348623157e308", true), ("2.2250738585072011e-308", false),
  ])
  func `a double keeps a number if it prints as the same one`(text: String, isKept: Bool) throws {
    let double = try #require(Double(text))
    #expect(try #require(number(text)).isKept(by: double) == isKept)
  }
}
