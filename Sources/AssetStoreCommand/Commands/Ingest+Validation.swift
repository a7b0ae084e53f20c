internal import ArgumentParser

extension Ingest {
  func validate() throws {
    if let maxRejects, maxRejects < 0 {
      throw ValidationError("--max-rejects \(maxRejects) is less than nothing.")
    }
    if account != nil, context != nil {
      throw ValidationError("--account goes with no --context: both say whose the assets are.")
    }
    if merge, replace {
      throw ValidationError("--merge goes with no --replace: what records leave out stays or goes.")
    }
    if merge, snapshot {
      throw ValidationError("--snapshot goes with no --merge: it says all there is.")
    }
    if !snapshot, !scope.isEmpty || allowDeletes != nil {
      throw ValidationError("--scope and --allow-deletes go with --snapshot.")
    }
    if diff, !dryRun {
      throw ValidationError(
        "--diff goes with --dry-run; what a run did is told by: assetstore diff")
    }
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input can be read once: name '-' once.")
    }
    if rejects == "-" {
      throw ValidationError("--rejects needs a file, which is whole before the others are kept.")
    }
    if force, rejects == nil { throw ValidationError("--force needs --rejects FILE.") }
    if maxRejects != nil, rejects == nil {
      throw ValidationError("--max-rejects needs --rejects FILE.")
    }
    guard (1 << 10...1 << 30).contains(recordLimit.bytes) else {
      throw ValidationError("--record-limit has to be from 1K to 1G.")
    }
  }
}
