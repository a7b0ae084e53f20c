internal import AssetJSON
internal import Assets

/// A sample, with the members of the objects that Kubernetes and Azure keep fields in as its own.
struct SampleRecord {
  let members: [(member: SampleMember, value: JSONValue)]

  /// - Throws: a `usage` fault for what is no object.
  init(_ record: JSONValue) throws {
    guard case .object(let members) = record else {
      throw Fault(
        .usage, what: "a sample", why: "it is no JSON object",
        advice: "give records, one object each")
    }
    let parts = Self.parts(of: record)
    self.members = members.flatMap { member -> [(SampleMember, JSONValue)] in
      guard let prefix = parts[member.name], case .object(let inner) = member.value else {
        return [(SampleMember(member.name), member.value)]
      }
      return inner.map { (SampleMember(member.name, named: $0.name, prefix: prefix), $0.value) }
    }
  }

  /// The objects that hold fields, and what stands before the names of those.
  private static func parts(of record: JSONValue) -> [String: String] {
    if record["apiVersion"]?.string != nil, record["kind"]?.string != nil {
      return ["metadata": "", "spec": "spec_", "status": "status_"]
    }
    let id = record["id"]?.string ?? ""
    return id.lowercased().hasPrefix("/subscriptions/") ? ["properties": ""] : [:]
  }

  /// The value at a path; nil if there is none.
  func value(at path: String) -> JSONValue? { members.last { $0.member.path == path }?.value }
}

/// What a member of a sample is called.
struct SampleMember {
  /// As it is spelled.
  let name: String
  /// The same with the name of the object that it is in: `metadata.labels`.
  let path: String
  /// What its field is called, if that name is free.
  let fieldName: String
  let isInside: Bool

  init(_ name: String) { (self.name, path, fieldName, isInside) = (name, name, name, false) }

  init(_ outer: String, named name: String, prefix: String) {
    self.name = name
    // A dot in a name would be taken for a step of the path.
    path = "\(outer).\(name)"
    fieldName = prefix + name
    isInside = true
  }
}

/// A field that is proposed, and where samples have it.
struct SampleField {
  var field: Field
  let path: String
}
