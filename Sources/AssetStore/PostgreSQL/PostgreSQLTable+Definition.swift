internal import Assets

// The statements that make it, each safe to run again.
extension PostgreSQLTable {
  /// The table, where it lies, what its parts mean, and the view of its tags.
  func definition(isDistributed: Bool) -> [String] {
    let columns = columns(isDistributed: isDistributed)
    return [Self.table(name, columns: columns)] + (isDistributed ? [distribution(of: name)] : [])
      + Self.comments(on: name, title: comment, columns: columns)
      + (tagsView.map { [$0] } ?? [])
  }

  static func table(_ name: String, columns: [Column]) -> String {
    let lines = columns.map { column in
      "  \(column.quoted) \(column.dataType)\(column.isRequired ? " NOT NULL" : "")"
    }
    return "CREATE TABLE IF NOT EXISTS \(name)(\n\(lines.joined(separator: ",\n"))\n)"
  }

  private static func comments(on name: String, title: String?, columns: [Column]) -> [String] {
    let ofTable = title.map { "COMMENT ON TABLE \(name) IS \(PostgreSQLSpelling.literal($0))" }
    return (ofTable.map { [$0] } ?? [])
      + columns.compactMap { column in
        column.comment.map {
          "COMMENT ON COLUMN \(name).\(column.quoted) IS \(PostgreSQLSpelling.literal($0))"
        }
      }
  }

  private var comment: String? {
    let parts = [type.title, type.description].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ": ")
  }

  /// A row for each tag of each asset, and for each value of a tag with several; nil for a type without tags.
  private var tagsView: String? {
    guard type.hasTags else { return nil }
    let account = type.accountField.map { "asset." + Self.column($0) } ?? "NULL::text"
    let terms = PostgreSQLSpelling.name(termsColumn(of: "tags"))
    let pattern = PostgreSQLSpelling.literal(#"^((?:[^\\=]|\\.)*)=(.*)$"#)
    let escape = PostgreSQLSpelling.literal(#"\\(.)"#)
    return """
      CREATE OR REPLACE VIEW \(tagsName) AS
      SELECT asset._id, asset._key, \(account) AS account_id,
        regexp_replace(term.parts[1], \(escape), \(PostgreSQLSpelling.literal(#"\1"#)), 'g') AS key,
        term.parts[2] AS value
      FROM \(name) AS asset, unnest(asset.\(terms)) AS text,
        LATERAL (SELECT regexp_match(text, \(pattern)) AS parts) AS term
      WHERE term.parts IS NOT NULL
      UNION ALL
      SELECT asset._id, asset._key, \(account), pair.key, pair.value
      FROM \(name) AS asset, each(asset.tags) AS pair WHERE pair.value IS NULL
      """
  }

  /// The view over all types: `_id, _type, _key, account_id, region, tags`.
  static func view(over tables: [PostgreSQLTable]) -> String {
    let none = """
      SELECT NULL::bigint AS _id, NULL::text AS _type, NULL::text AS _key, NULL::text AS account_id,
        NULL::text AS region, NULL::hstore AS tags WHERE FALSE
      """
    let parts = ([none] + tables.map(\.partOfView)).joined(separator: "\nUNION ALL ")
    return "CREATE OR REPLACE VIEW public.assets AS\n\(parts)"
  }

  private var partOfView: String {
    let column = { (field: String?) in field.map(Self.column) ?? "NULL::text" }
    return "SELECT _id, \(PostgreSQLSpelling.literal(type.name.description)), _key, "
      + "\(column(type.accountField)), \(column(type.regionField)), "
      + "\(type.hasTags ? "tags" : "NULL::hstore") FROM \(name)"
  }

  /// The statement that spreads one of its tables over servers, as all others are; once.
  func distribution(of name: String) -> String {
    let literal = PostgreSQLSpelling.literal
    return """
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrel = \(literal(name))::regclass) THEN
          PERFORM create_distributed_table(\(literal(name)), \(literal(shardColumn)));
        END IF;
      END $$
      """
  }
}
