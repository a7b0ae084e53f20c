internal import ArgumentParser
internal import Assets

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

/// Records were rejected, as was asked for, and the report has said so.
struct RecordsRejected: Error {
  static let exitCode: Int32 = 65
}

/// The answer to a question that was asked for is no.
struct NegativeAnswer: Error {
  static let exitCode: Int32 = 1
}
