internal import AssetJSON
package import AssetOutput
internal import Assets
internal import AssetSQLite

extension Store {
  /// Writes the assets that a query asks for, a file a type, as they are at one moment. Behind them comes the file
  /// `manifest.json`, with how many there are and the digests of the files.
  ///
  /// - Throws: as the query does; `exists` for a file that may not be replaced.
  package func export(
    _ query: Query, as format: OutputFormat, to folder: ExportFolder
  ) throws -> ExportReport {
    try answering(query) { connection in
      let run = try connection.integer("SELECT ifnull(max(id), 0) FROM runs") ?? 0
      var files: [JSONValue] = []
      var count = 0
      let plan = try plan(query, on: connection)
      let readers = plan.needsFunctions ? nil : parallelReaders
      for select in plan.selects {
        let cells = try QueryPlan.cells(nil, of: select.type)
        let (assets, file) = try folder.write("\(select.type.name).\(format.rawValue)") { stream in
          var writer = makeResultWriter(format, to: stream)
          return try Self.write(
            select.showing(cells), with: readers, into: &writer, on: connection)
        }
        files.append([
          "path": .string(file.name), "type": .string(select.type.name.description),
          "assets": JSONValue(assets), "bytes": JSONValue(file.size),
          "sha256": .string(file.sha256),
        ])
        count += assets
      }
      let manifest: JSONValue = [
        "format": .string(format.rawValue), "run": JSONValue(Int(run)),
        "finished_at": JSONValue(
          try connection.text("SELECT finished_at FROM runs WHERE id = ?", with: .integer(run))),
        "assets": JSONValue(count), "files": .array(files),
      ]
      _ = try folder.write("manifest.json") { stream in
        var stream = stream
        try stream.write(manifest.shownText + "\n")
        try stream.flush()
      }
      return ExportReport(run: Int(run), assets: count, gone: nil)
    }
  }

  /// How many assets there are.
  private static func write(
    _ select: TypeSelect, with readers: ParallelReaders?,
    into writer: inout some ResultWriter & ~Copyable, on connection: borrowing Connection
  ) throws -> Int {
    try writer.begin(select.cells.map(\.column))
    var page = Page(limit: nil, readings: select.cells.map(\.reading), readers: readers)
    try page.write(
      TypeMatches(select, on: connection), from: .min, on: connection, into: &writer)
    try writer.finish()
    return page.count
  }
}
