package import Assets

/// How providers' own tools call what a type holds: `AWS::EC2::VPCEndpoint`, `aws_ec2_vpc_endpoint` and
/// `aws.ec2_vpcendpoint` are one, but for case and separators, and some have names of their own.
package struct ResourceNames {
  /// By their letters alone.
  private let names: [[UInt8]]

  package init(of type: TypeName) {
    let name = type.description
    let own = Self.renamedProviders.compactMap { provider, other in
      name.hasPrefix(provider) ? other + name.dropFirst(provider.utf8.count) : nil
    }
    names = ([name] + own + (Self.others[name] ?? [])).map { Self.letters(of: $0.utf8.span) }
  }

  package func contains(_ name: Span<UInt8>) -> Bool { names.contains(Self.letters(of: name)) }

  /// Terraform's names of providers.
  private static let renamedProviders = [("azure.", "azurerm_"), ("gcp.", "google_")]

  /// Terraform's names and, where there are colons, those of CloudFormation and AWS Config.
  private static let others = [
    "aws.ec2_instance": ["aws_instance"],
    "aws.ec2_security_group": ["aws_security_group", "aws_default_security_group"],
    "aws.ec2_subnet": ["aws_subnet", "aws_default_subnet"],
    "aws.ec2_volume": ["aws_ebs_volume"],
    "aws.ec2_vpc": ["aws_vpc", "aws_default_vpc"],
    "aws.rds_instance": ["aws_db_instance", "AWS::RDS::DBInstance"],
    "azure.virtual_machine_instance": [
      "azurerm_virtual_machine", "azurerm_linux_virtual_machine",
      "azurerm_windows_virtual_machine",
    ],
    "gcp.iam_service_account": ["google_service_account"],
    "gcp.netapp_snapshot": ["google_netapp_volume_snapshot"],
  ]

  private static func letters(of name: Span<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    for index in name.indices {
      let letter = name[index]
      switch letter {
      case 0x41...0x5A: letters.append(letter | 0x20)
      case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: letters.append(letter)
      default: break
      }
    }
    return letters
  }
}
