internal import AssetCatalogue
internal import AssetFiles
internal import AssetJSON
internal import Assets

extension ValueConverter {
  mutating func readTimestamp(
    _ tape: borrowing JSONTape, value: Int, field: Int, into bytes: inout [UInt8], at place: Place
  ) throws(ValueFault) {
    let start = bytes.count
    guard try !appendTimestamp(tape, value: value, to: &bytes) else {
      return warnOfUnit(
        tape, value: value, field: field, moment: bytes.span.extracting(start...), at: place)
    }
    kept = value - 1
    let name = type.fields[field].name
    warnings.add(
      "date-only", example: "line \(place.line): \(name) is a date alone; its midnight UTC counts")
  }

  /// Whether a Unix time is in seconds or in milliseconds is told by its size: a year that is far off was perhaps the
  /// other.
  private mutating func warnOfUnit(
    _ tape: borrowing JSONTape, value: Int, field: Int, moment: Span<UInt8>, at place: Place
  ) {
    var year = 0
    for index in 0..<4 { year = year * 10 + Int(moment[index] & 0xF) }
    guard !(1980...2100).contains(year), let number = tape.number(at: value) else { return }
    let isMilliseconds = Timestamp.isMilliseconds(number)
    guard isMilliseconds == (year < 1980) else { return }
    let name = type.fields[field].name
    warnings.add(
      "unix-time",
      example:
        "line \(place.line): \(name) is taken for \(isMilliseconds ? "milliseconds" : "seconds") "
        + "since 1970, which is in \(year); numbers of 100,000,000,000 and more are milliseconds")
  }

  /// Whether it has a time of day.
  private func appendTimestamp(
    _ tape: borrowing JSONTape, value: Int, to bytes: inout [UInt8]
  ) throws(ValueFault) -> Bool {
    do throws(Timestamp.Flaw) {
      if tape.kind(at: value) == .string {
        return try tape.withBytes(at: value) { text throws(Timestamp.Flaw) in
          try Timestamp.append(text: text, to: &bytes)
        }
      }
      guard let number = tape.number(at: value) else { throw .noTimestamp }
      try Timestamp.append(unix: number, to: &bytes)
      return true
    } catch {
      throw ValueFault(
        value, reason: error.reason,
        advice: "write it as 2026-01-02T03:04:05Z, or as Unix seconds or milliseconds")
    }
  }

  func integer(_ tape: borrowing JSONTape, value: Int) throws(ValueFault) -> Int64 {
    guard let exact = tape.number(at: value)?.int64 else {
      throw noNumber(tape, value: value, reason: "this is no 64-bit integer")
    }
    return exact
  }

  mutating func keptReal(
    _ tape: borrowing JSONTape, value: Int
  ) throws(ValueFault) -> Double {
    let (number, real) = try self.real(tape, value: value)
    if !number.isKept(by: real) { kept = value - 1 }
    return real
  }

  func real(
    _ tape: borrowing JSONTape, value: Int
  ) throws(ValueFault) -> (DecimalNumber, Double) {
    guard let number = tape.number(at: value), let real = Double(tape.string(at: value)),
      real.isFinite
    else { throw noNumber(tape, value: value, reason: "this is no number that a double can hold") }
    return (number, real)
  }

  private func noNumber(_ tape: borrowing JSONTape, value: Int, reason: String) -> ValueFault {
    guard tape.kind(at: value) == .string, tape.string(at: value).utf8.contains(0x2C) else {
      return ValueFault(value, reason: reason)
    }
    return ValueFault(
      value, reason: "\(reason): a comma stands in it",
      advice:
        "export it without commas between the thousands; whether one is a decimal point can't be told"
    )
  }

  /// Besides JSON's own: what Python, PostgreSQL and MySQL print.
  func bool(_ tape: borrowing JSONTape, value: Int) throws(ValueFault) -> Bool {
    switch tape.string(at: value).lowercased() {
    case "true", "t", "1": return true
    case "false", "f", "0": return false
    default:
      throw ValueFault(
        value, reason: "this is neither true nor false", advice: "write true or false, or 1 or 0")
    }
  }
}

extension JSONTape {
  /// The number that a number, or a string, spells.
  fileprivate func number(at index: Int) -> DecimalNumber? {
    withBytes(at: index, body: DecimalNumber.init)
  }
}
