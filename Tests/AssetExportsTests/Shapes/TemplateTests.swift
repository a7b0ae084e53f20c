import AssetExports
import Testing

@testable import AssetJSON

@Suite struct TemplateTests {
  private func template(_ resources: String) -> String {
    #"{"AWSTemplateFormatVersion":"2010-09-09","Resources":{\#(resources)},"Outputs":{}}"#
  }

  @Test func `resources of the type are records, known by the names that they give`() throws {
    let read = try Export.read(
      template(
        #""Bucket":{"Type":"AWS::S3::Bucket"},"Web":{"Type":"Test::Web::Server","DependsOn":"Bucket","#
          + #""Properties":{"ServerId":"a","Size":5,"Owner":{"Ref":"Team"}}}"#))
    #expect(
      read.records == [
        #"server_id=a size=5 "#
          + #"_extra={"LogicalId":"Web","Owner":{"Ref":"Team"},"cloudformation":{"DependsOn":"Bucket"}}"#
      ])
    #expect(read.summary.skipped == ["AWS::S3::Bucket": 1])
    #expect(read.summary.format == "cloudformation")
  }

  @Test func `a reference is kept as text where text is held, else beside the fields`() throws {
    let read = try Export.read(
      template(
        #""Web":{"Type":"Test::Web::Server","Properties":{"ServerId":"a","State":{"Ref":"S"},"#
          + #""Size":{"Fn::If":["c",1,2]},"Labels":{"x":{"Fn::Sub":"${A}"},"y":"1"},"#
          + #""Tags":[{"Key":"k","Value":{"Ref":"V"}}],"Settings":{"Ref":"J"}}}"#))
    #expect(
      read.records == [
        #"server_id=a state={"Ref":"S"} "#
          + #"labels={"x":"{\"Fn::Sub\":\"${A}\"}","y":"1"} tags={"k":"{\"Ref\":\"V\"}"} "#
          + #"_extra={"LogicalId":"Web","Settings":{"Ref":"J"},"Size":{"Fn::If":["c",1,2]}}"#
      ])
    #expect(read.summary.warnings.entries["unresolved"]?.count == 5)
  }

  @Test func `what was given goes before a reference`() throws {
    let text = template(
      #""Web":{"Type":"Test::Web::Server","Properties":{"Region":{"Ref":"AWS::Region"}}}"#)
    let read = try Export.read(text, .init(values: ["region": "eu-1", "server_id": "s"]))
    #expect(
      read.records == [
        #"region=eu-1 server_id=s _extra={"LogicalId":"Web","Region":{"Ref":"AWS::Region"}}"#
      ])
    #expect(read.summary.warnings.entries.isEmpty)
  }

  @Test(arguments: ["", #""ServerId":{"Ref":"Name"}"#])
  func `a resource that gives itself no name is refused`(name: String) throws {
    let text = template(#""Web":{"Type":"Test::Web::Server","Properties":{\#(name)}}"#)
    #expect(try Export.outcome(text)[0].contains("the template gives no server_id"))
  }

  @Test func `a resource without a type is refused`() throws {
    #expect(
      try Export.outcome(template(#""Web":{"Properties":{}}"#))
        == ["1:61: a resource of the template has no type"])
  }
}
