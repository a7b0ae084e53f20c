internal import Assets

/// A JSON value in memory, for documents that are small: definitions, manifests, reports. Members keep their order and
/// numbers their spelling.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// A member of an object. Of two with one name the last counts.
  public struct Member: Hashable, Sendable {
    /// As it is spelled, without escapes.
    public let name: String
    /// What it holds.
    public let value: JSONValue

    /// A member of an object.
    public init(_ name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// Reads one value.
  ///
  /// - Throws: an `input` fault, with the place, for what is no JSON.
  public init(parsing text: some Collection<UInt8>, named name: String) throws {
    let bytes = Array(text)
    // Not simdjson, which a question would have to load for the definition of a type.
    var reader = StrictJSONReader()
    do {
      self = try unsafe bytes.withUnsafeBufferPointer { text in
        try unsafe reader.read(text, maxDepth: JSONParser.maxDepth) { tape in
          JSONValue(tape, at: JSONTape.root)
        }
      }
    } catch let fault as JSONFault {
      let lines = bytes.prefix(fault.offset).count { $0 == 0x0A }
      throw fault.fault(
        name, at: Place(line: lines + 1, byte: fault.offset + 1), advice: "mend it")
    }
  }

  package init(_ tape: borrowing JSONTape, at index: Int) {
    switch tape.kind(at: index) {
    case .object:
      var members: [Member] = []
      var key = tape.firstChild(of: index)
      while tape.hasValue(at: key) {
        let value = tape.index(after: key)
        members.append(Member(tape.string(at: key), value: JSONValue(tape, at: value)))
        key = tape.index(after: value)
      }
      self = .object(members)
    case .array:
      var elements: [JSONValue] = []
      var element = tape.firstChild(of: index)
      while tape.hasValue(at: element) {
        elements.append(JSONValue(tape, at: element))
        element = tape.index(after: element)
      }
      self = .array(elements)
    case .string: self = .string(tape.string(at: index))
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .signed, .unsigned, .double: self = .number(tape.string(at: index))
    default: self = .null
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// An object with these members, in this order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, value: $0.1) })
  }

  /// An array of these elements.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  package init(_ number: Int) { self = .number(String(number)) }

  /// The text, or null for nil.
  package init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// The last member of that name; nil if there is none or this is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string; nil for anything else.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// A number that is an integer of 64 bits; nil for anything else.
  public var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
  /// The elements of an array; nil for anything else.
  public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// The value as JSON text without spaces.
  public var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let spelling): bytes.append(contentsOf: spelling.utf8)
    case .string(let text): JSONText.append(string: text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(string: member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
