internal import ArgumentParser

/// A number of bytes: `65536`, `64K`, `64M` or `1G`, by the powers of 1,024.
struct ByteCount: ExpressibleByArgument, Hashable {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    let unit = argument.last.flatMap { units[Character($0.uppercased())] }
    let digits = unit == nil ? argument[...] : argument.dropLast()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits) else {
      return nil
    }
    let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: unit ?? 1)
    guard !isTooLarge else { return nil }
    self.bytes = bytes
  }

  var defaultValueDescription: String { bytes >> 20 > 0 ? "\(bytes >> 20)M" : "\(bytes)" }
}
