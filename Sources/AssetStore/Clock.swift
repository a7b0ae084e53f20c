internal import FoundationEssentials

/// The time, as the store writes it: RFC 3339, UTC, with milliseconds.
enum Clock {
  static func now() -> String {
    Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
