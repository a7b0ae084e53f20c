import Assets
import Testing

@Suite struct IntervalTests {
  @Test(arguments: [
    ("30 days", 0, 30, 0), ("1 year 6 months", 18, 0, 0), ("-2 hours\t5 MIN", 0, 0, -6_900_000_000),
    ("1.5 days", 0, 1, 43_200_000_000), ("1.5 months", 1, 15, 0), ("2 weeks 1 day", 0, 15, 0),
    ("500 milliseconds", 0, 0, 500_000), ("1 day 02:03:04.5", 0, 1, 7_384_500_000),
    ("-00:30", 0, 0, -1_800_000_000), ("30d", 0, 30, 0),
    ("1 day 2 hours ago", 0, -1, -7_200_000_000),
    ("-4294967295 s", 0, 0, -4_294_967_295_000_000),
  ])
  func `units add up to months, days and time`(
    text: String, months: Int, days: Int, microseconds: Int
  ) throws {
    let interval = try #require(Interval(text))
    #expect(interval == Interval(months: months, days: days, microseconds: microseconds))
    #expect(-interval == Interval(months: -months, days: -days, microseconds: -microseconds))
  }

  @Test(arguments: [
    ("1 year 2 months 3 days 04:05:06.789", "1 year 2 mons 3 days 04:05:06.789"),
    ("36 hours", "36:00:00"), ("-1 day", "-1 days"), ("0 s", "00:00:00"), ("90 min", "01:30:00"),
  ])
  func `it is written as PostgreSQL writes it, and read again`(text: String, written: String) throws
  {
    let interval = try #require(Interval(text))
    #expect(interval.text == written)
    #expect(Interval(written) == interval)
  }

  @Test(arguments: [
    "", "days", "1", "1 day 2", "1 fortnight", "0x1 day", "ago", "1:60", "1:2:3:4", "1.x days",
  ])
  func `what is no interval is none`(text: String) { #expect(Interval(text) == nil) }

  // The least Int has no absolute value, and enough words add up to more than an Int holds.
  @Test(arguments: [
    "-9223372036854775808 days", "9223372036854775807 years", "4294967296 s",
    String(repeating: "4294967295 weeks ", count: 4_000),
  ])
  func `one that is too long is none either`(text: String) {
    #expect(Interval(text) == nil)
  }

  @Test func `reckoning with a long one goes beyond the calendar, and no further`() throws {
    let moment = try Moment(text: "1960-01-01T00:00:00Z".utf8.span)
    let long = try #require(Interval("400000000 weeks"))
    #expect(throws: Timestamp.Flaw.self) { try moment.adding(long) }
    #expect(throws: Timestamp.Flaw.self) { try moment.adding(-long) }
  }
}
