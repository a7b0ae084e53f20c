internal import AssetExports
internal import Assets

/// Notes of which accounts and regions a run has assets of a type.
struct ScopeCollector {
  private let type: String
  /// Nil where the type has no such field.
  private let account: Int?
  private let region: Int?
  private var last: (account: [UInt8]?, region: [UInt8]?)?
  private(set) var scopes: Set<Scope> = []

  init(_ type: AssetType) {
    let index = { (name: String) in
      type.fields.firstIndex { $0.name == name && $0.dataType == .string }
    }
    self.type = type.name.description
    account = type.accountField.flatMap(index)
    region = type.regionField.flatMap(index)
  }

  /// Records of one account and region come one after the other, and cost a comparison.
  mutating func note(_ batch: RecordBatch, at index: Int) {
    let cells = batch.record(index)
    let text = { (field: Int?) -> ArraySlice<UInt8>? in
      guard let field, case .text(let range) = cells[cells.startIndex + field] else { return nil }
      return batch.bytes[range]
    }
    let (account, region) = (text(account), text(region))
    if let last, Self.isSame(last.account, right: account), Self.isSame(last.region, right: region)
    {
      return
    }
    last = (account.map(Array.init), region.map(Array.init))
    scopes.insert(
      Scope(
        type: type, account: Self.part(account, isField: self.account != nil),
        region: Self.part(region, isField: self.region != nil)))
  }

  private static func isSame(_ left: [UInt8]?, right: ArraySlice<UInt8>?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return left.span.isIdentical(inBytesTo: right.span)
  }

  private static func part(_ text: ArraySlice<UInt8>?, isField: Bool) -> Scope.Part {
    guard isField else { return .any }
    return text.map { .value(String(decoding: $0, as: UTF8.self)) } ?? .missing
  }
}
