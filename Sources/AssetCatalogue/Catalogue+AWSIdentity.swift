extension Catalogue {
  static let awsIdentity = [
    "aws.iam_role": #"""
    {
      "name": "aws.iam_role", "title": "IAM Role",
      "description": "What services and people may become, with the rights that it has.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "kinds": ["AWS::IAM::Role", "iam:role"], "lists": ["Roles", "Role", "RoleDetailList"],
      "identifier": {"field": "arn", "names": ["resource_arn"], "form": "arn:aws:iam::{account_id}:role/{role_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "arn", "data_type": "string"},
        {"name": "assume_role_policy_document", "data_type": "json", "description": "Who may become it."},
        {"name": "attached_policies", "data_type": "json", "provider_name": "AttachedManagedPolicies"},
        {"name": "create_date", "data_type": "timestamp"},
        {"name": "description", "data_type": "string"},
        {"name": "max_session_duration", "data_type": "int64", "description": "In seconds."},
        {"name": "path", "data_type": "string"}, {"name": "permissions_boundary", "data_type": "json"},
        {"name": "role_id", "data_type": "string"}, {"name": "role_last_used", "data_type": "json"},
        {"name": "role_name", "data_type": "string", "paths": ["name"]},
        {"name": "tags", "data_type": "hstore_csv"}
      ]
    }
    """#,
    "aws.iam_user": #"""
    {
      "name": "aws.iam_user", "title": "IAM User",
      "description": "A person or program with keys of its own.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "kinds": ["AWS::IAM::User", "iam:user"], "lists": ["Users", "User", "UserDetailList"],
      "identifier": {"field": "arn", "names": ["resource_arn"], "form": "arn:aws:iam::{account_id}:user/{user_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "arn", "data_type": "string"},
        {"name": "attached_policies", "data_type": "json", "provider_name": "AttachedManagedPolicies"},
        {"name": "create_date", "data_type": "timestamp"},
        {"name": "groups", "data_type": "json", "provider_name": "GroupList"},
        {"name": "password_last_used", "data_type": "timestamp"},
        {"name": "path", "data_type": "string"}, {"name": "permissions_boundary", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "user_id", "data_type": "string"},
        {"name": "user_name", "data_type": "string", "paths": ["name"]}
      ]
    }
    """#,
    "aws.kms_key": #"""
    {
      "name": "aws.kms_key", "title": "KMS Key",
      "description": "A key that encrypts data or keys.",
      "account_field": "account_id", "key_template": "aws:{arn}",
      "kinds": ["AWS::KMS::Key", "kms:key"], "lists": ["Keys", "KeyMetadata"],
      "identifier": {"field": "arn", "names": ["key_arn", "resource_arn"], "form": "arn:aws:kms:{region}:{account_id}:key/{key_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "provider_name": "AWSAccountId", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "arn", "data_type": "string"}, {"name": "creation_date", "data_type": "timestamp"},
        {"name": "deletion_date", "data_type": "timestamp"},
        {"name": "description", "data_type": "string"}, {"name": "enabled", "data_type": "bool"},
        {"name": "key_id", "data_type": "string"},
        {"name": "key_manager", "data_type": "string", "description": "AWS or CUSTOMER."},
        {"name": "key_spec", "data_type": "string"}, {"name": "key_state", "data_type": "string"},
        {"name": "key_usage", "data_type": "string"}, {"name": "multi_region", "data_type": "bool"},
        {"name": "origin", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
