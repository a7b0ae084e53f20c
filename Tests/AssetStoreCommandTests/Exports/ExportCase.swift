import Testing

/// An export in `Fixtures/exports`, and what has to come of it.
struct ExportCase: Sendable, CustomTestStringConvertible {
  /// One value of one asset.
  struct Value: Sendable {
    /// Which of the assets, in the order of the export.
    let asset: Int
    /// A field, and the key if it is a map's.
    let path: [String]
    /// As JSON text.
    let text: String

    init(_ asset: Int, _ path: String..., is text: String) {
      (self.asset, self.path, self.text) = (asset, path, text)
    }
  }

  let file: String
  let type: String
  var options: [String] = []
  let format: String
  let count: Int
  let values: [Value]
  var isPartial = false
  var warnings: [String] = []
  /// What is skipped, as JSON text.
  var skipped = "{}"

  var testDescription: String { file }

  static let api = "aws.apigatewayv2_api"
  /// What the requests say that a response's own record leaves out.
  static let request = [
    "--account", "000000000456", "--set", "region=eu-north-1", "--set", "api_id=r2t4y6", "--set",
    "integration_id=n7m8b9",
  ]
  static let region = Array(request.prefix(4))
}

/// An export that is refused, and why.
struct RefusedExportCase: Sendable, CustomTestStringConvertible {
  let file: String
  var type = responseType
  var options: [String] = ExportCase.request
  /// A part of the message.
  let reason: String

  var testDescription: String { file }
}
