import Foundation
import TestSupport

/// What goes wrong with the Nth call that changes a file.
enum FaultMode: String, CaseIterable {
  /// The call fails, once.
  case fail
  /// It fails, and so do all later ones.
  case forever
  /// A write writes half, and fails then.
  case short
  /// The process is killed.
  case kill
  /// The power fails: what was not synced is lost, all of it.
  case power
  /// The same, but a part of it is there.
  case part

  var endsProcess: Bool { [.kill, .power, .part].contains(self) }
}

/// A library that lets calls of the real binary go wrong; it is compiled for the test.
struct FaultShim {
  let path: String

  /// Nil where there is no compiler, or libraries can't be put before others.
  static let shared: FaultShim? = make()

  private static func make() -> FaultShim? {
    #if os(Linux)
      let path = FileManager.default.temporaryDirectory.path + "/assetstore-faults-\(getpid()).so"
      for compiler in ["clang", "cc"] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
          compiler, "-shared", "-fPIC", "-O1", "-o", path, projectFile("Tests/FaultShim/faults.c"),
        ]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { continue }
        process.waitUntilExit()
        if process.terminationStatus == 0 { return FaultShim(path: path) }
      }
    #endif
    return nil
  }

  struct Outcome {
    let exitCode: Int32
    let isKilled: Bool
    let errors: String
    /// How many calls changed a file.
    let calls: Int
  }

  /// Runs the binary in a folder.
  ///
  /// - Parameter at: which call goes wrong; nil for none.
  func run(
    _ arguments: [String], in folder: String, _ mode: FaultMode, at number: Int?, seed: Int = 0
  ) throws -> Outcome {
    let log = folder + ".calls"
    try FileManager.default.createDirectory(
      atPath: folder + ".kept", withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binaryPath())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "LD_PRELOAD": path, "FAULT_FOLDER": folder, "FAULT_MODE": mode.rawValue,
      "FAULT_AT": "\(number ?? 0)", "FAULT_LOG": log, "FAULT_SEED": "\(seed)",
      // EIO, but where something is full.
      "FAULT_ERRNO": mode == .fail ? "5" : "28", "LC_ALL": "C.UTF-8",
    ]
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let calls = try String(contentsOfFile: log, encoding: .utf8)
    return Outcome(
      exitCode: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
      errors: text, calls: Int(calls.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0)
  }
}
