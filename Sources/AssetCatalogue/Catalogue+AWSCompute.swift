extension Catalogue {
  static let awsCompute = [
    "aws.ec2_instance": #"""
    {
      "name": "aws.ec2_instance", "title": "EC2 Instance",
      "description": "A virtual machine.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{instance_id}",
      "kinds": ["AWS::EC2::Instance", "aws_instance", "ec2:instance"], "lists": ["Instances"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:ec2:{region}:{account_id}:instance/{instance_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "architecture", "data_type": "string"},
        {"name": "block_device_mappings", "data_type": "json"},
        {"name": "ebs_optimized", "data_type": "bool"},
        {"name": "iam_instance_profile", "data_type": "json"},
        {"name": "image_id", "data_type": "string"}, {"name": "instance_id", "data_type": "string"},
        {"name": "instance_lifecycle", "data_type": "string", "description": "spot or scheduled; absent for on-demand."},
        {"name": "instance_type", "data_type": "string", "indexed": true},
        {"name": "key_name", "data_type": "string"}, {"name": "launch_time", "data_type": "timestamp"},
        {"name": "metadata_options", "data_type": "json", "description": "Whether tokens are required (IMDSv2)."},
        {"name": "monitoring", "data_type": "json"}, {"name": "network_interfaces", "data_type": "json"},
        {"name": "placement", "data_type": "json"}, {"name": "platform_details", "data_type": "string"},
        {"name": "private_dns_name", "data_type": "string"},
        {"name": "private_ip_address", "data_type": "string"},
        {"name": "public_dns_name", "data_type": "string"},
        {"name": "public_ip_address", "data_type": "string"},
        {"name": "root_device_name", "data_type": "string"},
        {"name": "root_device_type", "data_type": "string"},
        {"name": "security_groups", "data_type": "json"},
        {"name": "source_dest_check", "data_type": "bool"}, {"name": "state", "data_type": "json"},
        {"name": "state_transition_reason", "data_type": "string"},
        {"name": "subnet_id", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "virtualization_type", "data_type": "string"},
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
      "kinds": ["AWS::EC2::Volume", "aws_ebs_volume", "aws_ec2_ebs_volumes", "ec2:volume"], "lists": ["Volumes"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:ec2:{region}:{account_id}:volume/{volume_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "attachments", "data_type": "json"},
        {"name": "availability_zone", "data_type": "string", "indexed": true},
        {"name": "create_time", "data_type": "timestamp"},
        {"name": "encrypted", "data_type": "bool", "indexed": true},
        {"name": "iops", "data_type": "int64"}, {"name": "kms_key_id", "data_type": "string"},
        {"name": "multi_attach_enabled", "data_type": "bool"},
        {"name": "size", "data_type": "int64", "description": "In GiB."},
        {"name": "snapshot_id", "data_type": "string"},
        {"name": "state", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "throughput", "data_type": "int64", "description": "In MiB a second."},
        {"name": "volume_id", "data_type": "string"},
        {"name": "volume_type", "data_type": "string", "indexed": true},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.eks_cluster": #"""
    {
      "name": "aws.eks_cluster", "title": "EKS Cluster",
      "description": "A managed Kubernetes cluster.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "kinds": ["AWS::EKS::Cluster", "eks:cluster"], "lists": ["cluster"],
      "identifier": {"field": "arn", "names": ["resource_arn"], "form": "arn:aws:eks:{region}:{account_id}:cluster/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "access_config", "data_type": "json"}, {"name": "arn", "data_type": "string"},
        {"name": "created_at", "data_type": "timestamp"},
        {"name": "encryption_config", "data_type": "json"}, {"name": "endpoint", "data_type": "string"},
        {"name": "kubernetes_network_config", "data_type": "json"},
        {"name": "logging", "data_type": "json"}, {"name": "name", "data_type": "string"},
        {"name": "platform_version", "data_type": "string"},
        {"name": "resources_vpc_config", "data_type": "json", "description": "Networks, and whether the endpoint is public."},
        {"name": "role_arn", "data_type": "string"},
        {"name": "status", "data_type": "string", "indexed": true},
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
      "kinds": ["AWS::Lambda::Function", "lambda:function"], "lists": ["Functions"],
      "identifier": {"field": "function_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:lambda:{region}:{account_id}:function:{function_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "architectures", "data_type": "array<string>", "paths": ["configuration.architectures"]},
        {"name": "code_sha256", "data_type": "string", "paths": ["configuration.code_sha256"]},
        {"name": "code_size", "data_type": "int64", "description": "In bytes.", "paths": ["configuration.code_size"]},
        {"name": "dead_letter_config", "data_type": "json", "paths": ["configuration.dead_letter_config"]},
        {"name": "description", "data_type": "string", "paths": ["configuration.description"]},
        {"name": "environment", "data_type": "json", "paths": ["configuration.environment"]},
        {"name": "ephemeral_storage", "data_type": "json", "paths": ["configuration.ephemeral_storage"]},
        {"name": "function_arn", "data_type": "string", "paths": ["configuration.function_arn"]},
        {"name": "function_name", "data_type": "string", "paths": ["configuration.function_name", "name"]},
        {"name": "handler", "data_type": "string", "paths": ["configuration.handler"]},
        {"name": "kms_key_arn", "data_type": "string", "paths": ["configuration.kms_key_arn"]},
        {"name": "last_modified", "data_type": "timestamp", "paths": ["configuration.last_modified"]},
        {"name": "layers", "data_type": "json", "paths": ["configuration.layers"]},
        {"name": "memory_size", "data_type": "int64", "description": "In MB.", "paths": ["configuration.memory_size"]},
        {"name": "package_type", "data_type": "string", "paths": ["configuration.package_type"]},
        {"name": "revision_id", "data_type": "string", "paths": ["configuration.revision_id"]},
        {"name": "role", "data_type": "string", "description": "The role that it runs as.", "paths": ["configuration.role"]},
        {"name": "runtime", "data_type": "string", "indexed": true, "paths": ["configuration.runtime"]},
        {"name": "state", "data_type": "string", "indexed": true, "paths": ["configuration.state"]},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "timeout", "data_type": "int64", "description": "In seconds.", "paths": ["configuration.timeout"]},
        {"name": "tracing_config", "data_type": "json", "paths": ["configuration.tracing_config"]},
        {"name": "version", "data_type": "string", "paths": ["configuration.version"]},
        {"name": "vpc_config", "data_type": "json", "paths": ["configuration.vpc_config"]},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
