package import AssetFiles
package import AssetJSON
internal import Assets

extension RecordReader {
  /// The first records of an export of anything, and what they call themselves: read as an ingest reads them.
  ///
  /// - Throws: an `input` fault, with the place, for what can't be read.
  package static func samples(
    in file: consuming File, format: ExportFormat?, path: String?
  ) throws -> (records: [JSONValue], kinds: [String], lists: [String]) {
    var reader = try open(file, types: RecordTypes(.samples), format: format, path: path)
    while try reader.next() != nil {}
    let samples = reader.interpreter.sink.samples
    return (
      try samples?.values() ?? [], samples?.kinds.sorted() ?? [], samples?.lists.sorted() ?? []
    )
  }
}
