internal import AssetJSON
internal import Assets

extension RecordSink {
  /// Counts records that are of types that are not taken.
  mutating func skip(_ what: String, count: Int = 1) {
    Self.count(what, count: count, counts: &foreign)
  }

  /// Counts records that are no assets that there are.
  mutating func passOver(_ what: String, count: Int = 1) {
    Self.count(what, count: count, counts: &passedOver)
  }

  private static func count(_ what: String, count: Int, counts: inout [String: Int]) {
    // So many different ones that only an attack has them are counted together.
    let what = what.shortened(toScalars: 200)
    let isKnown = counts[what] != nil || counts.count < 1_000
    counts[isKnown ? what : "(others)", default: 0] += count
  }

  /// How many records had a member that is no field, by the member's name.
  var extraFields: [String: Int] {
    router.open.reduce(into: [:]) { counts, records in
      counts.merge(records.mapper.finder.extras.counts(members.names), uniquingKeysWith: +)
    }
  }

  /// How many values are kept as digests only, by what was asked for.
  var redacted: [String: Int] {
    router.open.reduce(into: [:]) { counts, records in
      counts.merge(records.mapper.redaction?.counts ?? [:], uniquingKeysWith: +)
    }
  }

  /// What was odd about the records.
  var allWarnings: Warnings {
    var all = warnings
    for records in router.open { all.merge(records.mapper.allWarnings) }
    return all
  }
}
