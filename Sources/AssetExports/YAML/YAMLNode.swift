internal import AssetJSON
internal import Assets

/// A value of a YAML document, as it stands there.
indirect enum YAMLNode {
  case scalar(YAMLScalar)
  case list([YAMLNode], tag: [UInt8], offset: Int)
  case object([Member], tag: [UInt8], offset: Int)

  struct Member {
    let key: YAMLScalar
    let value: YAMLNode
  }

  var offset: Int {
    switch self {
    case .scalar(let scalar): scalar.offset
    case .list(_, _, let offset), .object(_, _, let offset): offset
    }
  }

  var tag: [UInt8] {
    switch self {
    case .scalar(let scalar): scalar.tag
    case .list(_, let tag, _), .object(_, let tag, _): tag
    }
  }
}

/// A text, number, truth value or null of a YAML document.
struct YAMLScalar {
  let bytes: [UInt8]
  /// Whether it has no quotes, so that its letters say what it is.
  let isPlain: Bool
  let tag: [UInt8]
  let offset: Int

  /// What it is: by YAML 1.2's rules, and of numbers only what JSON spells so. An account `012345678901` stays a text,
  /// and so do `yes` and `on`.
  var kind: JSONTape.Kind {
    guard isPlain, tag.isEmpty || tag.starts(with: Self.coreTag), tag != Self.textTag else {
      return .string
    }
    switch String(decoding: bytes.prefix(8), as: UTF8.self) {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .true
    case "false", "False", "FALSE": return .false
    default: return DecimalNumber(bytes.span) == nil ? .string : .double
    }
  }

  private static let coreTag = Array("tag:yaml.org,2002:".utf8)
  private static let textTag = Array("tag:yaml.org,2002:str".utf8)
}
