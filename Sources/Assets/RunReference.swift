/// A run, as somebody names it.
package enum RunReference: Hashable, Sendable {
  case number(Int)
  /// The last run that had ended at that moment, in RFC 3339.
  case time(String)

  /// Reads the number of a run, or a time: `7`, `2026-01-31`, `2026-01-31T12:00:00Z`.
  ///
  /// - Throws: a `usage` fault for anything else.
  package init(_ text: String) throws {
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text.utf8.count < 16,
      let number = Int(text)
    {
      self = .number(number)
      return
    }
    var time: [UInt8] = []
    do throws(Timestamp.Flaw) {
      let hasTime = try Timestamp.append(text: text.utf8.span, to: &time)
      // A date alone is the whole day.
      let day = String(decoding: time, as: UTF8.self).prefix(10)
      self = .time(hasTime ? String(decoding: time, as: UTF8.self) : "\(day)T23:59:59.999999999Z")
    } catch {
      throw Fault(
        .usage, what: "'\(text)'", why: "it is neither the number of a run nor a time",
        advice: "write 7 or 2026-01-31T12:00:00Z; see: assetstore runs")
    }
  }
}

extension RunReference: CustomStringConvertible {
  package var description: String {
    switch self {
    case .number(let number): "run \(number)"
    case .time(let time): time
    }
  }
}
