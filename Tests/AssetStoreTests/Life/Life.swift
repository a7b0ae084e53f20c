import AssetCatalogue
import AssetJSON
import Assets
import AssetSQLite
import Foundation
import Testing
import TestSupport

@testable import AssetStore

/// A random life of a store: all that is done to it is done to a naive model too.
final class Life {
  let seed: UInt64
  let folder: TemporaryFolder
  var random: SeededGenerator
  var model: LifeModel
  /// Files that were made on the way, and what the model was then.
  var backups: [(path: String, model: LifeModel)] = []
  /// How often each kind of step was taken.
  private(set) var taken: [String: Int] = [:]

  var path: String { folder.file("s.db") }
  /// Where it is, for what fails.
  var place: String { "seed \(seed), step \(taken.values.reduce(0, +))" }

  /// Begins with a new store, or with one of an older schema.
  init(seed: UInt64) throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    folder = try TemporaryFolder()
    model = LifeModel(types: try Self.types())
    let schema = Int(seed % UInt64(OlderStore.newest + 1))
    guard schema > 0 else {
      _ = try Store.openOrCreate(path)
      return
    }
    let older = try OlderStore.make(schema, in: folder)
    try FileManager.default.moveItem(atPath: older, toPath: path)
    try model.begin(with: Store.openToMigrate(path))
  }

  /// Types that the program knows, and added ones with every data type, with an account and without.
  private static func types() throws -> [LifeModel.AssetType] {
    let known = try ["aws.s3_bucket", "aws.ec2_instance", responseType].map { name in
      let type = try #require(try Catalogue.type(named: name))
      let universe = [Field("account_id", dataType: .string), Field("tags", dataType: .hstore)]
      return LifeModel.AssetType(
        name: name, accountField: "account_id", fields: type.fields, universe: universe,
        isAdded: true)
    }
    let fields = DataType.allCases.enumerated().map {
      Field(
        "f\($0)", dataType: $1, isIndexed: $0 % 2 == 0 && [.string, .int64, .bool].contains($1))
    }
    let tags = Field("tags", dataType: .hstore)
    return known + [
      LifeModel.AssetType(
        name: "x.alpha", accountField: "owner", fields: [],
        universe: [Field("owner", dataType: .string), tags] + fields,
        isAdded: false),
      LifeModel.AssetType(
        name: "x.beta", accountField: nil, fields: [], universe: [tags] + fields.reversed(),
        isAdded: false),
      LifeModel.AssetType(
        name: "a.first", accountField: nil, fields: [], universe: [tags], isAdded: false),
    ]
  }

  /// Takes a step, and checks all.
  func step() throws {
    let steps = Self.steps
    let step = steps[Int.random(in: steps.indices, using: &random)]
    taken[step.name, default: 0] += 1
    try step.take(self)
    try check(step.name)
  }

  /// A type that has been added, or is added now.
  func anyType() throws -> Int {
    let index = Int.random(in: model.types.indices, using: &random)
    if !model.types[index].isAdded { try evolve(index) }
    return index
  }

  /// Brings a type to a definition with other fields; those that it had stay.
  func evolve(_ index: Int) throws {
    let type = model.types[index]
    let fixed = type.universe.filter { ["tags", "owner"].contains($0.name) }
    let others = type.universe.filter { field in !fixed.contains { $0.name == field.name } }
    let chosen = fixed + others.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
    let definition = try AssetType(
      TypeName(type.name), accountField: type.accountField, keyTemplate: nil, fields: chosen)
    _ = try Store.openOrCreate(path).add(definition)
    model.types[index].fields =
      chosen + type.fields.filter { old in !chosen.contains { $0.name == old.name } }
    model.types[index].isAdded = true
  }

  /// Records of a type: new assets and such that are there, some of them twice.
  func records(_ index: Int, _ count: Int) -> [GeneratedRecord] {
    let type = model.types[index]
    var records: [GeneratedRecord] = []
    for _ in 0..<count {
      let key = "\(type.name) \(Int.random(in: 0..<60, using: &random))"
      records.append(GeneratedRecord(key, type.universe, &random))
      if Int.random(in: 0..<12, using: &random) == 0,
        let one = records.randomElement(using: &random)
      {
        records.append(one)
      }
    }
    // One that has every field, so that no run leaves a field out altogether.
    return records + [GeneratedRecord("\(type.name) full", type.universe, isFull: true, &random)]
  }

  func write(_ records: [GeneratedRecord], besides other: String = "") throws -> String {
    let name = "r\(Int.random(in: 0..<1_000_000_000, using: &random)).ndjson"
    return try folder.write(name, records.map { $0.input + "\n" }.joined() + other)
  }
}

extension LifeModel {
  /// Takes over what an older store holds.
  fileprivate mutating func begin(with store: Store) throws {
    runs = try store.runs().count
    try store.reading { connection in
      nextSerial = Int(try connection.integer("SELECT next_id FROM store") ?? 0)
      for type in try TypeRegistry.withTables(connection) {
        if !types.contains(where: { $0.name == type.name.description }) {
          types.append(
            AssetType(
              name: type.name.description, accountField: type.accountField, fields: type.fields,
              universe: [Field("tags", dataType: .hstore)], isAdded: true))
        }
        let account = type.accountField.map { AssetTable.quote($0) } ?? "NULL"
        try connection.forEachRow(
          "SELECT _id, _key, tags, \(account) FROM \(AssetTable(type).name) ORDER BY _id"
        ) { row in
          guard let index = types.firstIndex(where: { $0.name == type.name.description }) else {
            return
          }
          let tags = try row.text(at: 2).map { try JSONValue(parsing: $0.utf8, named: "tags") }
          types[index].assets.append(
            Asset(
              key: row.text(at: 1) ?? "", serial: Int(row.integer(at: 0) ?? 0), tags: tags,
              account: row.text(at: 3)))
        }
      }
    }
    for index in types.indices where !types[index].assets.isEmpty {
      let rows = try store.lines(Query(types: .one(TypeName(types[index].name))))
      for (place, row) in rows.enumerated() { types[index].assets[place].row = String(row) }
    }
  }
}
