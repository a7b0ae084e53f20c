import Foundation

/// How long texts are tried that are nearly statements.
package enum FuzzTime {
  /// `ASSETSTORE_FUZZ_MINUTES` says for how many minutes; nil for the few that every run tries.
  package static let minutes =
    ProcessInfo.processInfo.environment["ASSETSTORE_FUZZ_MINUTES"].flatMap(Double.init)

  /// Tries so many, or as many as there is time for; how many it were.
  package static func times(_ count: Int, body: () throws -> Void) rethrows -> Int {
    let end = minutes.map { ContinuousClock.now.advanced(by: .seconds($0 * 60)) }
    var tried = 0
    while end.map({ ContinuousClock.now < $0 }) ?? (tried < count) {
      try body()
      tried += 1
    }
    return tried
  }
}
