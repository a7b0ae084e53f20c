internal import Assets

/// What a value is, as far as comparing goes.
enum ValueKind: Hashable {
  case text, number, timestamp, bool, map, array, json
  /// A text in quotes, which is whatever it is compared with.
  case quoted
  case null

  init(_ dataType: DataType) {
    self =
      switch dataType {
      case .string: .text
      case .int64, .float64: .number
      case .timestamp: .timestamp
      case .bool: .bool
      case .hstore, .hstoreCSV: .map
      case .array: .array
      case .json: .json
      }
  }

  init(_ literal: Literal) {
    self =
      switch literal {
      case .null: .null
      case .text: .quoted
      case .integer, .real: .number
      case .bool: .bool
      case .timestamp: .timestamp
      }
  }

  /// How messages call it.
  var article: String {
    switch self {
    case .text, .quoted: "text"
    case .number: "a number"
    case .timestamp: "a timestamp"
    case .bool: "true or false"
    case .map: "a map"
    case .array: "an array"
    case .json: "json"
    case .null: "null"
    }
  }

  var isComparable: Bool {
    switch self {
    case .map, .array, .json: false
    default: true
    }
  }
}

extension ExpressionChecker {
  /// Brings values that are compared with each other to one kind: that of the first of them that has its own.
  func agree(_ operands: [Operand]) throws -> [Operand] {
    let values = try operands.enumerated().map { try names.resolve($1, isValue: $0 > 0) }
    let kind = values.first { $0.kind != .quoted && $0.kind != .null }?.kind ?? .text
    if let value = values.first(where: { !$0.kind.isComparable }) {
      throw Fault.expression(
        "\(value.description) is \(value.kind.article), which is not compared like this",
        advice: value.kind == .map
          ? "write tags->'env' for the value of a key"
          : value.kind == .array ? "write 'x' = ANY (\(value.description))" : "ask IS NULL",
        at: value.operand.place)
    }
    return try values.map { try convert($0, to: kind) }
  }

  func convert(_ value: ResolvedValue, to kind: ValueKind) throws -> Operand {
    if case .literal(.timestamp(let text)) = value.operand.content,
      !text.isMoment
    {
      throw wrongLiteral(text, of: .timestamp, operand: value.operand)
    }
    if value.kind == kind || value.kind == .null { return value.operand }
    guard case .literal(.text(let text)) = value.operand.content, value.kind == .quoted else {
      throw mismatch(value, with: kind)
    }
    guard let literal = Literal(text, as: kind) else {
      throw wrongLiteral(text, of: kind, operand: value.operand)
    }
    return Operand(.literal(literal), at: value.operand.place)
  }

  private func wrongLiteral(_ text: String, of kind: ValueKind, operand: Operand) -> Fault {
    .expression(
      "'\(text)' is not \(kind.article)",
      advice: kind == .timestamp ? "write one like '2024-05-01' or '2024-05-01T12:30:00Z'" : nil,
      at: operand.place)
  }

  private func mismatch(_ value: ResolvedValue, with kind: ValueKind) -> Fault {
    let isNumber = value.kind == .number && kind == .text && value.field == nil
    let description =
      isNumber ? value.operand.spelledNumber ?? value.description : value.description
    return .expression(
      "\(description) is \(value.kind.article), where \(kind.article) should be",
      advice: isNumber ? "put it in quotes: '\(description)'" : nil, at: value.operand.place)
  }
}

extension Operand {
  /// A number as it was written, with the zeros before it, which are part of an account; nil if it was not.
  fileprivate var spelledNumber: String? {
    let text = place.map { $0.text.utf8.dropFirst($0.offset) }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let spelling = text?.prefix { isDigit($0) || "+-.eE".utf8.contains($0) }
    return spelling.flatMap {
      $0.contains(where: isDigit) ? String(decoding: $0, as: UTF8.self) : nil
    }
  }
}

extension Literal {
  /// What a text in quotes stands for where a value of that kind is wanted.
  init?(_ text: String, as kind: ValueKind) {
    switch kind {
    case .text: self = .text(text)
    case .timestamp where text.isMoment: self = .timestamp(text)
    case .number:
      if let integer = Int64(text) {
        self = .integer(integer)
      } else {
        // Swift also reads hexadecimal, infinite and not-a-numbers.
        guard text.utf8.allSatisfy("0123456789+-.eE".utf8.contains), let real = Double(text),
          real.isFinite
        else { return nil }
        self = .real(real)
      }
    case .bool:
      switch text.lowercased() {
      case "true", "t": self = .bool(true)
      case "false", "f": self = .bool(false)
      default: return nil
      }
    default: return nil
    }
  }
}

extension Literal {
  /// What to write for a text that was written as a name.
  static func quotesAdvice(_ text: String) -> String {
    "text stands in single quotes: '\(text.doubling("'"))'"
  }
}

extension MapLiteral {
  /// - Throws: a `usage` fault with the place if the text is no hstore.
  init(hstore text: String, at place: TextPlace?) throws {
    do throws(HstoreFault) {
      try self.init(hstore: text)
    } catch {
      throw Fault.expression(
        "the text is no hstore: \(error.reason)", advice: #"write 'env=>prod, "a b"=>c'"#, at: place
      )
    }
  }
}

extension String {
  fileprivate var isMoment: Bool { (try? Moment(text: utf8.span)) != nil }
}
