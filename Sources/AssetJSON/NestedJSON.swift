internal import Assets

/// Parses JSON that is text inside of a string. Keeps its memory; costs nothing until it is needed.
package struct NestedJSON: ~Copyable {
  private var parser: JSONParser?
  private var text: [UInt8] = []

  package init() {}

  /// Whether the text begins, after spaces, as an object or a list does.
  package static func isContainer(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where !Self.isSpace(text[index]) {
      return text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "[")
    }
    return false
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Lends the tape of the text that stands at an index of another tape.
  ///
  /// - Throws: a `ValueFault` at that index: for what is no JSON, and for what the body throws, with the position in
  ///   the text.
  package mutating func read<Result>(
    _ outer: borrowing JSONTape, at index: Int,
    body: (borrowing JSONTape) throws(ValueFault) -> Result
  ) throws(ValueFault) -> Result {
    text.removeAll(keepingCapacity: true)
    outer.withBytes(at: index) { text.append(span: $0) }
    return try read(at: index, body: body)
  }

  /// Lends the tape of a text that was made of the one at an index of another tape.
  package mutating func read<Result>(
    _ json: [UInt8], at index: Int,
    body: (borrowing JSONTape) throws(ValueFault) -> Result
  ) throws(ValueFault) -> Result {
    text = json
    return try read(at: index, body: body)
  }

  private mutating func read<Result>(
    at index: Int, body: (borrowing JSONTape) throws(ValueFault) -> Result
  ) throws(ValueFault) -> Result {
    let count = text.count
    text.append(contentsOf: repeatElement(0, count: JSONParser.padding))
    do {
      return try parse(count, body: body)
    } catch let fault as LocatedFault {
      throw ValueFault(
        index, reason: "\(fault.reason), at position \(fault.offset) of the text",
        advice: fault.advice)
    } catch let fault as JSONFault {
      throw ValueFault(
        index, reason: "the text is no JSON: \(fault.reason), at position \(fault.offset) of it")
    } catch let fault as Fault {
      throw ValueFault(index, reason: fault.why, advice: fault.advice)
    } catch {
      preconditionFailure("nothing else is thrown")
    }
  }

  private mutating func parse<Result>(
    _ count: Int, body: (borrowing JSONTape) throws(ValueFault) -> Result
  ) throws -> Result {
    if parser == nil { parser = JSONParser() }
    guard
      let result = try parser?.parse(
        text, at: 0..<count,
        body: { tape in
          do throws(ValueFault) { return try body(tape) } catch { throw error.located(on: tape) }
        })
    else { preconditionFailure("the parser has just been made") }
    return result
  }
}
