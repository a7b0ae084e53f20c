internal import AssetExports
package import AssetJSON
internal import Assets

extension IngestReport {
  /// Adds an input of which an earlier run has read the same.
  mutating func add(_ path: String, repeating file: RunFile) {
    var counts = Counts()
    counts.unchanged = file.inserted + file.updated + file.unchanged
    let summary = RecordReader.Summary(
      format: file.format, fileBytes: file.bytes, sha256: file.sha256, records: file.records,
      isPartial: file.isPartial)
    inputs.append(Input(path: path, summary: summary, counts: counts))
    self.counts.add(counts)
    isPartial = isPartial || file.isPartial
  }

  /// Adds a type of which an earlier run has read the same records.
  mutating func add(_ type: TypeName, repeating counts: Counts) {
    var unchanged = Counts()
    unchanged.unchanged = counts.inserted + counts.updated + counts.unchanged
    types.append((type, unchanged))
  }

  /// What it counts beside the assets.
  var notes: JSONValue {
    [
      "extra_fields": JSONValue(counts: extraFields), "skipped": JSONValue(counts: skipped),
      "redacted": JSONValue(counts: redacted),
    ]
  }

  mutating func read(notes: String) throws {
    guard case .object(let members) = try JSONValue(parsing: notes.utf8, named: "the run's notes")
    else { return }
    for member in members {
      guard case .object(let counts) = member.value else { continue }
      for count in counts {
        guard case .number(let text) = count.value, let number = Int(text) else { continue }
        switch member.name {
        case "extra_fields": extraFields[count.name] = number
        case "skipped": skipped[count.name] = number
        case "redacted": redacted[count.name] = number
        default: break
        }
      }
    }
  }
}

extension JSONValue {
  /// Counts by name, as an object.
  package init(counts: [String: Int]) {
    self = .object(
      counts.sorted { $0.key < $1.key }.map { Member($0.key, value: JSONValue($0.value)) })
  }
}
