internal import AssetCatalogue
internal import AssetJSON
internal import Assets

/// What wraps the records of each tool.
extension Outline {
  /// A list that says what it holds: `{"kind": "PodList", "items": […]}`, `{"kind": "compute#instanceList", …}`.
  static func typedList(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    guard let kind = object.member("kind", kind: .string),
      tape.string(at: kind.value).hasSuffix("List"),
      let list = object.member("items", kind: .array)
    else { return nil }
    return Outline(format: .json, shape: .plain, steps: [Step(0, named: list.name, as: .records)])
  }

  /// What pup prints for agents: `{"status": "success", "data": […], "metadata": {…}}`.
  static func agentAnswer(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    guard let status = object.member("status", kind: .string),
      tape.string(at: status.value) == "success",
      let list = object.member("data", kind: .array), tape.isListOfObjects(list.value),
      object.members.allSatisfy({
        !$0.kind.isContainer || $0.key == list.key || $0.isNamed("metadata")
      })
    else { return nil }
    return Outline(format: .ddsql, shape: .plain, steps: [Step(0, named: list.name, as: .records)])
  }

  static func cloudControl(
    _ tape: borrowing JSONTape, object: TapeObject
  ) -> Outline? {
    guard
      let list = object.member("resourcedescriptions", kind: .array)
        ?? object.member("resourcedescription", kind: .object)
    else { return nil }
    return Outline(
      format: .cloudControl, shape: .cloudControl, steps: [Step(0, named: list.name, as: .records)])
  }

  static func config(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    let results = object.member("results", kind: .array).flatMap {
      object.member("queryinfo", kind: .object) != nil || tape.isListOfTexts($0.value) ? $0 : nil
    }
    guard
      let list = object.member("configurationitems", kind: .array)
        ?? object.member("baseconfigurationitems", kind: .array)
        ?? object.member("configurationitem", kind: .object)
        ?? object.member("baseconfigurationitem", kind: .object)
        ?? object.member("resourceidentifiers", kind: .array) ?? results
    else { return nil }
    return Outline(
      format: .config, shape: .configItem, steps: [Step(0, named: list.name, as: .records)])
  }

  static func cloudFormation(
    _ tape: borrowing JSONTape, object: TapeObject
  ) -> Outline? {
    guard let resources = object.member("resources", kind: .object) else { return nil }
    let first = tape.firstChild(of: resources.value)
    let isTemplate =
      tape.hasValue(at: first)
      && TapeObject(tape, at: tape.index(after: first)).member("type", kind: .string) != nil
    guard isTemplate || object.member("awstemplateformatversion", kind: .string) != nil else {
      return nil
    }
    return Outline(
      format: .cloudFormation, shape: .template, steps: [Step(0, named: resources.name, as: .named)]
    )
  }

  static func steampipe(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    guard let rows = object.member("rows", kind: .array), tape.isListOfObjects(rows.value) else {
      return nil
    }
    return Outline(
      format: .steampipe, shape: .steampipe, steps: [Step(0, named: rows.name, as: .records)])
  }

  /// `aws ec2 describe-instances`: lists of instances in a list of reservations.
  static func reservations(_ tape: borrowing JSONTape, object: TapeObject) -> Outline? {
    guard let list = object.member("reservations", kind: .array), tape.isListOfObjects(list.value)
    else { return nil }
    let first = TapeObject(tape, at: tape.firstChild(of: list.value))
    guard first.member("instances", kind: .array) != nil else { return nil }
    var outline = Outline(
      format: .awsCLI, shape: .reservation, steps: [Step(0, named: list.name, as: .records)])
    outline.loss = "what a reservation says beside its instances is not kept"
    return outline
  }
}
