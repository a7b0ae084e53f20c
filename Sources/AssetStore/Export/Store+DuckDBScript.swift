internal import AssetFiles
package import Assets

extension Store {
  /// SQL with which DuckDB writes the assets of types as Parquet files, a file a type. A map is one of lists, because a
  /// key may have several values; a key whose value is null has no list.
  ///
  /// - Parameter folder: where the files go; nil for the folder that DuckDB works in.
  /// - Throws: `missing` for a type that isn't there.
  package func duckDBScript(
    of types: TypeSelection, folder: String? = nil
  ) throws -> String {
    let folder = try folder.map { try FileSystem.absolute($0) + "/" }
    return try reading { connection in
      DuckDBScript(
        store: path, folder: folder ?? "",
        types: try TypeRegistry.selected(types, on: connection)
      ).text
    }
  }
}
