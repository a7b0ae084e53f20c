internal import AssetExports
internal import AssetIndex
internal import Assets
internal import AssetSQLite

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
    note(account: text(account), region: text(region))
  }

  private mutating func note(account: ArraySlice<UInt8>?, region: ArraySlice<UInt8>?) {
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

extension ScopeCollector {
  /// Of which types, accounts and regions these assets are, which the store holds.
  static func scopes(
    of assets: IDSet, on connection: borrowing Connection
  ) throws -> Set<Scope> {
    try TypeRegistry.withTables(connection).reduce(into: []) { scopes, type in
      var collector = ScopeCollector(type)
      let column = { (field: Int?) in
        field.map { AssetTable.quote(type.fields[$0].name) } ?? "NULL"
      }
      let (account, region) = (column(collector.account), column(collector.region))
      try connection.forEachRow(
        "SELECT _id, \(account), \(region) FROM \(AssetTable(type).name)"
      ) { row in
        guard assets.contains(row.integer(at: 0) ?? 0) else { return }
        let (account, region) = (row.text(at: 1), row.text(at: 2))
        collector.note(
          account: account.map { Array($0.utf8)[...] }, region: region.map { Array($0.utf8)[...] })
      }
      scopes.formUnion(collector.scopes)
    }
  }
}
