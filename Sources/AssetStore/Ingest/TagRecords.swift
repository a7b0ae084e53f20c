internal import AssetExports
internal import Assets

/// Tells the records of one type that say nothing but their assets' tags: an export of such, whatever the provider's
/// call for it is, leaves all else as it is.
struct TagRecords {
  /// The field that holds the tags; nil if no record is taken so.
  private let tagField: Int?
  /// The other fields, but for those that only say which asset it is, and whose.
  private let details: [Int]

  init(_ type: AssetType, policy: AbsentFields) {
    let (tags, identifying) = (type.tagField, type.identifyingFields)
    details = type.fields.indices.filter { $0 != tags && !identifying.contains($0) }
    tagField = policy == .clearedIfKnown && !details.isEmpty ? tags : nil
  }

  /// - Parameter cells: of a record.
  func contains(_ cells: ArraySlice<RecordBatch.Cell>) -> Bool {
    guard let tagField, !cells.isAbsent(tagField) else { return false }
    return details.allSatisfy { cells.isAbsent($0) }
  }
}

extension AssetType {
  /// The index of the field that holds the tags; nil for a type without.
  var tagField: Int? { fields.firstIndex { $0.name == "tags" && $0.dataType.isMap } }

  fileprivate var identifyingFields: Set<Int> {
    let names =
      [Field.keyName, "arn", "region"] + [accountField].compactMap { $0 }
      + (keyTemplate?.fieldNames ?? []) + (recognition.identifier?.form?.fieldNames ?? [])
    return Set(fields.indices.filter { names.contains(fields[$0].name) })
  }
}
