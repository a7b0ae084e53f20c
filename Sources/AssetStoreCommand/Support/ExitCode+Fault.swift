internal import ArgumentParser
internal import AssetExports
internal import Assets
internal import AssetStore

extension Fault.Kind {
  /// The exit code that says it: those of `sysexits.h` where one fits.
  var exitCode: Int32 {
    switch self {
    case .usage: 64
    case .input: 65
    case .missing: 66
    case .program: 70
    case .exists: 73
    case .io: 74
    case .busy: 75
    case .guarded: 76
    case .schema: 78
    case .damaged: 65
    case .interrupted: 130
    }
  }
}

/// A run left records out, or was odd in what it was asked to look for, and the report has said so.
struct IncompleteRun: Error {
  let exitCode: Int32

  /// Nil if there is nothing to say.
  ///
  /// - Parameter isAsked: whether warnings and partial exports count.
  init?(_ report: IngestReport, isAsked: Bool) {
    let counts = report.counts
    let isOdd = isAsked && (report.isPartial || !report.warnings.entries.isEmpty)
    guard counts.rejected > 0 || isOdd else { return nil }
    let isTaken = counts.inserted + counts.updated + counts.unchanged > 0
    exitCode = counts.rejected == 0 || isTaken ? 1 : Fault.Kind.input.exitCode
  }
}

/// The answer to a question that was asked for is no.
struct NegativeAnswer: Error {
  static let exitCode: Int32 = 1
}
