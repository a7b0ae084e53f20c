internal import AssetFiles
internal import AssetJSON
internal import Assets

extension Outline {
  /// A Terraform state, or what `terraform show -json` prints.
  static func terraform(
    _ tape: borrowing JSONTape, object: TapeObject
  ) throws(ValueFault) -> Outline? {
    let isOfTerraform = object.member("terraform_version", kind: .string) != nil
    if object.member("format_version", kind: .string) != nil, object.member("planned_values") != nil
    {
      throw ValueFault(
        JSONTape.root, reason: "this is a Terraform plan, and what it plans may never be",
        advice: "print the state instead: terraform show -json, without a plan file")
    }
    if object.member("format_version", kind: .string) != nil,
      isOfTerraform || object.member("values", kind: .object) != nil || object.members.count == 1
    {
      let steps = [
        Step(0, named: "values", as: .level(1)), Step(1, named: "root_module", as: .level(2)),
        Step(2, named: "resources", as: .records), Step(2, named: "child_modules", as: .level(2)),
      ]
      return Outline(format: .terraform, shape: .terraform, steps: steps)
    }
    if object.member("format_version", kind: .string) != nil,
      let resource = object.member("resource", kind: .object)
    {
      return Outline(
        format: .terraform, shape: .terraform, steps: [Step(0, named: resource.name, as: .records)])
    }
    return try state(tape, object: object, isOfTerraform: isOfTerraform)
  }

  private static func state(
    _ tape: borrowing JSONTape, object: TapeObject, isOfTerraform: Bool
  ) throws(ValueFault) -> Outline? {
    let version = object.member("version").flatMap { $0.kind.isNumber ? $0.value : nil }
    if let version, isOfTerraform || object.member("lineage", kind: .string) != nil {
      try requireVersion(tape, value: version)
    }
    guard let resources = object.member("resources", kind: .array) else { return nil }
    // With its members sorted by name, a state says what it is after its resources.
    let first = TapeObject(tape, at: tape.firstChild(of: resources.value))
    let isState =
      first.member("instances", kind: .array) != nil && first.member("type", kind: .string) != nil
      || version != nil && isOfTerraform
    guard isState else { return nil }
    return Outline(
      format: .terraform, shape: .terraform, steps: [Step(0, named: resources.name, as: .records)])
  }

  static func requireVersion(_ tape: borrowing JSONTape, value: Int) throws(ValueFault) {
    let version = tape.string(at: value)
    guard version != "4" else { return }
    throw ValueFault(
      value, reason: "this Terraform state is of version \(version), and only version 4 is read",
      advice: "write it again with a current Terraform: terraform state pull")
  }
}
