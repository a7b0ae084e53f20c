internal import AssetFiles
internal import AssetJSON
internal import Assets

/// What `aws sts get-caller-identity` prints: `{"UserId", "Account", "Arn"}`.
enum CallerIdentity {
  static func account(in file: String) throws -> String {
    let identity = try JSONValue(parsing: File.contents(of: file), named: file)
    guard let account = identity["Account"]?.string else {
      throw Fault(
        .input, what: file, why: "it has no \"Account\"",
        advice: "write it with: aws sts get-caller-identity --output json")
    }
    return account
  }
}
