internal import AssetCatalogue

/// How an export spells its records. Found from the content, or given where that is not enough.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case json
  case ndjson
  case csv
  case tsv
  case copy
  case yaml
  case ddsql
  case ddsqlCSV = "ddsql-csv"
  case awsCLI = "aws-cli"
  case cloudControl = "cloudcontrol"
  case config
  case cloudFormation = "cloudformation"
  case terraform
  case cloudQuery = "cloudquery"
  case steampipe

  /// One line on what it is.
  package var summary: String {
    switch self {
    case .json: "JSON: an array of records, one record, or an object with one list of records"
    case .ndjson: "JSON, one record a line"
    case .csv: "a table with named columns, separated by commas (RFC 4180), semicolons or bars"
    case .tsv: "a table with named columns, separated by tabs, quoted as CSV is"
    case .copy:
      "PostgreSQL's COPY text and mysql --batch: tabs, \\N for null, backslashes that escape"
    case .yaml:
      "YAML: kubectl, the AWS CLI, a CloudFormation template, anything that is read as JSON"
    case .ddsql: "the answer of Datadog's DDSQL API, column by column"
    case .ddsqlCSV:
      "a table of DDSQL results, in which commas join the values of a tag that has several"
    case .awsCLI: "what the AWS CLI prints with --output json, list commands and others"
    case .cloudControl: "AWS Cloud Control: list-resources and get-resource"
    case .config: "AWS Config: snapshots, histories, batch and select results"
    case .cloudFormation: "a CloudFormation template in JSON"
    case .terraform: "Terraform: a state file, version 4, or what terraform show -json prints"
    case .cloudQuery: "CloudQuery's JSON files"
    case .steampipe: "what Steampipe prints with --output json, of any version"
    }
  }

  /// What may separate its cells, if it is a table that is text. Spreadsheets write semicolons where numbers have a
  /// decimal comma.
  var separators: [UInt8] {
    switch self {
    case .csv: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
    case .ddsqlCSV: [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    case .tsv, .copy: [UInt8(ascii: "\t")]
    default: []
    }
  }
}
