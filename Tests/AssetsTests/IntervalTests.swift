import Assets
import Testing

@Suite struct IntervalTests {
  @Test(arguments: [
    ("30 days", 0, 2_592_000), ("1 year 6 months", 18, 0), ("-2 hours\t5 MIN", 0, -6_900),
    ("-4294967295 s", 0, -4_294_967_295),
  ])
  func `units add up to months and seconds`(text: String, months: Int, seconds: Int) throws {
    let interval = try #require(Interval(text))
    #expect(interval.months == months && interval.seconds == seconds)
    #expect((-interval).months == -months && (-interval).seconds == -seconds)
  }

  @Test(arguments: ["", "days", "1", "1.5 days", "1 day 2", "1 fortnight", "0x1 day"])
  func `what is no interval is none`(text: String) { #expect(Interval(text) == nil) }

  // The least Int has no absolute value, and enough words add up to more than an Int holds.
  @Test(arguments: [
    "-9223372036854775808 days", "9223372036854775807 years", "4294967296 s",
    String(repeating: "4294967295 weeks ", count: 4_000),
  ])
  func `one that is too long is none either`(text: String) {
    #expect(Interval(text) == nil)
  }

  @Test func `reckoning with the longest goes beyond the calendar, and no further`() throws {
    let moment = try Moment(text: "1960-01-01T00:00:00Z".utf8.span)
    let long = try #require(Interval(String(repeating: "4294967295 weeks ", count: 400)))
    #expect(throws: Timestamp.Flaw.self) { try moment.adding(long) }
    #expect(throws: Timestamp.Flaw.self) { try moment.adding(-long) }
    let origin = try Moment(text: "9999-12-31T00:00:00Z".utf8.span)
    #expect(throws: Timestamp.Flaw.self) { try moment.binned(every: long, from: origin) }
  }
}
