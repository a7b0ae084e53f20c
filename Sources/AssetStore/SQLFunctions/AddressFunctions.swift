internal import Assets
internal import AssetSQLite

/// PostgreSQL's functions of addresses, which SQLite holds as texts that sort as they do.
enum AddressFunctions {
  static func define(on connection: borrowing Connection) throws(SQLiteError) {
    try connection.define("cast_inet", arguments: 1) { arguments throws(FunctionFault) in
      Value(try read(arguments)?.sortable)
    }
    try connection.define("cast_cidr", arguments: 1) { arguments throws(FunctionFault) in
      guard let network = try read(arguments) else { return .null }
      guard network == network.filled(ones: false) else {
        throw FunctionFault("'\(network.text())' is no network: bits are set behind its length")
      }
      return .text(network.sortable)
    }
    try define("inet_text", on: connection) { .text($0.text()) }
    try define("cidr_text", on: connection) { .text($0.text(isNetwork: true)) }
    try define("inet_host", on: connection) { .text($0.host) }
    try define("inet_family", on: connection) { .integer(Int64($0.family)) }
    try define("inet_masklen", on: connection) { .integer(Int64($0.length)) }
    try define("inet_network", on: connection) { .text($0.filled(ones: false).sortable) }
    try define("inet_broadcast", on: connection) { .text($0.filled(ones: true).sortable) }
    for (name, ones) in [("inet_netmask", true), ("inet_hostmask", false)] {
      try define(name, on: connection) { address in
        let start = Array(repeating: ones ? UInt8(0xFF) : 0, count: address.bytes.count)
        let mask = InternetAddress(bytes: start, length: address.length).filled(ones: !ones)
        return .text(InternetAddress(bytes: mask.bytes, length: mask.width).sortable)
      }
    }
    try connection.define("inet_set_masklen", arguments: 2) { arguments throws(FunctionFault) in
      guard let address = try address(arguments, at: 0), let length = arguments.integer(at: 1)
      else {
        return .null
      }
      guard -1...Int64(address.width) ~= length else {
        throw FunctionFault("there is no network of \(length) bits")
      }
      let kept = length == -1 ? address.width : Int(length)
      return .text(InternetAddress(bytes: address.bytes, length: kept).sortable)
    }
    try test("inet_within", on: connection) { $0.length > $1.length && $0.isWithin($1) }
    try test("inet_within_or_equal", on: connection) { $0.isWithin($1) }
    try test("inet_overlaps", on: connection) { $0.isWithin($1) || $1.isWithin($0) }
  }

  private static func define(
    _ name: String, on connection: borrowing Connection,
    body: @escaping (InternetAddress) -> Value
  ) throws(SQLiteError) {
    try connection.define(name, arguments: 1) { arguments throws(FunctionFault) in
      try address(arguments, at: 0).map(body) ?? .null
    }
  }

  private static func test(
    _ name: String, on connection: borrowing Connection,
    body: @escaping (InternetAddress, InternetAddress) -> Bool
  ) throws(SQLiteError) {
    try connection.define(name, arguments: 2) { arguments throws(FunctionFault) in
      guard let one = try address(arguments, at: 0), let other = try address(arguments, at: 1)
      else { return .null }
      return body(one, other) ? 1 : 0
    }
  }

  private static func address(
    _ arguments: borrowing FunctionArguments, at index: Int
  ) throws(FunctionFault) -> InternetAddress? {
    if arguments.isNull(at: index) { return nil }
    guard
      let address = arguments.withBytes(at: index, body: { InternetAddress(sortable: $0) })
    else { throw FunctionFault("a function of addresses is given something else") }
    return address
  }

  private static func read(
    _ arguments: borrowing FunctionArguments
  ) throws(FunctionFault) -> InternetAddress? {
    guard let text = arguments.text(at: 0) else { return nil }
    guard let address = InternetAddress(text) else {
      throw FunctionFault("'\(text.shortened(toScalars: 40))' is no address")
    }
    return address
  }
}
