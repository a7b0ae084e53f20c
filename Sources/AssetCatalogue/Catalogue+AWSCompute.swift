internal import AssetFiles

extension Catalogue {
  package static let awsCompute = [
    "aws.ec2_instance": #"""
    {
      "name": "aws.ec2_instance", "title": "EC2 Instance",
      "description": "A virtual machine.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{instance_id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "architecture", "data_type": "string"},
        {"name": "block_device_mappings", "data_type": "json"},
        {"name": "ebs_optimized", "data_type": "bool"},
        {"name": "iam_instance_profile", "data_type": "json"},
        {"name": "image_id", "data_type": "string"},
        {"name": "instance_id", "data_type": "string"},
        {"name": "instance_lifecycle", "data_type": "string", "description": "spot or scheduled; absent for on-demand."},
        {"name": "instance_type", "data_type": "string", "indexed": true},
        {"name": "key_name", "data_type": "string"},
        {"name": "launch_time", "data_type": "timestamp"},
        {"name": "metadata_options", "data_type": "json", "description": "Whether tokens are required (IMDSv2)."},
        {"name": "monitoring", "data_type": "json"},
        {"name": "network_interfaces", "data_type": "json"},
        {"name": "placement", "data_type": "json"},
        {"name": "platform_details", "data_type": "string"},
        {"name": "private_dns_name", "data_type": "string"},
        {"name": "private_ip_address", "data_type": "string"},
        {"name": "public_dns_name", "data_type": "string"},
        {"name": "public_ip_address", "data_type": "string"},
        {"name": "root_device_name", "data_type": "string"},
        {"name": "root_device_type", "data_type": "string"},
        {"name": "security_groups", "data_type": "json"},
        {"name": "source_dest_check", "data_type": "bool"},
        {"name": "state", "data_type": "json"},
        {"name": "state_transition_reason", "data_type": "string"},
        {"name": "subnet_id", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "virtualization_type", "data_type": "string"},
        {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.ec2_security_group": #"""
    {
      "name": "aws.ec2_security_group", "title": "EC2 Security Group",
      "description": "A firewall around network interfaces.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{group_id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "description", "data_type": "string"},
        {"name": "group_id", "data_type": "string"},
        {"name": "group_name", "data_type": "string"},
        {"name": "ip_permissions", "data_type": "json", "description": "What may come in."},
        {"name": "ip_permissions_egress", "data_type": "json", "description": "What may go out."},
        {"name": "owner_id", "data_type": "string"},
        {"name": "security_group_arn", "data_type": "string"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.ec2_subnet": #"""
    {
      "name": "aws.ec2_subnet", "title": "EC2 Subnet",
      "description": "A range of a VPC's addresses in one availability zone.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{subnet_id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "availability_zone", "data_type": "string", "indexed": true},
        {"name": "availability_zone_id", "data_type": "string"},
        {"name": "available_ip_address_count", "data_type": "int64"},
        {"name": "cidr_block", "data_type": "string"},
        {"name": "default_for_az", "data_type": "bool", "indexed": true},
        {"name": "ipv6_cidr_block_association_set", "data_type": "json"},
        {"name": "map_public_ip_on_launch", "data_type": "bool", "description": "Whether machines in it get public addresses."},
        {"name": "owner_id", "data_type": "string"}, {"name": "state", "data_type": "string", "indexed": true},
        {"name": "subnet_arn", "data_type": "string"},
        {"name": "subnet_id", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.ec2_volume": #"""
    {
      "name": "aws.ec2_volume", "title": "EBS Volume",
      "description": "A disk for virtual machines.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{volume_id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "attachments", "data_type": "json"},
        {"name": "availability_zone", "data_type": "string", "indexed": true},
        {"name": "create_time", "data_type": "timestamp"},
        {"name": "encrypted", "data_type": "bool", "indexed": true}, {"name": "iops", "data_type": "int64"},
        {"name": "kms_key_id", "data_type": "string"},
        {"name": "multi_attach_enabled", "data_type": "bool"},
        {"name": "size", "data_type": "int64", "description": "In GiB."},
        {"name": "snapshot_id", "data_type": "string"}, {"name": "state", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "throughput", "data_type": "int64", "description": "In MiB a second."},
        {"name": "volume_id", "data_type": "string"},
        {"name": "volume_type", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.ec2_vpc": #"""
    {
      "name": "aws.ec2_vpc", "title": "EC2 VPC",
      "description": "A private network.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{vpc_id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "cidr_block", "data_type": "string"},
        {"name": "cidr_block_association_set", "data_type": "json"},
        {"name": "dhcp_options_id", "data_type": "string"},
        {"name": "instance_tenancy", "data_type": "string"},
        {"name": "ipv6_cidr_block_association_set", "data_type": "json"},
        {"name": "is_default", "data_type": "bool", "indexed": true}, {"name": "owner_id", "data_type": "string"},
        {"name": "state", "data_type": "string", "indexed": true}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "vpc_id", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.eks_cluster": #"""
    {
      "name": "aws.eks_cluster", "title": "EKS Cluster",
      "description": "A managed Kubernetes cluster.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "access_config", "data_type": "json"}, {"name": "arn", "data_type": "string"},
        {"name": "created_at", "data_type": "timestamp"},
        {"name": "encryption_config", "data_type": "json"},
        {"name": "endpoint", "data_type": "string"},
        {"name": "kubernetes_network_config", "data_type": "json"},
        {"name": "logging", "data_type": "json"}, {"name": "name", "data_type": "string"},
        {"name": "platform_version", "data_type": "string"},
        {"name": "resources_vpc_config", "data_type": "json", "description": "Networks, and whether the endpoint is public."},
        {"name": "role_arn", "data_type": "string"}, {"name": "status", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "version", "data_type": "string", "description": "Of Kubernetes."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.lambda_function": #"""
    {
      "name": "aws.lambda_function", "title": "Lambda Function",
      "description": "Code that AWS runs when it is called.",
      "account_field": "account_id", "key_template": "aws:{function_arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "architectures", "data_type": "array<string>"},
        {"name": "code_sha256", "data_type": "string"},
        {"name": "code_size", "data_type": "int64", "description": "In bytes."},
        {"name": "dead_letter_config", "data_type": "json"},
        {"name": "description", "data_type": "string"},
        {"name": "environment", "data_type": "json"},
        {"name": "ephemeral_storage", "data_type": "json"},
        {"name": "function_arn", "data_type": "string"},
        {"name": "function_name", "data_type": "string"},
        {"name": "handler", "data_type": "string"},
        {"name": "kms_key_arn", "data_type": "string"},
        {"name": "last_modified", "data_type": "timestamp"},
        {"name": "layers", "data_type": "json"},
        {"name": "memory_size", "data_type": "int64", "description": "In MB."},
        {"name": "package_type", "data_type": "string"},
        {"name": "revision_id", "data_type": "string"},
        {"name": "role", "data_type": "string", "description": "The role that it runs as."},
        {"name": "runtime", "data_type": "string", "indexed": true}, {"name": "state", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "timeout", "data_type": "int64", "description": "In seconds."},
        {"name": "tracing_config", "data_type": "json"},
        {"name": "version", "data_type": "string"}, {"name": "vpc_config", "data_type": "json"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
