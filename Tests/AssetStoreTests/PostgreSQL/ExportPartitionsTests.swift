import AssetLanguage
import Assets
import AssetStore
import Testing
import TestSupport

/// A copy that is spread over servers by account. Debian has no Citus: its functions are stood in for by some that make
/// a table of two partitions, each on a server of its own.
@Suite(.enabled(if: PostgreSQL.isWanted, "PostgreSQL 15 is not installed"))
struct ExportPartitionsTests {
  @Test func `expressions find the same assets over several servers`() throws {
    let copy = try PostgreSQLCopy.make()
    var random = SeededGenerator(seed: 21)
    try copy.store.ingest(
      samples: (0..<60).map { SampleAsset($0, using: &random) }, in: copy.folder)
    let request = PostgreSQLRequest(Query(), isDistributed: true)
    let others = [try PostgreSQLServer(), try PostgreSQLServer()]
    for other in others {
      let database = other.firstDatabase
      _ = try database.lines(of: Self.stubs(of: "NULL"))
      var schema = request
      schema.part = .schema
      _ = try database.lines(of: Self.script(schema, of: copy.store))
    }
    _ = try copy.database.lines(of: Self.servers(others) + Self.stubs(of: Self.spreading))
    _ = try copy.database.lines(of: Self.script(request, of: copy.store))
    let spread = try copy.database.lines(
      of: "SELECT count(DISTINCT tableoid) FROM test.sample; SELECT count(*) FROM test.sample;")
    #expect(spread == ["2", "60"])

    var generator = ExpressionGenerator(seed: 22)
    let texts = (0..<200).map { _ in generator.condition() }
    let expressions = try texts.map { try Expression(parsing: $0) }
    let statements = try expressions.map { expression in
      let sql = try copy.store.explainPostgreSQL(SampleAsset.query(expression))
      return "SELECT string_agg(_key, ',' ORDER BY substr(_key, 7)::int) FROM (\(sql)) AS found;\n"
    }
    let lines = try copy.database.lines(of: statements.joined())
    try #require(lines.count == texts.count)
    for (index, line) in lines.enumerated() {
      let keys = try copy.store.sampleKeys(expressions[index])
      #expect(keys.joined(separator: ",") == line, "\(texts[index])\n\(statements[index])")
    }
  }

  /// Without the extension, and without unique indexes, which partitions on other servers can't have.
  private static func script(_ request: PostgreSQLRequest, of store: Store) throws -> String {
    try store.script(request)
      .replacing("CREATE EXTENSION IF NOT EXISTS citus;\n", with: "")
      .replacing("CREATE UNIQUE INDEX", with: "CREATE INDEX")
  }

  private static func servers(_ servers: [PostgreSQLServer]) -> String {
    "CREATE EXTENSION hstore; CREATE EXTENSION postgres_fdw;\n"
      + servers.enumerated().map { index, server in
        """
        CREATE SERVER s\(index) FOREIGN DATA WRAPPER postgres_fdw
          OPTIONS (host '\(server.folder)', dbname 'postgres', extensions 'hstore');
        CREATE USER MAPPING FOR assets SERVER s\(index) OPTIONS (user 'assets');

        """
      }.joined()
  }

  private static func stubs(of distribution: String) -> String {
    """
    CREATE TABLE pg_dist_partition(logicalrel regclass);
    CREATE FUNCTION create_reference_table(name text) RETURNS void LANGUAGE sql AS 'SELECT';
    CREATE FUNCTION create_distributed_table(name text, shard text) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      \(distribution);
    END $$;

    """
  }

  private static let spreading = """
    EXECUTE format('CREATE TEMP TABLE like_it (LIKE %s)', name);
      EXECUTE format('DROP TABLE %s', name);
      EXECUTE format('CREATE TABLE %s (LIKE like_it) PARTITION BY HASH (%I)', name, shard);
      FOR part IN 0..1 LOOP
        EXECUTE format('CREATE FOREIGN TABLE public.%I PARTITION OF %s
          FOR VALUES WITH (MODULUS 2, REMAINDER %s) SERVER s%s OPTIONS (schema_name %L, table_name %L)',
          name || part, name, part, part, (parse_ident(name))[1], (parse_ident(name))[2]);
      END LOOP;
      DROP TABLE like_it
    """
}
