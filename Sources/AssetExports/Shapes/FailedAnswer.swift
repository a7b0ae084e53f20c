internal import AssetFiles
internal import AssetJSON
internal import Assets

/// Objects that say that a command or a query failed. They hold no records, and are no export of nothing.
enum FailedAnswer {
  /// Why an object is the answer of something that failed; nil for what may hold records, or be one.
  static func fault(of tape: borrowing JSONTape, object: TapeObject) -> ValueFault? {
    guard !object.members.isEmpty, object.members.allSatisfy({ isOfEnvelope($0, on: tape) }) else {
      return nil
    }
    guard let reason = reason(tape, object: object) else { return nil }
    return ValueFault(
      JSONTape.root, reason: "this is the answer of something that failed: \(reason)",
      advice: "make the export again when what it says is mended")
  }

  private static func reason(_ tape: borrowing JSONTape, object: TapeObject) -> String? {
    for name: StaticString in ["error", "errors", "fault"] {
      guard let member = object.member(name), says(tape, value: member.value) else { continue }
      return text(tape, value: member.value)
    }
    let isFailure = object.member("status", kind: .string).map {
      ["failure", "failed", "error"].contains(tape.string(at: $0.value).lowercased())
    }
    guard
      let message = object.member("message", kind: .string)
        ?? object.member("errormessage", kind: .string)
    else { return isFailure == true ? "its status says so" : nil }
    return text(tape, value: message.value)
  }

  private static func says(_ tape: borrowing JSONTape, value: Int) -> Bool {
    switch tape.kind(at: value) {
    case .string: tape.withBytes(at: value) { $0.count > 0 }
    case .object, .array: tape.hasValue(at: tape.firstChild(of: value))
    case .true: true
    default: false
    }
  }

  private static func text(_ tape: borrowing JSONTape, value: Int) -> String {
    var bytes: [UInt8] = []
    if tape.kind(at: value) == .string {
      bytes.append(contentsOf: tape.string(at: value).utf8)
    } else {
      tape.write(value, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self).shortened(toScalars: 200)
  }

  /// Whether an answer may have such a member and no record for all that: what it says of itself, and lists that are
  /// empty.
  private static func isOfEnvelope(
    _ member: TapeObject.Member, on tape: borrowing JSONTape
  ) -> Bool {
    if names.contains(where: { member.isNamed($0) }) { return true }
    guard member.isNamed("data") || member.isNamed("value") || member.isNamed("items") else {
      return false
    }
    return member.kind == .null
      || member.kind.isContainer && !tape.hasValue(at: tape.firstChild(of: member.value))
  }

  private static let names: [StaticString] = [
    "__type", "apiversion", "code", "count", "detail", "details", "documentation_url", "error",
    "error_description", "errorcode", "errormessage", "errors", "errortype", "fault", "kind",
    "message", "meta", "metadata", "reason", "request_id", "requestid", "responsemetadata",
    "status", "statuscode", "success", "target", "timestamp", "title", "total_records",
    "totalrecords", "trace_id", "type",
  ]
}
