internal import Assets

extension Analyzer {
  /// A number's smallest kind.
  func number(_ spelling: String, at range: Range<Int>) throws -> Typed {
    if let whole = Int64(spelling) {
      return Typed(.whole(whole), of: Int32(exactly: whole) == nil ? .bigint : .int, at: range)
    }
    guard spelling.utf8.count <= Self.maxDigits else {
      throw fault("a number has at most \(Self.maxDigits) digits", advice: nil, at: range)
    }
    return Typed(.decimal(spelling), of: .numeric, at: range)
  }

  private static let maxDigits = 400

  /// What a text in quotes is as a value of a kind. PostgreSQL reads it before it looks at a row.
  func literal(_ text: String, as kind: Kind, at range: Range<Int>) throws -> Typed {
    let trimmed = text.trimmingSpace
    switch kind {
    case .int, .bigint:
      guard let whole = Int64(trimmed), kind == .bigint || Int32(exactly: whole) != nil else {
        throw noLiteral(text, of: kind, at: range)
      }
      return Typed(.whole(whole), of: kind, at: range)
    case .numeric:
      guard trimmed.isDecimal, trimmed.utf8.count <= Self.maxDigits else {
        throw noLiteral(text, of: kind, at: range)
      }
      return Typed(.decimal(trimmed), of: kind, at: range)
    case .float:
      guard trimmed.isDecimal, let real = Double(trimmed), real.isFinite else {
        throw noLiteral(text, of: kind, at: range)
      }
      return Typed(.real(real), of: kind, at: range)
    case .bool:
      guard let value = Self.truth(trimmed) else { throw noLiteral(text, of: kind, at: range) }
      return Typed(.bool(value), of: kind, at: range)
    case .timestamp, .date: return try moment(trimmed, of: kind, at: range)
    case .interval:
      guard let interval = Interval(text) else {
        throw fault(
          "'\(text.shortened(toScalars: 40))' is no interval", advice: "write INTERVAL '30 days'",
          at: range)
      }
      return Typed(.text(interval.text), of: kind, at: range)
    case .inet, .cidr:
      guard let address = InternetAddress(text),
        kind == .inet || address == address.filled(ones: false)
      else {
        throw fault(
          "'\(text.shortened(toScalars: 40))' is no \(kind.typeName)",
          advice: "write INET '10.0.0.1', CIDR '10.0.0.0/8'", at: range)
      }
      return Typed(.text(address.sortable), of: kind, at: range)
    case .map:
      do throws(HstoreFault) { _ = try MapLiteral(hstore: text) } catch {
        throw fault(
          "'\(text.shortened(toScalars: 40))' is no map: \(error.reason)",
          advice: "write 'env=>prod', or delete(tags, 'env') to take a key away", at: range)
      }
      return convert(Typed(.text(text), of: .text, at: range), to: kind)
    case .array(let element): return try array(text, element: element, at: range)
    case .json, .any, .text, .unknown, .blob:
      let value = Typed(.text(text), of: .text, at: range)
      return kind == .json ? convert(value, to: .json) : value.of(kind == .any ? .any : .text)
    }
  }

  private func noLiteral(_ text: String, of kind: Kind, at range: Range<Int>) -> Fault {
    fault(
      "'\(text.shortened(toScalars: 40))' is no \(kind.typeName)",
      advice: kind.isWhole && Double(text) != nil ? "write a whole number" : nil, at: range)
  }

  private func moment(_ text: String, of kind: Kind, at range: Range<Int>) throws -> Typed {
    do throws(Timestamp.Flaw) {
      let moment = try Moment(text: text.utf8.span)
      let spelled = moment.sortableText
      return Typed(.text(kind == .date ? String(spelled.prefix(10)) : spelled), of: kind, at: range)
    } catch {
      let reason = error == .noTimestamp ? "" : ": \(error.reason)"
      throw fault(
        "'\(text.shortened(toScalars: 40))' is no timestamp\(reason)",
        advice: "write '2024-05-01' or '2024-05-01 12:30:00+02:00'", at: range)
    }
  }

  /// `'{a,b}'`
  private func array(_ text: String, element: Kind, at range: Range<Int>) throws -> Typed {
    guard let members = ArrayText.members(of: text) else {
      throw fault(
        "'\(text.shortened(toScalars: 40))' is no array",
        advice: "write ARRAY['a', 'b'], or 'a' = ANY (array) to look for one", at: range
      )
    }
    let values = try members.map { member in
      try member.map { try literal($0, as: element, at: range) }
        ?? Typed(.null, of: element, at: range)
    }
    return Typed(.array(values), of: .array(element), at: range)
  }

  static func truth(_ text: String) -> Bool? {
    switch text.foldedASCII {
    case "t", "tr", "tru", "true", "y", "ye", "yes", "on", "1": true
    case "f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0": false
    default: nil
    }
  }
}
