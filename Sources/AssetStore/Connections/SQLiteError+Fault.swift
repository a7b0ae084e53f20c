internal import AssetFiles
internal import Assets
internal import AssetSQLite

extension SQLiteError {
  /// What it means for one who works with a store.
  ///
  /// - Parameter isCancelled: whether the user has asked to stop, which ends a wait for a lock too.
  func fault(_ path: String, isCancelled: Bool = false) -> Fault {
    let system = systemError == 0 ? message : "\(Errno(code: systemError))"
    return switch code {
    case _ where code.primary == .interrupted || code.primary == .busy && isCancelled:
      Fault(
        .interrupted, what: path, why: "it was interrupted", advice: "the store is as it was before"
      )
    case .busy where sql == "COMMIT":
      Fault(
        .busy, what: path,
        why:
          "others were still reading\(Self.holder(of: path, kind: .writing)), and nothing was kept",
        advice: "end what reads the store, or give it longer with --busy-timeout")
    case .busy, .locked:
      Fault(
        .busy, what: path,
        why: "another process is writing to the store\(Self.holder(of: path, kind: .reading))",
        advice: "wait for it to finish, or give it longer with --busy-timeout")
    case .full:
      Fault(.io, what: path, why: "no space left: \(system)", advice: "make room and try again")
    case .notADatabase:
      Fault(.input, what: path, why: "it is no store: \(message)", advice: "check the path")
    case .corrupt:
      Fault(
        .damaged, what: path, why: "the store is damaged: \(message)",
        advice: "see: assetstore verify; then restore a backup")
    // The statements are this program's own, and fit a store that it has written.
    case .constraint, .error, .mismatch:
      Fault(
        .damaged, what: path, why: "the store is not as this program writes it: \(message)",
        advice: "see: assetstore verify; if it finds nothing, please report this")
    case .readOnlyRollback: Self.leftJournal(path)
    case .cannotOpen where Self.hasJournal(path): Self.leftJournal(path)
    case .readOnly:
      Fault(
        .io, what: path, why: "the store can't be written: \(message)",
        advice: "check its permissions")
    case .cannotOpen:
      Fault(
        .io, what: path, why: "the store can't be opened: \(system)",
        advice: "check the permissions of file and folder")
    case .ioError:
      Fault(
        .io, what: path, why: "reading or writing failed: \(system)",
        advice: "check the medium, the quota and the limit on file sizes")
    case .outOfMemory: Fault(.io, what: path, why: "there is not enough memory")
    default:
      Fault(
        .program, what: path, why: "\(message) (SQLite code \(code.rawValue))",
        advice: "please report this with the command that you ran")
    }
  }
  /// Who has a lock that SQLite keeps others from a file with: ` (assetstore, process 4711, since 2026-…)`.
  /// <https://sqlite.org/src/file/src/os.h>
  private static func holder(of path: String, kind: LockHolder.Kind) -> String {
    let pending = 0x4000_0000
    guard
      let holder = LockHolder.first(on: path, keepingFrom: kind, in: pending...pending + 511)
    else { return "" }
    let since = Clock.text(ofSecond: holder.start)
    return " (\(holder.name), process \(holder.process), at work since \(since))"
  }

  private static func hasJournal(_ path: String) -> Bool {
    (try? FileSystem.status(path + "-journal")?.size).flatMap { $0 } ?? 0 > 0
  }

  /// A journal that holds something belongs to a run that did not end; it has to be rolled back before anything is read.
  private static func leftJournal(_ path: String) -> Fault {
    Fault(
      .io, what: path,
      why: "a run that was killed left \(path)-journal, which can't be rolled back here: "
        + "file or folder can't be written",
      advice: "make them writable, or copy both files to where they are, then run any command")
  }
}
