import Foundation
import Testing
import TestSupport

/// Lives of stores with several types whose ids interleave, against a naive model.
@Suite struct LifeTests {
  /// With `ASSETSTORE_LIFE_MINUTES` any number of lives of any length; some hundred steps elsewhere.
  private static let minutes = ProcessInfo.processInfo.environment["ASSETSTORE_LIFE_MINUTES"]
    .flatMap(Double.init)
  /// That of the environment, or another one in each run.
  private static let seed =
    ProcessInfo.processInfo.environment["ASSETSTORE_LIFE_SEED"].flatMap(UInt64.init)
    ?? UInt64.random(in: 0..<1 << 32)

  @Test func `after each step of a random life the store is what a naive model says`() throws {
    let end = Date.now.addingTimeInterval((Self.minutes ?? 0) * 60)
    var (lives, steps) = (UInt64(0), 0)
    var taken: [String: Int] = [:]
    repeat {
      print("life: seed \(Self.seed + lives)")
      let life = try Life(seed: Self.seed + lives)
      for _ in 0..<(Self.minutes == nil ? 20 : 60) {
        try life.step()
        steps += 1
      }
      taken.merge(life.taken, uniquingKeysWith: +)
      lives += 1
    } while Self.minutes == nil ? lives < 5 : Date.now < end
    print("life: \(lives) lives, \(steps) steps: \(taken.sorted { $0.key < $1.key })")
  }
}
