internal import AssetJSON
internal import Assets

/// What an export says beside its records about records that it does not hold: page tokens, marks that it was cut off,
/// totals above its own count.
struct MoreToCome {
  private var isCertain = false
  /// AWS gives a marker with the last page, too, where it says that nothing was cut off.
  private var hasMarker = false
  private var isWhole = false
  private var total: Int?
  private var count: Int?

  /// Whether there is more than the export holds.
  var isSaid: Bool {
    if let total, let count, total > count { return true }
    return isCertain || hasMarker && !isWhole
  }

  /// Takes note of a member of an object that wraps records; whether it is one of these signs, whatever it says.
  mutating func note(_ name: Span<UInt8>, on tape: borrowing JSONTape, value: Int) -> Bool {
    let word = Self.letters(of: name)
    switch Self.sign(word) {
    case .token: isCertain = isCertain || tape.saysSomething(value)
    case .marker: hasMarker = hasMarker || tape.saysSomething(value)
    case .flag: noteFlag(word, truth: tape.truth(at: value))
    case .completeness: isCertain = isCertain || tape.truth(at: value) == false
    case .total: total = Int(tape.string(at: value))
    case .count: return noteCount(tape, value: value)
    case .within: return noteMembers(of: tape, object: value)
    case nil: return false
    }
    return true
  }

  private mutating func noteFlag(_ word: String, truth: Bool?) {
    if truth == true { isCertain = true }
    if truth == false, word == "istruncated" { isWhole = true }
  }

  /// Azure's `count` is a number; that of Resource Explorer an object that says whether it is complete.
  private mutating func noteCount(_ tape: borrowing JSONTape, value: Int) -> Bool {
    if tape.kind(at: value) == .object { return noteMembers(of: tape, object: value) }
    count = Int(tape.string(at: value))
    return true
  }

  /// Whether the object says nothing else.
  private mutating func noteMembers(of tape: borrowing JSONTape, object: Int) -> Bool {
    var isOnly = tape.kind(at: object) == .object
    for member in TapeObject(tape, at: object).members
    where !note(member.name.span, on: tape, value: member.value) && tape.saysSomething(member.value)
    {
      isOnly = false
    }
    return isOnly
  }

  private enum Sign {
    /// There is more if it says anything.
    case token
    case marker
    /// There is more if it is true.
    case flag
    /// There is more if it is false.
    case completeness
    case total, count
    /// An object whose members say it: `metadata`, `links`, `pageInfo`.
    case within
  }

  private static func sign(_ word: String) -> Sign? {
    switch word {
    case "marker": .marker
    case "paginationtoken", "pagingtoken", "pagetoken", "skiptoken", "continuationtoken",
      "continue", "position", "odatanextlink", "remainingitemcount", "nextrecords":
      .token
    case "complete", "iscomplete": .completeness
    case "totalrecords", "totalresources": .total
    case "count": .count
    case "metadata", "links", "pageinfo", "paging", "pagination", "page", "meta": .within
    case "truncated", "incompleteresults": .flag
    case _ where word.hasPrefix("hasmore") || word.hasPrefix("hasnext"): .flag
    case _ where word.hasSuffix("truncated"): .flag
    case _ where word.hasPrefix("next") || word.hasPrefix("lastevaluated"): .token
    default: nil
    }
  }

  /// The letters of a name, in lower case: `@odata.nextLink` and `odata.nextlink` are one.
  private static func letters(of name: Span<UInt8>) -> String {
    var letters: [UInt8] = []
    guard name.count <= 64 else { return "" }
    for index in name.indices {
      let lower = name[index] | 0x20
      if (0x61...0x7A).contains(lower) { letters.append(lower) }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension JSONTape {
  /// Whether it is a text that is not empty, a number above zero, or an object with members.
  fileprivate func saysSomething(_ value: Int) -> Bool {
    switch kind(at: value) {
    case .string: withBytes(at: value) { $0.count > 0 }
    case .object, .array: hasValue(at: firstChild(of: value))
    case .true: true
    case .null, .false: false
    default: (Double(string(at: value)) ?? 0) > 0
    }
  }

  /// What a truth value says, as itself or as text; nil for what is none.
  fileprivate func truth(at value: Int) -> Bool? {
    switch string(at: value).lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }
}
