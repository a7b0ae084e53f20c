internal import AssetFiles
internal import AssetJSON
internal import Assets
internal import AssetSQLite

extension IngestRequest {
  /// The SHA-256, as hexadecimal digits, of all that decides what a run makes of its inputs: what it is asked, the types
  /// of the store, and the build of the program, which brings the others. Nil where that can't be told.
  func digest(on connection: borrowing Connection) throws -> String? {
    guard let program = ProgramFile.identity() else { return nil }
    let parts: JSONValue = [
      "program": .string(program), "type": JSONValue(type), "account": JSONValue(account),
      "values": .object(
        values.sorted { $0.key < $1.key }.map { .init($0.key, value: .string($0.value)) }),
      "format": JSONValue(format?.rawValue), "path": JSONValue(path),
      "record_limit": JSONValue(recordLimit), "strict": .bool(isStrict),
      "infer": .bool(infersTypes), "keeps_rejects": .bool(rejectsPath != nil),
      "redactions": .array(redactions.paths.map { .string($0.description) }),
      "keep_sensitive": .bool(redactions.keepsSensitive),
      "absent_fields": .string(absentFields.rawValue), "snapshot": snapshot?.json ?? .null,
      "types": .array(try Self.types(connection)),
    ]
    return hexadecimal(SHA256.digest(of: parts.text.utf8.span))
  }

  private static func types(_ connection: borrowing Connection) throws -> [JSONValue] {
    var types: [JSONValue] = []
    try connection.forEachRow("SELECT name, definition, removed_by FROM types ORDER BY name") {
      row in
      types.append([
        .string(row.text(at: 0) ?? ""), .string(row.text(at: 1) ?? ""),
        .bool(row.integer(at: 2) != nil),
      ])
    }
    return types
  }
}

extension SnapshotRequest {
  fileprivate var json: JSONValue {
    [
      "scopes": .array(scopes.map(\.json)),
      "allowed_deletes": allowedDeletes.map { JSONValue($0) } ?? .null,
    ]
  }
}
