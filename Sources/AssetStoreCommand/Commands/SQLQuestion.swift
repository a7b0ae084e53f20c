internal import AssetFiles
internal import AssetJSON
internal import Assets
internal import AssetStore

/// What a line of `sql` asks.
struct SQLQuestion {
  /// In seconds.
  static let defaultTimeout = 30
  static let defaultBytes = 4 << 30

  var query = ""
  var param: [String] = []
  var asOf: String?
  var timeout = defaultTimeout
  var maxRows: Int?
  var maxBytes = defaultBytes
  var explain = false
  var explainPostgreSQL = false
  var output = OutputOptions()
  var store = StoreOptions()

  func run(in context: CommandContext) throws {
    // SQLite gets no more memory than this, whatever a query asks of it.
    let limits = SQLQuery.Limits(
      time: timeout == 0 ? nil : .seconds(timeout), rows: maxRows,
      bytes: maxBytes == 0 ? nil : maxBytes, memory: 512 << 20)
    let parameters = try NamedValue.values(
      param, of: "--param", spelling: "--param name=value")
    var query = SQLQuery(try text(), parameters: parameters, limits: limits)
    query.asOf = try asOf.map { try RunReference($0) }
    let store = try store.open(context)
    if explainPostgreSQL { return try context.write(store.explainPostgreSQL(query) + "\n") }
    if explain {
      throw Fault(
        .usage, what: "--explain", why: "it takes what the query is for",
        advice:
          "write --explain postgres; how SQLite goes about it shows EXPLAIN QUERY PLAN SELECT …")
    }
    var writer = try output.writer(context)
    let outcome = try store.sql(query, into: &writer)
    if outcome.isCut {
      context.say("note: there are more than \(outcome.count) rows; --max-rows left them out")
    }
  }

  private func text() throws -> String {
    guard let bytes = try bytes() else { return query }
    guard UTF8Check.isValid(bytes.span) else {
      throw Fault(.input, what: query, why: "it is no UTF-8", advice: "save the query as UTF-8")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is read from elsewhere; nil if the argument is the query.
  private func bytes() throws -> [UInt8]? {
    if query == "-" { return try File.standardInput().contents(limit: 1 << 20) }
    guard query.utf8.first == UInt8(ascii: "@") else { return nil }
    return try File.contents(of: String(query.unicodeScalars.dropFirst()), limit: 1 << 20)
  }
}
