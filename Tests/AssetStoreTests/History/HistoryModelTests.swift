import Foundation
import Testing

@testable import AssetStore

/// Random runs over assets of several types, held against copies of all that there was at the end of each.
@Suite struct HistoryModelTests {
  /// `ASSETSTORE_HISTORIES=1000` tries so many, each of its own seed.
  private static let seeds: ClosedRange<UInt64> = {
    let asked = ProcessInfo.processInfo.environment["ASSETSTORE_HISTORIES"].flatMap(UInt64.init)
    return 1...max(1, asked ?? 3)
  }()

  @Test(arguments: seeds)
  func `every state, count, facet, difference and history is what full copies say`(
    seed: UInt64
  ) throws {
    let trial = try HistoryTrial(seed: seed)
    for _ in 0..<24 { try trial.step() }
    try trial.check()
    try trial.store.reindex()
    try trial.moveByBackup()
    try trial.check()
    for _ in 0..<6 { try trial.step() }
    try trial.prune(8)
    try trial.check()
    for _ in 0..<4 { try trial.step() }
    try trial.check()
  }
}
