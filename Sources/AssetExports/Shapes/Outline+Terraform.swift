internal import AssetFiles
internal import AssetJSON
internal import Assets

extension Outline {
  /// A Terraform state, or what `terraform show -json` prints.
  static func terraform(
    _ tape: borrowing JSONTape, _ object: TapeObject
  ) throws(ValueFault) -> Outline? {
    let isOfTerraform = object.member("terraform_version", .string) != nil
    if object.member("format_version", .string) != nil, object.member("planned_values") != nil {
      throw ValueFault(
        JSONTape.root, "this is a Terraform plan, and what it plans may never be",
        "print the state instead: terraform show -json, without a plan file")
    }
    if object.member("format_version", .string) != nil,
      isOfTerraform || object.member("values", .object) != nil || object.members.count == 1
    {
      let steps = [
        Step(0, "values", .level(1)), Step(1, "root_module", .level(2)),
        Step(2, "resources", .records), Step(2, "child_modules", .level(2)),
      ]
      return Outline(format: .terraform, shape: .terraform, steps: steps)
    }
    if object.member("format_version", .string) != nil,
      let resource = object.member("resource", .object)
    {
      return Outline(
        format: .terraform, shape: .terraform, steps: [Step(0, resource.name, .records)])
    }
    return try state(tape, object, isOfTerraform)
  }

  private static func state(
    _ tape: borrowing JSONTape, _ object: TapeObject, _ isOfTerraform: Bool
  ) throws(ValueFault) -> Outline? {
    let version = object.member("version").flatMap { $0.kind.isNumber ? $0.value : nil }
    if let version, isOfTerraform || object.member("lineage", .string) != nil {
      try requireVersion(tape, version)
    }
    guard let resources = object.member("resources", .array) else { return nil }
    // With its members sorted by name, a state says what it is after its resources.
    let first = TapeObject(tape, tape.firstChild(of: resources.value))
    let isState =
      first.member("instances", .array) != nil && first.member("type", .string) != nil
      || version != nil && isOfTerraform
    guard isState else { return nil }
    return Outline(
      format: .terraform, shape: .terraform, steps: [Step(0, resources.name, .records)])
  }

  static func requireVersion(_ tape: borrowing JSONTape, _ value: Int) throws(ValueFault) {
    let version = tape.string(at: value)
    guard version != "4" else { return }
    throw ValueFault(
      value, "this Terraform state is of version \(version), and only version 4 is read",
      "let a current Terraform write it anew: terraform state pull")
  }
}
