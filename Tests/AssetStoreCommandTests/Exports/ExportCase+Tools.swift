import Testing

extension ExportCase {
  /// Exports that say what they are by how they wrap their records.
  static let ofTools: [ExportCase] = [
    ExportCase(
      file: "cloudcontrol-list-resources.json", type: responseType, options: region,
      format: "cloudcontrol", count: 2,
      values: [
        Value(0, "_key", is: #""aws:000000000456:eu-north-1:r2t4y6:n7m8b9:h1d2e3""#),
        Value(0, "response_parameters", "method.response.header.Vary", is: #""'Accept, Origin'""#),
        Value(1, "_extra", "Identifier", is: #""r2t4y6|n7m8b9|h4f5g6""#),
      ], isPartial: true),
    ExportCase(
      file: "config-snapshot.json", type: api, format: "config", count: 1,
      values: [
        Value(0, "account_id", is: #""000000000456""#),
        Value(0, "tags", is: #"{"empty":null,"env":"test"}"#),
        Value(0, "disable_execute_api_endpoint", is: "true"),
      ], skipped: #"{"AWS::ApiGatewayV2::Api (deleted)":1,"AWS::S3::Bucket":1}"#),
    ExportCase(
      file: "config-batch-get-resource-config.json", type: api, format: "config", count: 1,
      values: [
        Value(0, "_key", is: #""aws:000000000456:eu-north-1:r2t4y6""#),
        Value(0, "created_date", is: #""2026-03-04T05:06:07Z""#),
        Value(0, "tags", is: #"{"env":"test"}"#),
      ]),
    ExportCase(
      file: "config-select-resource-config.json", type: api, format: "config", count: 1,
      values: [
        Value(0, "api_id", is: #""r2t4y6""#), Value(0, "region", is: #""eu-north-1""#),
        Value(0, "tags", is: #"{"Owner":"j.smørgård@example.com","env":"test"}"#),
      ], isPartial: true),
    ExportCase(
      file: "resource-tagging-get-resources.json", type: "aws.sqs_queue", format: "aws-cli",
      count: 2,
      values: [
        Value(0, "account_id", is: #""000000000456""#),
        Value(0, "queue_arn", is: #""arn:aws:sqs:eu-north-1:000000000456:parcels""#),
        Value(1, "tags", is: "{}"),
      ]),
    ExportCase(
      file: "terraform.tfstate", type: responseType, options: region, format: "terraform", count: 2,
      values: [
        Value(0, "integration_response_id", is: #""h1d2e3""#),
        Value(0, "content_handling_strategy", is: "null"),
        Value(1, "_extra", "terraform", "index_key", is: #""failed""#),
      ], skipped: #"{"aws_apigatewayv2_api":1}"#),
    ExportCase(
      file: "terraform.tfstate", type: api, options: region, format: "terraform", count: 1,
      values: [
        Value(0, "api_id", is: #""r2t4y6""#),
        Value(0, "tags", is: #"{"ManagedBy":"terraform","env":"test"}"#),
        Value(0, "_extra", "terraform", "tags", is: #"{"env":"test"}"#),
      ], skipped: #"{"aws_apigatewayv2_integration_response":2}"#),
    ExportCase(
      file: "terraform-show.json", type: responseType, options: region, format: "terraform",
      count: 2,
      values: [
        Value(0, "response_templates", "application/json", is: #""$input.body""#),
        Value(1, "integration_response_key", is: #""/5\\d\\d/""#),
        Value(1, "content_handling_strategy", is: #""CONVERT_TO_BINARY""#),
      ]),
    ExportCase(
      file: "cloudquery.jsonl", type: responseType, options: ["--set", "api_id=r2t4y6"],
      format: "cloudquery", count: 2,
      values: [
        Value(0, "_key", is: #""aws:000000000456:eu-north-1:r2t4y6:n7m8b9:h1d2e3""#),
        Value(1, "response_parameters", is: "null"),
        Value(1, "_extra", "_cq_id", is: #""7d1c""#),
      ]),
    steampipe("steampipe-list.json", format: "json"),
    steampipe("steampipe-rows.json"), steampipe("steampipe-columns.json"),
    ExportCase(
      file: "steampipe.csv", type: api, format: "csv", count: 2,
      values: [
        Value(0, "tags", "Owner", is: #""j.smørgård@example.com""#),
        Value(1, "account_id", is: #""000000000456""#), Value(1, "tags", is: "null"),
      ]),
    ExportCase(
      file: "ddsql-answer.json", type: api, format: "ddsql", count: 2,
      values: [
        Value(0, "created_date", is: #""2026-03-04T05:06:07.250Z""#),
        Value(0, "cors_configuration", is: #"{"AllowOrigins":["*"]}"#),
        Value(0, "tags", "team", is: #""ops,parcels""#),
      ], warnings: [#"ddsql: line 1: the query warned: "one shard was slow""#]),
  ]

  private static func steampipe(_ file: String, format: String = "steampipe") -> ExportCase {
    ExportCase(
      file: file, type: api, format: format, count: 2,
      values: [
        Value(0, "name", is: #""parcels""#),
        Value(0, "_extra", "akas", is: #"["arn:aws:apigateway:eu-north-1::/apis/r2t4y6"]"#),
        Value(1, "tags", is: "null"),
      ])
  }
}
