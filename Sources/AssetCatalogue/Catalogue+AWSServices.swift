extension Catalogue {
  package static let awsServices = [
    "aws.dynamodb_table": #"""
    {
      "name": "aws.dynamodb_table", "title": "DynamoDB Table",
      "description": "A table of a key-value database.",
      "account_field": "account_id", "key_template": "aws:{table_arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "attribute_definitions", "data_type": "json"},
        {"name": "billing_mode_summary", "data_type": "json"},
        {"name": "creation_date_time", "data_type": "timestamp"},
        {"name": "deletion_protection_enabled", "data_type": "bool"},
        {"name": "global_secondary_indexes", "data_type": "json"},
        {"name": "item_count", "data_type": "int64"}, {"name": "key_schema", "data_type": "json"},
        {"name": "provisioned_throughput", "data_type": "json"},
        {"name": "replicas", "data_type": "json"},
        {"name": "sse_description", "data_type": "json"},
        {"name": "stream_specification", "data_type": "json"},
        {"name": "table_arn", "data_type": "string"}, {"name": "table_id", "data_type": "string"},
        {"name": "table_name", "data_type": "string"},
        {"name": "table_size_bytes", "data_type": "int64"},
        {"name": "table_status", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.iam_role": #"""
    {
      "name": "aws.iam_role", "title": "IAM Role",
      "description": "What services and people may become, with the rights that it has.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "arn", "data_type": "string"},
        {"name": "assume_role_policy_document", "data_type": "json", "description": "Who may become it."},
        {"name": "attached_policies", "data_type": "json", "provider_name": "AttachedManagedPolicies"},
        {"name": "create_date", "data_type": "timestamp"},
        {"name": "description", "data_type": "string"},
        {"name": "max_session_duration", "data_type": "int64", "description": "In seconds."},
        {"name": "path", "data_type": "string"},
        {"name": "permissions_boundary", "data_type": "json"},
        {"name": "role_id", "data_type": "string"},
        {"name": "role_last_used", "data_type": "json"},
        {"name": "role_name", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"}
      ]
    }
    """#,
    "aws.iam_user": #"""
    {
      "name": "aws.iam_user", "title": "IAM User",
      "description": "A person or program with keys of its own.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "arn", "data_type": "string"},
        {"name": "attached_policies", "data_type": "json", "provider_name": "AttachedManagedPolicies"},
        {"name": "create_date", "data_type": "timestamp"},
        {"name": "groups", "data_type": "json", "provider_name": "GroupList"},
        {"name": "password_last_used", "data_type": "timestamp"},
        {"name": "path", "data_type": "string"},
        {"name": "permissions_boundary", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "user_id", "data_type": "string"},
        {"name": "user_name", "data_type": "string"}
      ]
    }
    """#,
    "aws.kms_key": #"""
    {
      "name": "aws.kms_key", "title": "KMS Key",
      "description": "A key that encrypts data or keys.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "provider_name": "AWSAccountId", "description": "The AWS account, twelve digits."},
        {"name": "arn", "data_type": "string"},
        {"name": "creation_date", "data_type": "timestamp"},
        {"name": "deletion_date", "data_type": "timestamp"},
        {"name": "description", "data_type": "string"}, {"name": "enabled", "data_type": "bool"},
        {"name": "key_id", "data_type": "string"},
        {"name": "key_manager", "data_type": "string", "description": "AWS or CUSTOMER."},
        {"name": "key_spec", "data_type": "string"}, {"name": "key_state", "data_type": "string"},
        {"name": "key_usage", "data_type": "string"},
        {"name": "multi_region", "data_type": "bool"}, {"name": "origin", "data_type": "string"},
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
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "allocated_storage", "data_type": "int64", "description": "In GiB."},
        {"name": "auto_minor_version_upgrade", "data_type": "bool"},
        {"name": "availability_zone", "data_type": "string", "indexed": true},
        {"name": "backup_retention_period", "data_type": "int64", "description": "In days; 0 for no backups."},
        {"name": "ca_certificate_identifier", "data_type": "string"},
        {"name": "db_instance_arn", "data_type": "string"},
        {"name": "db_instance_class", "data_type": "string"},
        {"name": "db_instance_identifier", "data_type": "string"},
        {"name": "db_instance_status", "data_type": "string"},
        {"name": "db_name", "data_type": "string"},
        {"name": "db_subnet_group", "data_type": "json"},
        {"name": "dbi_resource_id", "data_type": "string"},
        {"name": "deletion_protection", "data_type": "bool", "indexed": true},
        {"name": "endpoint", "data_type": "json"}, {"name": "engine", "data_type": "string", "indexed": true},
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
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "acl", "data_type": "json"}, {"name": "creation_date", "data_type": "timestamp"},
        {"name": "encryption", "data_type": "json", "provider_name": "ServerSideEncryptionConfiguration"},
        {"name": "lifecycle_rules", "data_type": "json"},
        {"name": "logging", "data_type": "json", "provider_name": "LoggingEnabled"},
        {"name": "name", "data_type": "string"}, {"name": "policy", "data_type": "json"},
        {"name": "public_access_block", "data_type": "json", "provider_name": "PublicAccessBlockConfiguration"},
        {"name": "region", "data_type": "string", "indexed": true, "provider_name": "BucketRegion"},
        {"name": "replication", "data_type": "json", "provider_name": "ReplicationConfiguration"},
        {"name": "tags", "data_type": "hstore_csv", "provider_name": "TagSet"},
        {"name": "versioning", "data_type": "json"}
      ]
    }
    """#,
    "aws.sns_topic": #"""
    {
      "name": "aws.sns_topic", "title": "SNS Topic",
      "description": "A channel that sends messages to its subscribers.",
      "account_field": "account_id", "key_template": "aws:{topic_arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "display_name", "data_type": "string"},
        {"name": "kms_master_key_id", "data_type": "string"},
        {"name": "owner", "data_type": "string"}, {"name": "policy", "data_type": "json"},
        {"name": "subscriptions_confirmed", "data_type": "int64"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "topic_arn", "data_type": "string"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.sqs_queue": #"""
    {
      "name": "aws.sqs_queue", "title": "SQS Queue",
      "description": "A queue of messages.",
      "account_field": "account_id", "key_template": "aws:{queue_arn}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits."},
        {"name": "created_timestamp", "data_type": "timestamp"},
        {"name": "fifo_queue", "data_type": "bool"},
        {"name": "kms_master_key_id", "data_type": "string"},
        {"name": "last_modified_timestamp", "data_type": "timestamp"},
        {"name": "message_retention_period", "data_type": "int64", "description": "In seconds."},
        {"name": "policy", "data_type": "json"}, {"name": "queue_arn", "data_type": "string"},
        {"name": "queue_url", "data_type": "string"},
        {"name": "redrive_policy", "data_type": "json", "description": "Where messages go that fail too often."},
        {"name": "sqs_managed_sse_enabled", "data_type": "bool"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "visibility_timeout", "data_type": "int64", "description": "In seconds."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
