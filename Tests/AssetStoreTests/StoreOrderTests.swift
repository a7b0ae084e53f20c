import AssetCatalogue
import AssetJSON
import AssetLanguage
import AssetOutput
import Assets
import AssetStore
import Testing
import TestSupport

/// By what assets are ordered.
@Suite struct StoreOrderTests {
  private func ordered(
    _ records: [String], type: String, by path: String, descending: Bool = false
  ) throws -> [String] {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(records, type: type, account: "1")
    let query = Query(
      types: .one(try TypeName(type)), fields: [FieldPath("_key")],
      sort: [Query.Sort(FieldPath(path), descending: descending)])
    return try store.lines(query).map { String($0.dropFirst(9).dropLast(2)) }
  }

  @Test func `instants sort as they follow one another`() throws {
    let times = ["30:00.250Z", "30:00Z", "30:00.251Z", "29:59.9Z"]
    let records = times.enumerated().map {
      #"{"_key":"k\#($0)","launch_time":"2024-05-01T12:\#($1)"}"#
    }
    #expect(
      try ordered(records, type: "aws.ec2_instance", by: "launch_time") == ["k3", "k1", "k0", "k2"])
  }

  @Test func `several values of a key sort as the text that they read as`() throws {
    let tags = [#"["Prod"]"#, #"["é","z"]"#, #"["[z"]"#, #"["Prod","a"]"#]
    let records = tags.enumerated().map { #"{"_key":"k\#($0)","tags":{"e":\#($1)}}"# }
    #expect(
      try ordered(records, type: responseType, by: "tags.e") == ["k0", "k3", "k2", "k1"])
  }

  @Test func `a leap second is an instant, that of the second behind it`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    _ = try store.ingest(
      [#"{"_key":"leap","launch_time":"2016-12-31T23:59:60.5Z"}"#], type: "aws.ec2_instance")
    for (text, count) in [
      ("launch_time > '2017-01-01T00:00:00Z'", 1), ("launch_time < '2017-01-01T00:00:01Z'", 1),
    ] {
      let query = Query(
        types: .one(try TypeName("aws.ec2_instance")), where: try Expression(parsing: text))
      #expect(try store.count(query) == count, "\(text)")
    }
  }
}
