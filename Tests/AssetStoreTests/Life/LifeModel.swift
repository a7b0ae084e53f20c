import AssetJSON
import Assets

/// What a store should hold, as plainly as can be: every asset with its row.
struct LifeModel {
  struct Asset {
    let key: String
    /// Nil for one that was there when the life began, and never changes.
    var record: GeneratedRecord?
    /// Its row if it has no record.
    var row = ""
    /// Its place in the order in which assets came, over all types.
    let serial: Int
    var tags: JSONValue?
    var account: String?
  }

  struct AssetType {
    let name: String
    /// Nil for a type without one.
    let accountField: String?
    var fields: [Field]
    /// All fields that records may have, whether or not the type knows them yet.
    let universe: [Field]
    var isAdded: Bool
    var assets: [Asset] = []
  }

  var types: [AssetType]
  var nextSerial = 0
  var runs = 0

  /// All assets as a query across types gives them.
  var all: [(type: AssetType, asset: Asset)] {
    types.sorted { $0.name < $1.name }.flatMap { type in type.assets.map { (type, $0) } }
  }

  /// What the rows of a type are.
  func rows(_ type: AssetType) -> [String] {
    type.assets.map { $0.record?.expected(type.fields) ?? $0.row }
  }

  /// Takes the records of a run: how many are new, have changed, and are the same.
  mutating func ingest(_ records: [GeneratedRecord], into index: Int) -> [Int] {
    var counts = [0, 0, 0]
    let type = types[index]
    for record in records {
      let tags = record.stored("tags").flatMap { try? JSONValue(parsing: $0.utf8, named: "tags") }
      let account = type.accountField.flatMap(record.stored).map {
        String($0.dropFirst().dropLast())
      }
      if let place = types[index].assets.firstIndex(where: { $0.key == record.key }) {
        let old = types[index].assets[place].record?.expected(type.fields)
        counts[old == record.expected(type.fields) ? 2 : 1] += 1
        types[index].assets[place].record = record
        types[index].assets[place].tags = tags
        types[index].assets[place].account = account
      } else {
        counts[0] += 1
        types[index].assets.append(
          Asset(key: record.key, record: record, serial: nextSerial, tags: tags, account: account))
        nextSerial += 1
      }
    }
    runs += 1
    return counts
  }
}
