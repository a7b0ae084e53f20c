import Assets
import Foundation
import Testing
import TestSupport

@testable import AssetCatalogue
@testable import AssetJSON

@Suite struct CatalogueTests {
  @Test(arguments: Catalogue.names)
  func `a definition is read, and written the same`(name: String) throws {
    let type = try #require(try Catalogue.type(named: name))
    #expect(type.name.description == name)
    #expect(try AssetType(definition: type.definition) == type)
    #expect(type.title != nil && type.description != nil && type.keyTemplate != nil)
  }

  @Test(arguments: Catalogue.names)
  func `a type of a cloud names its account field`(name: String) throws {
    let type = try #require(try Catalogue.type(named: name))
    let expected = ["aws": "account_id", "gcp": "project_id", "azure": "subscription_id"]
    #expect(type.accountField == expected[type.name.provider])
  }

  @Test(arguments: Catalogue.names)
  func `a provider's name is given only where it says more`(name: String) throws {
    guard name != "aws.apigatewayv2_integrationresponse" else { return }
    let type = try #require(try Catalogue.type(named: name))
    for field in type.fields {
      #expect(field.providerName.map(\.inSnakeCase) != field.name)
    }
  }

  @Test func `every file of a definition is embedded under its name`() throws {
    let folder = projectFile("Sources/AssetDefinitions/Definitions")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count >= 40)
    #expect(Set(files) == Set(Catalogue.names.map { "\($0).json" }))
  }

  @Test func `the whole API Gateway V2 family is there`() {
    let family = Catalogue.names.filter { $0.hasPrefix("aws.apigatewayv2_") }
    #expect(
      family.map { $0.dropFirst("aws.apigatewayv2_".count) } == [
        "api", "api_mapping", "authorizer", "deployment", "domain_name", "integration",
        "integrationresponse", "model", "route", "routeresponse", "stage", "vpclink",
      ])
  }

  @Test func `no two types share a table`() throws {
    let tables = try Catalogue.names.map { try TypeName($0).table }
    #expect(Set(tables).count == tables.count)
  }

  @Test func `a name that isn't there gives nothing`() throws {
    #expect(try Catalogue.type(named: "aws.nothing") == nil)
  }
}
