internal import AssetJSON
internal import Assets

/// Records that are kept as they are, until it is known what type to make of them.
struct RecordSamples {
  struct Sample {
    /// As JSON text.
    let json: [UInt8]
    let origin: RecordOrigin
  }

  private(set) var samples: [Sample] = []
  private var bytes = 0
  /// What they are called, if they are called something.
  var kinds: Set<String> = []
  /// What the lists are called that they stand in.
  private(set) var lists: Set<String> = []

  /// Whether there are as many as it is worth looking at.
  var isFull: Bool { samples.count >= 1_000 || bytes >= 8 << 20 }

  mutating func add(
    _ tape: borrowing JSONTape, record: Int, from origin: RecordOrigin, of list: [UInt8]?
  ) {
    if let list { lists.insert(String(decoding: list, as: UTF8.self)) }
    var json: [UInt8] = []
    tape.write(record, to: &json)
    bytes += json.count
    samples.append(Sample(json: json, origin: origin))
  }

  func values() throws -> [JSONValue] {
    try samples.map { try JSONValue(parsing: $0.json, named: "a sample") }
  }

  /// What stands for a type while there is none: the names that forms of exports have for what all types have.
  static func stub() throws -> AssetType {
    try AssetType(
      TypeName("sample.record"), accountField: "account_id", keyTemplate: nil,
      fields: [
        Field("account_id", dataType: .string), Field("region", dataType: .string),
        Field("arn", dataType: .string),
        Field("tags", dataType: .hstore),
      ])
  }
}
