import Foundation
import Testing
import TestSupport

/// Whatever call of whatever command fails, is cut short, or is the last before a kill or a power cut: the store is as
/// it was before or as it is after, and the exit code says which.
@Suite(.enabled(if: FaultShim.shared != nil), .serialized) struct FaultTests {
  /// All points with `ASSETSTORE_FAULTS=all`, some of them elsewhere; with a scenario's name all of that one only.
  private static let asked = ProcessInfo.processInfo.environment["ASSETSTORE_FAULTS"]
  private static let takesAll = asked != nil

  @Test(arguments: FaultScenario.all)
  func `the state afterwards is the old one or the new one`(scenario: FaultScenario) throws {
    guard [nil, "all", scenario.name].contains(Self.asked) else { return }
    let experiment = try FaultExperiment.of(scenario)
    var random = SystemRandomNumberGenerator()
    for mode in FaultMode.allCases {
      let points = Array(1...experiment.calls)
      let chosen = Self.takesAll ? points : Array(points.shuffled(using: &random).prefix(3))
      let counts = try experiment.run(mode, at: chosen.sorted())
      if Self.takesAll {
        print(
          "faults | \(scenario.name) | \(mode) | \(chosen.count) | \(counts.old) | \(counts.new)")
      }
    }
  }

  @Test(arguments: [FaultMode.fail, .forever])
  func `what a restore has replaced is kept, whatever goes wrong with its last calls`(
    mode: FaultMode
  ) throws {
    let scenario = try #require(FaultScenario.all.first { $0.name == "restore --force" })
    let experiment = try FaultExperiment.of(scenario)
    let counts = try experiment.run(mode, at: Array(experiment.calls - 5...experiment.calls))
    #expect(counts.new > 0)
  }
}

/// A scenario that was run once without a fault, so that it is known what is to be.
private struct FaultExperiment: ~Copyable {
  /// How many calls can go wrong.
  let calls: Int
  let scenario: FaultScenario
  let shim: FaultShim
  let template: TemporaryFolder
  let old: FaultState
  let new: FaultState

  static func of(_ scenario: FaultScenario) throws -> FaultExperiment {
    let shim = try #require(FaultShim.shared)
    let template = try TemporaryFolder()
    try scenario.prepare(template)
    let old = try Trial(scenario, template).state()
    let whole = try Trial(scenario, template)
    let run = try shim.run(whole.arguments, in: whole.path, .fail, at: nil)
    let new = try whole.state()
    try #require(run.calls > 3 && old != new || scenario.name == "reindex", "\(run)")
    return FaultExperiment(
      calls: run.calls, scenario: scenario, shim: shim, template: template, old: old, new: new)
  }

  /// Lets each of some calls go wrong, and gives back after how many of them the state was which.
  func run(_ mode: FaultMode, at points: [Int]) throws -> (old: Int, new: Int) {
    var counts = (old: 0, new: 0)
    for number in points {
      let trial = try Trial(scenario, template)
      let outcome = try shim.run(trial.arguments, in: trial.path, mode, at: number, seed: number)
      let state = try trial.state()
      let place = "\(scenario.name), \(mode) at \(number) of \(calls): \(outcome)"
      #expect(state == old || state == new, "\(place): \(state)")
      if state == new { counts.new += 1 } else { counts.old += 1 }
      if state == new { try trial.checkKept(place) }
      if !mode.endsProcess {
        try trial.check(outcome, mode: mode, isNew: old == new ? nil : state == new, place)
      }
    }
    return counts
  }
}

/// A copy of a scenario's folder, in which a command goes wrong.
private struct Trial: ~Copyable {
  private let folder: TemporaryFolder
  private let scenario: FaultScenario
  private let names: Set<String>
  var path: String { folder.path }

  init(_ scenario: FaultScenario, _ template: borrowing TemporaryFolder) throws {
    let copy = try TemporaryFolder()
    let all = try template.names()
    for name in all {
      try FileManager.default.copyItem(atPath: template.file(name), toPath: copy.file(name))
    }
    self.scenario = scenario
    names = Set(all)
    folder = copy
  }

  deinit {
    for name in [".kept", ".calls"] { try? FileManager.default.removeItem(atPath: path + name) }
  }

  var arguments: [String] {
    scenario.command + ["--error-format", "json", "--busy-timeout", "1000"]
  }

  func state() throws -> FaultState {
    try FaultState.of(folder.file(scenario.file), isBackup: scenario.file == "b.db")
  }

  /// Looks for what a restore has replaced: nothing that goes wrong later may take it away.
  func checkKept(_ place: String) throws {
    guard scenario.name.hasPrefix("restore --force"), !scenario.command.contains("--no-keep")
    else { return }
    let names = try folder.names()
    #expect(names.contains { $0.contains("before-restore") }, "\(place): \(names)")
  }

  /// Holds the exit code, and what lies in the folder, against the state.
  func check(
    _ outcome: FaultShim.Outcome, mode: FaultMode, isNew: Bool?, _ place: String
  ) throws {
    let isDone = outcome.errors.contains(#""done":true"#)
    let isOpen = outcome.errors.contains(#""done":null"#)
    if let isNew, !isOpen {
      // A run with rejects is done and has 65, or 1.
      let saysNew = outcome.exitCode == 0 || isDone || outcome.errors.contains("rejected")
      #expect(saysNew == isNew, "\(place)")
      // What is in place can't be taken away from a disk that takes nothing any more.
      if scenario.name == "ingest --rejects", mode != .forever {
        #expect(
          FileManager.default.fileExists(atPath: folder.file("r.ndjson")) == isNew, "\(place)")
      }
    }
    // What a restore keeps can't be removed from a disk that takes nothing any more.
    guard mode != .forever || !scenario.name.hasPrefix("restore") else { return }
    let new = Set(try folder.names()).subtracting(names)
    // Where all else is done, the call that failed may have been to remove it.
    if outcome.exitCode != 0 {
      #expect(!new.contains { $0.hasSuffix(".tmp") }, "\(place): \(new)")
    }
    if scenario.name.hasPrefix("restore --force"), isNew == false {
      #expect(!new.contains { $0.contains("before-restore") }, "\(place): \(new)")
    }
  }
}
