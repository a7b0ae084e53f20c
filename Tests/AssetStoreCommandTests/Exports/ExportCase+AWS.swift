import Testing

extension ExportCase {
  /// What the AWS CLI prints.
  static let ofAWS: [ExportCase] = [
    ExportCase(
      file: "aws-get-integration-responses.json", type: responseType, options: request,
      format: "aws-cli", count: 2,
      values: [
        Value(
          0, "response_templates", "application/json",
          is: ##""#set($o = $input.path(\"$.order\"))\n{\"id\": \"$o.id\"}""##),
        Value(0, "response_templates", "$default", is: #""""#),
        Value(
          1, "response_templates", "application/json",
          is: #""{\"mark\":\"✗\",\"path\":\"D:\\\\orders\",\"tab\":\"\\t\"}""#),
      ]),
    ExportCase(
      file: "aws-get-integration-response.json", type: responseType, options: request,
      format: "json", count: 1,
      values: [
        Value(0, "_key", is: #""aws:000000000456:eu-north-1:r2t4y6:n7m8b9:h1d2e3""#),
        Value(0, "integration_response_key", is: #""$default""#), Value(0, "tags", is: "null"),
      ]),
    ExportCase(
      file: "aws-get-integration-responses.page.json", type: responseType, options: request,
      format: "aws-cli", count: 1, values: [Value(0, "api_id", is: #""r2t4y6""#)], isPartial: true),
    ExportCase(
      file: "aws-get-integration-responses.none.json", type: responseType, options: request,
      format: "aws-cli", count: 0, values: []),
    ExportCase(
      file: "aws-output.yaml", type: responseType, options: request, format: "aws-cli", count: 1,
      values: [Value(0, "integration_response_key", is: #""$default""#)]),
    ExportCase(
      file: "aws-get-apis.json", type: api, options: region, format: "aws-cli", count: 2,
      values: [
        Value(0, "tags", "note", is: #""a \"b\" \\ c, d => e""#),
        Value(0, "tags", "CostCenter", is: #""0815""#),
        Value(1, "created_date", is: #""2026-03-04T05:06:08Z""#), Value(1, "tags", is: "{}"),
      ]),
    ExportCase(
      file: "aws-ec2-describe-instances.query.json", type: "aws.ec2_instance", options: region,
      format: "json", count: 1,
      values: [
        Value(0, "launch_time", is: #""2026-01-31T23:59:59Z""#),
        Value(0, "state", is: #"{"Code":16,"Name":"running"}"#),
        Value(0, "tags", is: #"{"Name":"parcel-1","spot":""}"#),
      ]),
    ExportCase(
      file: "aws-ec2-describe-instances.json", type: "aws.ec2_instance", options: region,
      format: "aws-cli", count: 3,
      values: [
        Value(0, "instance_type", is: #""t4g.nano""#), Value(1, "tags", is: #"{"env":"test"}"#),
        Value(2, "_key", is: #""aws:000000000456:eu-north-1:i-03""#),
      ], warnings: ["beside-the-list: what a reservation says beside its instances is not kept"]),
    ExportCase(
      file: "aws-sqs-list-queue-tags.json", type: "aws.sqs_queue",
      options: ["--set", "queue_arn=arn:q"], format: "json", count: 1,
      values: [Value(0, "tags", is: #"{"Owner":"ops","env":"test"}"#)]),
    ExportCase(
      file: "aws-kms-list-resource-tags.json", type: "aws.kms_key",
      options: ["--set", "arn=arn:k"],
      format: "json", count: 1, values: [Value(0, "tags", is: #"{"env":"test"}"#)]),
    ExportCase(
      file: "aws-s3api-get-bucket-tagging.json", type: "aws.s3_bucket",
      options: ["--set", "name=b"], format: "json", count: 1,
      values: [Value(0, "tags", is: #"{"empty":"","env":"test"}"#)]),
  ]
}
