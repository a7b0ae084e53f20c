internal import AssetFiles
package import Assets

/// Reads the records of a program in a single pass and in bounded memory: gives them in batches, mapped to a type's
/// fields. The line of a place is the number of the record.
package struct RecordSequenceReader<Records: Sequence>: ~Copyable
where Records.Element: RecordText {
  private var records: Records.Iterator
  private var converter: RecordConverter
  private var hash = SHA256()
  /// How many records it has given.
  package private(set) var count = 0
  /// How many bytes they had, with a line end each.
  package private(set) var bytes = 0

  package init(_ records: Records, type: AssetType, context: MappingContext) {
    self.records = records.makeIterator()
    converter = RecordConverter(type: type, context: context)
  }

  /// The next records; nil at the end.
  ///
  /// - Throws: an `input` fault with its place for what is no record of the type.
  package mutating func next() throws -> RecordBatch? {
    var batch = RecordBatch(of: converter.mapper.type, withRoom: true)
    while !batch.isFull, let record = records.next()?.recordText {
      count += 1
      bytes += record.count + 1
      hash.update(record.span)
      hash.update(lineEnd.span)
      try converter.append(record, number: count, to: &batch)
    }
    return batch.isEmpty ? nil : batch
  }

  /// What came of the records, as if they had been the lines of a file: ask when `next` has given nil.
  package var summary: RecordReader.Summary {
    RecordReader.Summary(
      format: ExportFormat.ndjson.rawValue, packing: nil,
      sha256: hash.hexDigest, fileBytes: bytes, records: count, rejected: 0,
      isPartial: false,
      skipped: [:], foreign: 0,
      extraFields: converter.mapper.finder.extras.counts(converter.members.names),
      redacted: converter.mapper.redaction?.counts ?? [:],
      warnings: converter.mapper.allWarnings)
  }
}

private let lineEnd = Array("\n".utf8)
