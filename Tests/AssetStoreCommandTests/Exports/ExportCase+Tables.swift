import Testing

extension ExportCase {
  /// Tables and lines, which no tool marks as its own.
  static let plain: [ExportCase] = [
    table("ddsql-hstore-cells.csv", "csv"), table("ddsql-json-cells.csv", "csv"),
    table("rows.tsv", "tsv"),
    ExportCase(
      file: "lines-bom-crlf.ndjson", type: responseType, format: "ndjson", count: 2,
      values: [
        Value(0, "tags", "team", is: #"["ops","parcels"]"#),
        Value(0, "tags", "name", is: #""a:b:c""#), Value(0, "tags", "standalone", is: #""""#),
        Value(0, "_extra", "size", is: "1000.0"), Value(1, "tags", is: #"{"env":"tëst","n":"5"}"#),
      ]),
  ]

  private static func table(_ file: String, _ format: String) -> ExportCase {
    ExportCase(
      file: file, type: responseType, format: format, count: 2,
      values: [
        Value(0, "account_id", is: #""000000000456""#),
        Value(
          0, "response_templates", "application/json",
          is: ##""#set($o = $input.path(\"$.order\"))\n{\"id\": \"$o.id\"}""##),
        Value(1, "response_parameters", is: "null"),
        Value(
          1, "tags",
          is: #"{"account_id":"000000000456","env":"test","gap":null,"team":"ops,parcels"}"#
        ),
      ])
  }

  static let refused: [RefusedExportCase] = [
    RefusedExportCase(
      file: "aws-output.text", reason: "line 1, byte 1: it is the AWS CLI's text output"),
    RefusedExportCase(
      file: "aws-output.table", reason: "line 1, byte 1: it is the AWS CLI's table output"),
    RefusedExportCase(file: "aws-empty.json", reason: "line 1, byte 1: it is empty"),
    RefusedExportCase(
      file: "aws-get-integration-responses.query.json",
      reason: "line 2, byte 7: none of the record's members is a field of \(responseType)"),
    RefusedExportCase(
      file: "cloudformation-template.json", reason: "the template gives no integration_response_id"),
    RefusedExportCase(
      file: "aws-get-apis.json", options: region,
      reason: "no integration_id, integration_response_id to make one"),
    RefusedExportCase(
      file: "aws-ec2-describe-tags.json", type: "aws.ec2_instance",
      options: ExportCase.region + ["--set", "instance_id=i-01"],
      reason: "the record's instance_id is 'i-02', and 'i-01' was given"),
    RefusedExportCase(
      file: "cloudcontrol-list-resources.json", options: [],
      reason: "no account_id, region to make one"),
    RefusedExportCase(
      file: "terraform-plan.json", reason: "line 1, byte 1: this is a Terraform plan"),
    RefusedExportCase(
      file: "terraform-old.tfstate",
      reason: "line 2, byte 16: this Terraform state is of version 3"),
    RefusedExportCase(
      file: "ddsql-running.json", reason: "the query was 'running' when its answer was fetched"),
    RefusedExportCase(
      file: "ddsql-ragged.json", type: api, options: [],
      reason: "the column 'name' has not as many values as the others"),
    RefusedExportCase(file: "lines-broken.ndjson", reason: "line 2, "),
    RefusedExportCase(file: "list-broken-off.json", reason: "line 2, "),
  ]
}
