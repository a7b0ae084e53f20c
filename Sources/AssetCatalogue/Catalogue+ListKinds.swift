extension Catalogue {
  /// What AWS calls the records of a list whose records do not say it, and for which there is no type: by the list's
  /// name, and the member that identifies each of them.
  package static func kind(ofList list: String, has isMember: (String) -> Bool) -> String? {
    listKinds.first { $0.list == list && isMember($0.member) }?.kind
  }

  private static let listKinds: [(list: String, member: String, kind: String)] = [
    ("CustomerGateways", "CustomerGatewayId", "AWS::EC2::CustomerGateway"),
    ("DhcpOptions", "DhcpOptionsId", "AWS::EC2::DHCPOptions"),
    ("FlowLogs", "FlowLogId", "AWS::EC2::FlowLog"),
    ("Images", "ImageId", "ec2:image"),
    ("InternetGateways", "InternetGatewayId", "AWS::EC2::InternetGateway"),
    ("KeyPairs", "KeyPairId", "AWS::EC2::KeyPair"),
    ("NatGateways", "NatGatewayId", "AWS::EC2::NatGateway"),
    ("NetworkAcls", "NetworkAclId", "AWS::EC2::NetworkAcl"),
    ("NetworkInterfaces", "NetworkInterfaceId", "AWS::EC2::NetworkInterface"),
    ("RouteTables", "RouteTableId", "AWS::EC2::RouteTable"),
    ("SecurityGroupRules", "SecurityGroupRuleId", "ec2:security-group-rule"),
    ("Snapshots", "SnapshotId", "ec2:snapshot"),
    ("UserPools", "Id", "AWS::Cognito::UserPool"),
    ("VpcEndpoints", "VpcEndpointId", "AWS::EC2::VPCEndpoint"),
    ("VpcPeeringConnections", "VpcPeeringConnectionId", "AWS::EC2::VPCPeeringConnection"),
    ("VpnConnections", "VpnConnectionId", "AWS::EC2::VPNConnection"),
    ("VpnGateways", "VpnGatewayId", "AWS::EC2::VPNGateway"),
  ]
}
