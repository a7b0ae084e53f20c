import AssetIndex
import Assets
import AssetSQLite
import Testing
import TestSupport

@testable import AssetStore

@Suite struct AssetWalkTests {
  private static let types = [
    "aws.sqs_queue", "aws.ec2_instance", "aws.s3_bucket", responseType, "aws.lambda_function",
  ]

  private func ingest(_ keys: Range<Int>, _ type: String, _ run: Int, _ store: Store) throws {
    let records = keys.lazy.map {
      #"{"_key":"\#($0)","account_id":"1","tags":{"run":"\#(run)","m":"\#($0 % 3)"}}"#
    }
    _ = try store.ingest(records, type: type)
  }

  /// The index was rebuilt type by type, in the order of their names: lists of ids were out of order.
  @Test func `one asset of each of two types, the later name first`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try ingest(0..<1, "aws.s3_bucket", 1, store)
    try ingest(0..<1, "aws.ec2_instance", 2, store)
    let index = try store.termIndex()
    try store.reindex()
    #expect(try store.termIndex() == index)
    #expect(try store.verify().isGood)
    _ = try store.backUp(to: folder.file("b.db"))
  }

  @Test(arguments: [100, 2_000])
  func `an index of types that come in turns is rebuilt as the runs wrote it`(size: Int) throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    for run in 0..<10 {
      // Each type comes twice: it grows, and half of what it had changes.
      let start = run < 5 ? 0 : size / 2
      try ingest(start..<start + size, Self.types[run % 5], run, store)
      #expect(try store.verify().isGood)
    }
    let index = try store.termIndex()
    try store.reindex()
    #expect(try store.termIndex() == index)
    #expect(try store.verify().isGood)
    try ingest(0..<size, "aws.s3_bucket", 99, store)
    #expect(try store.verify().isGood)
    let changed = Query(types: .all, where: .has("run", value: "99", in: "tags"))
    #expect(try store.count(changed) == size)
  }

  @Test func `a store that was damaged so is found, not written to, and mended`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try ingest(0..<1, "aws.s3_bucket", 1, store)
    try ingest(0..<1, "aws.ec2_instance", 1, store)
    let index = try store.termIndex()
    try store.writing { connection in
      try connection.execute("UPDATE blocks SET ids = x'02000100' WHERE ids = x'01000200'")
    }
    let verification = try store.verify()
    #expect(!verification.isGood && verification.isReindexable)
    let fault = try #require(throws: Fault.self) {
      try ingest(0..<1, "aws.s3_bucket", 2, store)
    }
    #expect(fault.kind == .damaged)
    try store.reindex()
    #expect(try store.termIndex() == index)
    try ingest(0..<1, "aws.s3_bucket", 2, store)
    #expect(try store.verify().isGood)
  }

  @Test func `two assets with one id are damage, not a crash`() throws {
    let folder = try TemporaryFolder()
    let store = try Store.openOrCreate(folder.file("s.db"))
    try ingest(0..<1, "aws.s3_bucket", 1, store)
    try ingest(0..<1, "aws.ec2_instance", 1, store)
    try store.writing { try $0.execute("UPDATE aws_ec2_instance SET _id = 1") }
    let fault = try #require(throws: Fault.self) { try store.reindex() }
    #expect(fault.kind == .damaged && fault.why == "two assets have it")
  }
}
