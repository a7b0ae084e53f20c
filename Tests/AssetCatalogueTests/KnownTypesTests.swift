import Assets
import Testing

@testable import AssetCatalogue

@Suite struct KnownTypesTests {
  @Test(arguments: [
    (
      "aws.ec2_instance",
      ["aws_instance", "AWS::EC2::Instance", "ec2:instance", "aws_ec2_instances"]
    ),
    ("aws.ec2_vpc", ["aws_vpc", "AWS::EC2::VPC", "ec2:vpc"]),
    ("aws.rds_instance", ["AWS::RDS::DBInstance", "rds:db", "aws_rds_db_instance"]),
    ("aws.ec2_security_group", ["ec2:security-group", "AWS::EC2::SecurityGroup"]),
    ("aws.apigatewayv2_stage", ["apigateway:apis/stages", "aws_apigatewayv2_stage"]),
    (
      "azure.managed_disk",
      ["azurerm_managed_disk", "microsoft.compute/disks", "Microsoft.Compute/disks"]
    ),
    ("azure.virtual_machine_instance", ["azurerm_linux_virtual_machine"]),
    (
      "gcp.storage_bucket",
      ["google_storage_bucket", "storage.googleapis.com/Bucket", "storage#bucket"]
    ),
    ("k8s.deployments", ["apps/v1 Deployment", "apps/v1beta1 Deployment"]),
  ])
  func `a type is known by the names that providers and their tools give it`(
    type: String, names: [String]
  ) throws {
    let known = try KnownTypes()
    for name in names + [type] {
      #expect(known.typeName(ofKind: name) == type, "\(name)")
      #expect(try known.require(name).name.description == type)
    }
  }

  @Test func `a name of nothing means no type`() throws {
    let known = try KnownTypes()
    for name in ["aws_instance_profile", "AWS::EC2::", "ec2:", "", "instance", "v1 Secret"] {
      #expect(known.typeName(ofKind: name) == nil, "\(name)")
    }
  }

  @Test(arguments: [
    ("AWS::SQS::QueuePolicy", "aws.sqs_queuepolicy"),
    ("microsoft.keyvault/vaults", "azure.keyvault_vaults"),
    ("apps/v1 Deployment", "k8s.deployments"), ("networking.k8s.io/v1 Ingress", "k8s.ingresses"),
    ("v1 NetworkPolicy", "k8s.networkpolicies"),
    ("container.googleapis.com/NodePool", "gcp.container_node_pool"),
    ("ec2:key-pair", "aws.ec2_key_pair"), ("azurerm_key_vault", "azure.key_vault"),
    ("Dynatrace.Observability/monitors", "azure.dynatrace_observability_monitors"),
  ])
  func `a kind that no type is known for names one`(kind: String, type: String) {
    #expect(AssetKind(kind)?.typeName == type)
  }
}
