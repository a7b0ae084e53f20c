internal import AssetJSON
internal import Assets

extension RecordSink {
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
