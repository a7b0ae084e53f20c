internal import AssetJSON
internal import Assets

/// What an instance of a Terraform state marks as sensitive.
struct SensitiveAttributes {
  private(set) var paths: [FieldPath] = []

  init(_ tape: borrowing JSONTape, instance: TapeObject) {
    if let list = instance.member("sensitive_attributes", kind: .array) {
      addPaths(tape, list: list.value)
    }
    if let values = instance.member("sensitive_values", kind: .object) {
      addMarked(tape, values: values.value)
    }
    // Both are told as the field that holds the tags.
    paths += paths.filter { $0.field == "tags_all" }.map { FieldPath(field: "tags", key: $0.key) }
  }

  /// A list of paths, each a list of steps: `[[{"type": "get_attr", "value": "password"}]]`.
  private mutating func addPaths(_ tape: borrowing JSONTape, list: Int) {
    var path = tape.firstChild(of: list)
    while tape.hasValue(at: path) {
      if let steps = JSONValue(tape, at: path).array, let name = steps.first?["value"]?.string {
        let second = steps.count == 2 ? steps[1]["value"] : nil
        // Deeper ones are told by the name of the whole.
        paths.append(FieldPath(field: name, key: second?.string ?? second?["value"]?.string))
      }
      path = tape.index(after: path)
    }
  }

  /// An object of the attributes' form, with `true` for what is sensitive.
  private mutating func addMarked(_ tape: borrowing JSONTape, values: Int) {
    for member in TapeObject(tape, at: values).members {
      let name = String(decoding: member.name, as: UTF8.self)
      if member.kind == .object {
        for inner in TapeObject(tape, at: member.value).members where tape.holdsTrue(inner.value) {
          paths.append(
            FieldPath(field: name, key: String(decoding: inner.name, as: UTF8.self)))
        }
      } else if tape.holdsTrue(member.value) {
        paths.append(FieldPath(field: name))
      }
    }
  }
}

extension JSONTape {
  /// Whether the value is true, or something in it is.
  fileprivate func holdsTrue(_ value: Int) -> Bool {
    (value..<index(after: value)).contains { kind(at: $0) == .true }
  }
}
