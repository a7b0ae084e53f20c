import Testing

@testable import Assets

@Suite struct TimestampTests {
  private func outcome(
    _ body: (inout [UInt8]) throws(Timestamp.Flaw) -> Void
  ) -> String {
    var bytes: [UInt8] = []
    do throws(Timestamp.Flaw) {
      try body(&bytes)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return error.reason
    }
  }

  private func read(_ text: String) -> String {
    outcome { bytes throws(Timestamp.Flaw) in
      _ = try Timestamp.append(text: Array(text.utf8).span, to: &bytes)
    }
  }

  private func read(unix spelling: String) -> String {
    guard let number = DecimalNumber(Array(spelling.utf8).span) else { return "no number" }
    return outcome { bytes throws(Timestamp.Flaw) in
      try Timestamp.append(unix: number, to: &bytes)
    }
  }

  @Test(arguments: [
    ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z"),
    ("2026-01-02t03:04:05.678z", "2026-01-02T03:04:05.678Z"),
    ("2026-01-02T03:04:05.000Z", "2026-01-02T03:04:05.000Z"),
    ("2026-01-02T03:04:05.123456789012345678901Z", "2026-01-02T03:04:05.123456789012345678901Z"),
    ("2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05Z"),
    ("2026-01-02T03:04:05-00:00", "2026-01-02T03:04:05Z"),
    ("2026-01-02T00:04:05.5+05:45", "2026-01-01T18:19:05.5Z"),
    ("2026-12-31T20:00:00-0430", "2027-01-01T00:30:00Z"),
    ("2024-03-01T00:30:00+01", "2024-02-29T23:30:00Z"),
    ("2026-01-02 03:04:05", "2026-01-02T03:04:05Z"),
    ("2026-01-02T03:04:05", "2026-01-02T03:04:05Z"),
    ("2026-01-02 03:04:05.678 UTC", "2026-01-02T03:04:05.678Z"),
    ("2026-01-02 03:04:05.678+00", "2026-01-02T03:04:05.678Z"),
    ("2026-01-02 03:04:05.678 +0000 UTC", "2026-01-02T03:04:05.678Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ("2016-12-31T23:59:60Z", "2016-12-31T23:59:60Z"),
    ("2016-12-31T15:59:60.25-08:00", "2016-12-31T23:59:60.25Z"),
    ("2026-01-02T03:04Z", "2026-01-02T03:04:00Z"), ("2026-01-02 03:04", "2026-01-02T03:04:00Z"),
    ("2026-01-02T03:04+01:00", "2026-01-02T02:04:00Z"),
    ("2026-01-02", "2026-01-02T00:00:00Z"),
    ("1767323045", "2026-01-02T03:04:05Z"), ("1767323045678", "2026-01-02T03:04:05.678Z"),
    ("1767323045.5", "2026-01-02T03:04:05.5Z"), ("-176732304", "1964-05-26T11:41:36Z"),
  ])
  func `a moment becomes UTC and keeps its precision`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("2026-02-29T00:00:00Z", "the calendar has no 2026-02-29"),
    ("1900-02-29", "the calendar has no 1900-02-29"),
    ("2026-13-01T00:00:00Z", "the calendar has no 2026-13-01"),
    ("2026-04-31", "the calendar has no 2026-04-31"),
    ("0000-12-31T00:00:00Z", "the calendar has no 0000-12-31"),
    ("2026-01-02T24:00:00Z", "the day has no 24:00:00"),
    ("2026-01-02T23:60:00Z", "the day has no 23:60:00"),
    ("2026-01-02T23:59:61Z", "the day has no 23:59:61"),
    ("2026-01-02T00:00:00+24:00", "there is no offset +24:00"),
    ("2016-12-31T23:58:60Z", "a leap second is the last one of a month: 23:59:60 UTC"),
    ("2016-12-30T23:59:60Z", "a leap second is the last one of a month: 23:59:60 UTC"),
    ("0001-01-01T00:00:00+00:01", "this is outside of the years 0001 to 9999"),
    ("9999-12-31T23:59:59-00:01", "this is outside of the years 0001 to 9999"),
  ])
  func `a moment that never is, is refused with the reason`(text: String, reason: String) {
    #expect(read(text) == reason)
  }

  @Test(arguments: [
    "", "2026", "20260102", "-1", "2026-1-2", "2026-01-02T", "2026-01-02T03:04:05.Z",
    "2026-01-02T03:04:05Zx", "2026-01-02 03:04:05 CET", "2026-01-02T03:04:05 ",
    "2026-01-02T03:04:05+1", "٢٠٢٦-01-02", "-2026-01-02", "2026-01-02T03:04:05+01:00 UTC",
    "01/02/2026 03:04:05", "Jan 02", "Fri, 02 Jan 2026 03:04:05 CET",
    "02 Jan Feb 2026", "Jan 2026 03:04:05", "13:00 PM Jan 2 2026", "/Date(x)/", "/Date()/",
    "/Date(1767323045000", "Monday", "2026-01-02 at 03:04:05", "next Friday",
  ])
  func `another spelling is refused`(text: String) {
    #expect(read(text) == "this is no timestamp")
  }

  @Test(arguments: [
    "Fri, 02 Jan 2026 03:04:05 GMT", "2 Jan 2026 05:04:05 +0200", "Friday, 02-Jan-26 03:04:05 GMT",
    "Fri Jan  2 03:04:05 2026", "Fri Jan 2 03:04:05 UTC 2026", "Jan 2, 2026 3:04:05 AM",
    "January 2, 2026, 3:04:05 AM UTC", "02-Jan-2026 03:04:05", "Thu, 01 Jan 2026 22:04:05 EST",
    "20260102T030405Z", "20260102T030405+0000", "20260102030405Z", "20260102030405",
    "2026/01/02 03:04:05",
    "/Date(1767323045000)/", "/Date(1767323045000+0200)/",
  ])
  func `mails, logs and tools spell moments in their own ways`(text: String) {
    #expect(read(text) == "2026-01-02T03:04:05Z")
  }

  @Test(arguments: [
    ("2026-01-02T03:04", "2026-01-02T03:04:00Z"), ("2026-01-02 03:04Z", "2026-01-02T03:04:00Z"),
    ("2026-01-02T03:04:05,5Z", "2026-01-02T03:04:05.5Z"),
    ("20260102T030405.25Z", "2026-01-02T03:04:05.25Z"),
    ("/Date(1767323045120)/", "2026-01-02T03:04:05.120Z"), ("/Date(0)/", "1970-01-01T00:00:00Z"),
    ("/Date(-1500)/", "1969-12-31T23:59:58.5Z"), ("Jan 2, 2026 12:04 AM", "2026-01-02T00:04:00Z"),
    ("31 Feb 2026 00:00:00 GMT", "the calendar has no 2026-02-31"),
  ])
  func `such a moment is as precise as it says`(text: String, expected: String) {
    #expect(read(text) == expected)
  }

  @Test func `a date alone is told from a moment`() throws {
    var bytes: [UInt8] = []
    #expect(try Timestamp.append(text: Array("2026-01-02".utf8).span, to: &bytes) == false)
    #expect(try Timestamp.append(text: Array("2026-01-02 00:00:00".utf8).span, to: &bytes))
  }

  @Test(arguments: [
    ("0", "1970-01-01T00:00:00Z"), ("-1", "1969-12-31T23:59:59Z"),
    ("1767323045", "2026-01-02T03:04:05Z"), ("1767323045678", "2026-01-02T03:04:05.678Z"),
    ("1767323045000", "2026-01-02T03:04:05Z"), ("1767323045120", "2026-01-02T03:04:05.120Z"),
    ("1767323045.678", "2026-01-02T03:04:05.678Z"), ("1767323045.0", "2026-01-02T03:04:05Z"),
    ("1.767323045678e9", "2026-01-02T03:04:05.678Z"), ("17e8", "2023-11-14T22:13:20Z"),
    ("1767323045678.25", "2026-01-02T03:04:05.67825Z"),
    ("0.000001", "1970-01-01T00:00:00.000001Z"), ("-0.25", "1969-12-31T23:59:59.75Z"),
    ("-1.5", "1969-12-31T23:59:58.5Z"), ("-100000000000", "1966-10-31T14:13:20Z"),
    ("99999999999", "5138-11-16T09:46:39Z"), ("100000000000", "1973-03-03T09:46:40Z"),
    ("253402300799999", "9999-12-31T23:59:59.999Z"), ("-62135596800000", "0001-01-01T00:00:00Z"),
    ("253402300800000", "this is outside of the years 0001 to 9999"),
    ("1767323045678901", "this is outside of the years 0001 to 9999"),
    ("1e400", "this is outside of the years 0001 to 9999"),
    ("1e-19", "this is more precise than a timestamp can be"),
    ("1e-999999999", "this is more precise than a timestamp can be"),
  ])
  func `a Unix time is seconds, or milliseconds where it is large`(
    spelling: String, expected: String
  ) {
    #expect(read(unix: spelling) == expected)
  }

  @Test func `every month of ten thousand years begins and ends where it should`() throws {
    var number = try #require(CivilDate(year: 1, month: 1, day: 1)).dayNumber
    #expect(number == -719_162)
    for year in 1...9999 {
      for month in 1...12 {
        let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
        let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        let first = CivilDate(year: year, month: month, day: 1)
        let last = CivilDate(year: year, month: month, day: length)
        try #require(first?.dayNumber == number && CivilDate(dayNumber: number) == first)
        number += length
        try #require(last?.dayNumber == number - 1 && CivilDate(dayNumber: number - 1) == last)
        try #require(CivilDate(year: year, month: month, day: length + 1) == nil)
      }
    }
    #expect(number == 2_932_897)
  }
}
