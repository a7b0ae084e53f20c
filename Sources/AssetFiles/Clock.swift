internal import FoundationEssentials

/// The time, as the store writes it: RFC 3339, UTC, with milliseconds.
package enum Clock {
  /// A moment in seconds since 1970.
  package static func text(ofSecond second: Int) -> String {
    Date(timeIntervalSince1970: Double(second)).formatted(Date.ISO8601FormatStyle())
  }

  package static func now() -> String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
