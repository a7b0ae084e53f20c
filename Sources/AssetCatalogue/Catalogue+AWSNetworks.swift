extension Catalogue {
  static let awsNetworks = [
    "aws.ec2_security_group": #"""
    {
      "name": "aws.ec2_security_group", "title": "EC2 Security Group",
      "description": "A firewall around network interfaces.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{group_id}",
      "kinds": ["AWS::EC2::SecurityGroup", "aws_security_group", "aws_default_security_group", "aws_vpc_security_group"], "lists": ["SecurityGroups", "SecurityGroup"],
      "identifier": {"field": "security_group_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:ec2:{region}:{account_id}:security-group/{group_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "description", "data_type": "string"}, {"name": "group_id", "data_type": "string"},
        {"name": "group_name", "data_type": "string", "paths": ["terraform:name"]},
        {"name": "ip_permissions", "data_type": "json", "description": "What may come in."},
        {"name": "ip_permissions_egress", "data_type": "json", "description": "What may go out."},
        {"name": "owner_id", "data_type": "string"},
        {"name": "security_group_arn", "data_type": "string"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.ec2_subnet": #"""
    {
      "name": "aws.ec2_subnet", "title": "EC2 Subnet",
      "description": "A range of a VPC's addresses in one availability zone.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{subnet_id}",
      "kinds": ["AWS::EC2::Subnet", "aws_subnet", "aws_default_subnet", "aws_vpc_subnet"], "lists": ["Subnets", "Subnet"],
      "identifier": {"field": "subnet_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:ec2:{region}:{account_id}:subnet/{subnet_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "availability_zone", "data_type": "string", "indexed": true},
        {"name": "availability_zone_id", "data_type": "string"},
        {"name": "available_ip_address_count", "data_type": "int64"},
        {"name": "cidr_block", "data_type": "string"},
        {"name": "default_for_az", "data_type": "bool", "indexed": true},
        {"name": "ipv6_cidr_block_association_set", "data_type": "json"},
        {"name": "map_public_ip_on_launch", "data_type": "bool", "description": "Whether machines in it get public addresses."},
        {"name": "owner_id", "data_type": "string"},
        {"name": "state", "data_type": "string", "indexed": true},
        {"name": "subnet_arn", "data_type": "string"}, {"name": "subnet_id", "data_type": "string"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.ec2_vpc": #"""
    {
      "name": "aws.ec2_vpc", "title": "EC2 VPC",
      "description": "A private network.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{vpc_id}",
      "kinds": ["AWS::EC2::VPC", "aws_vpc", "aws_default_vpc", "ec2:vpc"], "lists": ["Vpcs", "Vpc"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:ec2:{region}:{account_id}:vpc/{vpc_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "cidr_block", "data_type": "string"},
        {"name": "cidr_block_association_set", "data_type": "json"},
        {"name": "dhcp_options_id", "data_type": "string"},
        {"name": "instance_tenancy", "data_type": "string"},
        {"name": "ipv6_cidr_block_association_set", "data_type": "json"},
        {"name": "is_default", "data_type": "bool", "indexed": true},
        {"name": "owner_id", "data_type": "string"},
        {"name": "state", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
