extension Catalogue {
  static let awsData = [
    "aws.dynamodb_table": #"""
    {
      "name": "aws.dynamodb_table", "title": "DynamoDB Table",
      "description": "A table of a key-value database.",
      "account_field": "account_id", "key_template": "aws:{table_arn}",
      "kinds": ["AWS::DynamoDB::Table", "dynamodb:table"], "lists": ["Table"],
      "identifier": {"field": "table_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:dynamodb:{region}:{account_id}:table/{table_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "attribute_definitions", "data_type": "json"},
        {"name": "billing_mode_summary", "data_type": "json"},
        {"name": "creation_date_time", "data_type": "timestamp"},
        {"name": "deletion_protection_enabled", "data_type": "bool"},
        {"name": "global_secondary_indexes", "data_type": "json"},
        {"name": "item_count", "data_type": "int64"}, {"name": "key_schema", "data_type": "json"},
        {"name": "provisioned_throughput", "data_type": "json"},
        {"name": "replicas", "data_type": "json"}, {"name": "sse_description", "data_type": "json"},
        {"name": "stream_specification", "data_type": "json"},
        {"name": "table_arn", "data_type": "string"}, {"name": "table_id", "data_type": "string"},
        {"name": "table_name", "data_type": "string", "paths": ["name"]},
        {"name": "table_size_bytes", "data_type": "int64"},
        {"name": "table_status", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.rds_instance": #"""
    {
      "name": "aws.rds_instance", "title": "RDS Instance",
      "description": "A managed database server.",
      "account_field": "account_id", "key_template": "aws:{db_instance_arn}",
      "kinds": ["AWS::RDS::DBInstance", "aws_db_instance", "aws_rds_db_instance", "rds:db"], "lists": ["DBInstances", "DBInstance"],
      "identifier": {"field": "db_instance_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:rds:{region}:{account_id}:db:{db_instance_identifier}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "allocated_storage", "data_type": "int64", "description": "In GiB."},
        {"name": "auto_minor_version_upgrade", "data_type": "bool"},
        {"name": "availability_zone", "data_type": "string", "indexed": true},
        {"name": "backup_retention_period", "data_type": "int64", "description": "In days; 0 for no backups."},
        {"name": "ca_certificate_identifier", "data_type": "string"},
        {"name": "db_instance_arn", "data_type": "string"},
        {"name": "db_instance_class", "data_type": "string"},
        {"name": "db_instance_identifier", "data_type": "string", "paths": ["terraform:identifier"]},
        {"name": "db_instance_status", "data_type": "string"},
        {"name": "db_name", "data_type": "string"}, {"name": "db_subnet_group", "data_type": "json"},
        {"name": "dbi_resource_id", "data_type": "string"},
        {"name": "deletion_protection", "data_type": "bool", "indexed": true},
        {"name": "endpoint", "data_type": "json"},
        {"name": "engine", "data_type": "string", "indexed": true},
        {"name": "engine_version", "data_type": "string", "indexed": true},
        {"name": "iam_database_authentication_enabled", "data_type": "bool"},
        {"name": "instance_create_time", "data_type": "timestamp"},
        {"name": "kms_key_id", "data_type": "string"},
        {"name": "latest_restorable_time", "data_type": "timestamp"},
        {"name": "master_username", "data_type": "string"},
        {"name": "multi_az", "data_type": "bool", "indexed": true},
        {"name": "performance_insights_enabled", "data_type": "bool"},
        {"name": "publicly_accessible", "data_type": "bool", "indexed": true},
        {"name": "storage_encrypted", "data_type": "bool", "indexed": true},
        {"name": "storage_type", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv", "provider_name": "TagList"},
        {"name": "vpc_security_groups", "data_type": "json"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.s3_bucket": #"""
    {
      "name": "aws.s3_bucket", "title": "S3 Bucket",
      "description": "A container of objects, with a name that is unique in the world.",
      "account_field": "account_id", "key_template": "aws:s3:{name}",
      "kinds": ["AWS::S3::Bucket", "s3:bucket"], "lists": ["Buckets"],
      "identifier": {"names": ["bucket_arn", "arn", "resource_arn"], "form": "arn:aws:s3:::{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "acl", "data_type": "json"}, {"name": "creation_date", "data_type": "timestamp"},
        {"name": "encryption", "data_type": "json", "provider_name": "ServerSideEncryptionConfiguration"},
        {"name": "lifecycle_rules", "data_type": "json"},
        {"name": "logging", "data_type": "json", "provider_name": "LoggingEnabled"},
        {"name": "name", "data_type": "string", "paths": ["bucket_name", "terraform:bucket"]},
        {"name": "policy", "data_type": "json"},
        {"name": "public_access_block", "data_type": "json", "provider_name": "PublicAccessBlockConfiguration"},
        {"name": "region", "data_type": "string", "indexed": true, "provider_name": "BucketRegion"},
        {"name": "replication", "data_type": "json", "provider_name": "ReplicationConfiguration"},
        {"name": "tags", "data_type": "hstore_csv", "provider_name": "TagSet"},
        {"name": "versioning", "data_type": "json"}
      ]
    }
    """#,
  ]
}
