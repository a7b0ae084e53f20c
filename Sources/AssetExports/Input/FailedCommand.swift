internal import AssetFiles
internal import Assets

/// What commands print where they fail, and what else lands in a file in place of an export.
enum FailedCommand {
  /// What a text whose first line this is says about a command that failed; nil for any other.
  static func fault(of line: ArraySlice<UInt8>, in window: borrowing InputWindow) -> Fault? {
    let text = String(decoding: line.prefix(500), as: UTF8.self)
    let lowered = text.lowercased()
    if markups.contains(where: lowered.hasPrefix) {
      let isPage = lowered.contains("html")
      return Fault(
        .input, what: window.name, why: isPage ? "it is a web page" : "it is XML",
        advice: isPage
          ? "log in, and make the export again" : "make the export as JSON or CSV",
        place: window.place)
    }
    guard
      beginnings.contains(where: lowered.hasPrefix) || lowered.hasSuffix(": command not found")
    else { return nil }
    return Fault(
      .input, what: window.name,
      why: "it is what a command said that failed: "
        + text.filter { $0 != "\r" }.shortened(toScalars: 200),
      advice: "make the export again when that is mended", place: window.place)
  }

  private static let markups = ["<!doctype", "<html", "<?xml", "<"]

  /// In lower case. Of the AWS CLI, az, gcloud, kubectl, Terraform, psql, mysql, Python and shells.
  private static let beginnings = [
    "an error occurred", "error from server", "error:", "error ", "error(", "fatal:", "traceback (",
    "unable to locate credentials", "unable to parse config", "could not connect to",
    "connect timeout", "read timeout", "the config profile (", "you must specify a region",
    "partial credentials", "invalid choice", "usage:", "aws: error", "psql: error",
    "parameter validation failed", "no resources found", "the connection to the server",
    "unable to connect to the server", "waiter ", "bad request", "forbidden", "unauthorized",
    "access denied", "token has expired", "the sso session", "please run 'az login'", "╷",
    "│ error",
  ]
}
