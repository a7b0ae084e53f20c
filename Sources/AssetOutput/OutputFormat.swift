/// How results are written.
package enum OutputFormat: String, Sendable, CaseIterable {
  case table, json, ndjson, csv, tsv, markdown, yaml
}

/// The writer of a format.
///
/// - Parameters:
///   - width: the columns of the terminal, 4 or more, that a table has to fit; nil if nothing is to be cut.
///   - csvSafe: whether csv and tsv guard cells that a spreadsheet would run. Such a cell doesn't read back exactly.
package func makeResultWriter(
  _ format: OutputFormat, to stream: consuming OutputStream, width: Int? = nil,
  csvSafe: Bool = false
) -> any ResultWriter & ~Copyable {
  switch format {
  case .table: TableWriter(stream, width: width)
  case .json: JSONWriter(stream, frame: .array)
  case .ndjson: JSONWriter(stream, frame: .lines)
  case .csv: DelimitedWriter(stream, delimiter: UInt8(ascii: ","), guardsFormulas: csvSafe)
  case .tsv: DelimitedWriter(stream, delimiter: UInt8(ascii: "\t"), guardsFormulas: csvSafe)
  case .markdown: MarkdownWriter(stream)
  case .yaml: YAMLWriter(stream)
  }
}
