import AssetExports
import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetStore

extension Life {
  struct Step {
    let name: String
    let take: (Life) throws -> Void
  }

  /// All kinds of steps; what is done more often stands here more than once.
  static var steps: [Step] {
    [
      Step(name: "ingest") { try $0.ingest(Int.random(in: 0...40, using: &$0.random)) },
      Step(name: "ingest") { try $0.ingest(Int.random(in: 0...40, using: &$0.random)) },
      Step(name: "ingest a few") { try $0.ingest(Int.random(in: 0...2, using: &$0.random)) },
      Step(name: "ingest the same") { try $0.ingestTheSame() },
      Step(name: "dry run") { try $0.dryRun() },
      Step(name: "failing ingest") { try $0.failingIngest() },
      Step(name: "ingest with rejects") { try $0.ingestWithRejects() },
      Step(name: "new definition") { life in
        let added = life.model.types.indices.filter { life.model.types[$0].name.first == "x" }
        if let index = added.filter({ life.model.types[$0].universe.count > 1 })
          .randomElement(using: &life.random)
        {
          try life.evolve(index)
        }
      },
      Step(name: "reindex") { try Store.openOrCreate($0.path).reindex() },
      Step(name: "backup") { try $0.backUp() },
      Step(name: "restore") { try $0.restore() },
      Step(name: "export and ingest") { try $0.feedBack() },
      Step(name: "kill") { try $0.kill() },
      Step(name: "two processes") { try $0.twoProcesses() },
    ]
  }

  private func ingest(_ count: Int) throws {
    let index = try anyType()
    let records = records(index, count)
    let half = Int.random(in: 0...records.count, using: &random)
    let files = [try write(Array(records[..<half])), try write(Array(records[half...]))]
    let sources = half > 0 ? files : [files[1]]
    let report = try Store.openOrCreate(path).ingest(
      .whole(type: model.types[index].name, sources: sources.map { .file($0) }))
    let expected = model.ingest(records, into: index)
    let counts = [report.counts.inserted, report.counts.updated, report.counts.unchanged]
    try #require(counts == expected, "\(place)")
    let byFile = report.inputs.map { [$0.counts.inserted, $0.counts.updated, $0.counts.unchanged] }
    let sum = byFile.reduce([0, 0, 0]) { zip($0, $1).map(+) }
    try #require(sum == expected, "\(place): \(byFile)")
  }

  private func ingestTheSame() throws {
    let index = try anyType()
    var records = model.types[index].assets.compactMap(\.record)
    records.append(contentsOf: self.records(index, 0))
    let report = try Store.openOrCreate(path).ingest(
      .whole(type: model.types[index].name, sources: [.file(write(records))]))
    try #require(report.counts.unchanged >= records.count - 1, "\(place)")
    _ = model.ingest(records, into: index)
  }

  private func dryRun() throws {
    let index = try anyType()
    var request = IngestRequest.whole(
      type: model.types[index].name, sources: [.file(try write(records(index, 20)))])
    request.isDryRun = true
    _ = try Store.openOrCreate(path).ingest(request)
  }

  private func failingIngest() throws {
    let index = try anyType()
    let file = try write(records(index, 30), besides: "{\"_key\":\n")
    let request = IngestRequest.whole(type: model.types[index].name, sources: [.file(file)])
    #expect(throws: Fault.self) { _ = try Store.openOrCreate(path).ingest(request) }
  }

  private func ingestWithRejects() throws {
    let index = try anyType()
    let records = records(index, 10)
    var request = IngestRequest.whole(
      type: model.types[index].name,
      sources: [.file(try write(records, besides: #"{"_key":"bad","tags":{"a":{"b":1}}}"# + "\n"))])
    let rejects = folder.file("rejects\(model.runs).ndjson")
    request.rejectsPath = rejects
    let report = try Store.openOrCreate(path).ingest(request)
    _ = model.ingest(records, into: index)
    try #require(report.counts.rejected == 1, "\(place)")
    try FileManager.default.removeItem(atPath: rejects)
  }

  private func backUp() throws {
    let file = folder.file("b\(backups.count % 3).db")
    let report = try Store.open(path).backUp(to: file, overwrites: true)
    try #require(report.assets == model.all.count, "\(place)")
    backups.removeAll { $0.path == file }
    backups.append((file, model))
  }

  private func restore() throws {
    guard let (file, old) = backups.randomElement(using: &random) else { return try backUp() }
    let keeps = Bool.random(using: &random)
    let report = try Store.restore(from: file, into: path, overwrites: true, keepsOld: keeps)
    if let kept = report.kept {
      try #require(try Verification(ofFile: kept.path, requiresManifest: true).isGood, "\(place)")
      try FileManager.default.removeItem(atPath: kept.path)
    }
    model = old
  }

  /// What the command writes it reads back, and all of it is unchanged.
  private func feedBack() throws {
    let added = model.types.indices.filter {
      model.types[$0].isAdded && !model.types[$0].assets.isEmpty
    }
    guard let index = added.randomElement(using: &random) else { return }
    let format = ["csv", "ndjson", "json", "tsv"].randomElement(using: &random) ?? ""
    let name = model.types[index].name
    let output = try runBinary(
      ["query", "--store", path, "--type", name, "-o", format], in: folder)
    let file = try folder.write("export", output.output)
    let report = try Store.openOrCreate(path).ingest(
      .whole(type: name, sources: [.file(file)]))
    try #require(
      report.counts.unchanged == model.types[index].assets.count && report.counts.updated == 0,
      "\(place): \(name) as \(format): \(report.counts)")
    model.runs += 1
  }

  private func arguments(_ index: Int, _ file: String) -> [String] {
    [
      "ingest", "--replace", "--format", "ndjson", "--store", path, "--type",
      model.types[index].name, file,
      "--busy-timeout", "60000",
    ]
  }

  /// The next command finds all of the run or nothing of it.
  private func kill() throws {
    let index = try anyType()
    let records = records(index, 200)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binaryPath())
    process.arguments = arguments(index, try write(records))
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: .random(in: 0.01...0.4, using: &random))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    if try Store.open(path).runs().count > model.runs { _ = model.ingest(records, into: index) }
  }

  private func twoProcesses() throws {
    let (one, other) = (try anyType(), try anyType())
    guard one != other else { return }
    let records = [one: records(one, 30), other: records(other, 30)]
    let processes = try [one, other].map { index in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: binaryPath())
      process.arguments = arguments(index, try write(records[index] ?? []))
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      try #require(process.terminationStatus == 0, "\(place)")
    }
    for run in try Store.open(path).runs().suffix(2) {
      guard let index = model.types.firstIndex(where: { $0.name == run.type }) else { continue }
      _ = model.ingest(records[index] ?? [], into: index)
    }
  }
}

extension IngestRequest {
  /// The model takes each record for all there is of its asset.
  fileprivate static func whole(type: String, sources: [Source]) -> IngestRequest {
    var request = IngestRequest(type: type, sources: sources)
    request.absentFields = .cleared
    // A file without a record is an export of nothing only if it says what it is.
    if case .file(let path)? = sources.first, path.hasSuffix(".ndjson") { request.format = .ndjson }
    return request
  }
}
