internal import Assets

/// Numbers the names of members.
///
/// Exports name the same members in the same order over and over: this learns which name follows which, and compares
/// with that one before it looks anything up.
struct MemberNames {
  private var index = NameIndex()
  /// By number: the name that came after it the last time.
  private var successors: [Int] = []
  private var last = start

  /// Stands before the first name of every record.
  private static let start = 0
  /// Stands for all names that are too long to be kept, or come when there are too many of them.
  static let others = 1
  private static let maxCount = 1 << 16
  private static let maxLength = 1_024

  init() {
    for name in ["", "(other names)"] { add(Array(name.utf8).span) }
  }

  var count: Int { successors.count }

  /// The bytes of a name.
  subscript(number: Int) -> ArraySlice<UInt8> { index[number] }

  /// Says that the next name is the first of a record.
  mutating func begin() { last = Self.start }

  /// The number of a name: of one that is not kept, `others`.
  mutating func number(of name: Span<UInt8>) -> Int {
    let guess = successors[last]
    if index.isName(guess, name: name) {
      last = guess
    } else {
      let found = index.number(of: name) ?? add(name)
      successors[last] = found
      last = found
    }
    return last
  }

  @discardableResult
  private mutating func add(_ name: Span<UInt8>) -> Int {
    guard successors.count < Self.maxCount, name.count <= Self.maxLength else {
      return Self.others
    }
    successors.append(Self.start)
    return index.add(name)
  }
}
