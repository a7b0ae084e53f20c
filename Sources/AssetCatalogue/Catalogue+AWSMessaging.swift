extension Catalogue {
  static let awsMessaging = [
    "aws.sns_topic": #"""
    {
      "name": "aws.sns_topic", "title": "SNS Topic",
      "description": "A channel that sends messages to its subscribers.",
      "account_field": "account_id", "key_template": "aws:{topic_arn}",
      "kinds": ["AWS::SNS::Topic", "sns:topic"], "lists": ["Topics"],
      "identifier": {"field": "topic_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:sns:{region}:{account_id}:{topic_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "display_name", "data_type": "string"},
        {"name": "kms_master_key_id", "data_type": "string"}, {"name": "owner", "data_type": "string"},
        {"name": "policy", "data_type": "json"},
        {"name": "subscriptions_confirmed", "data_type": "int64"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "topic_arn", "data_type": "string"},
        {"name": "topic_name", "data_type": "string", "paths": ["terraform:name"]},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.sqs_queue": #"""
    {
      "name": "aws.sqs_queue", "title": "SQS Queue",
      "description": "A queue of messages.",
      "account_field": "account_id", "key_template": "aws:{queue_arn}",
      "kinds": ["AWS::SQS::Queue", "sqs:queue"], "lists": ["Queues"],
      "identifier": {"field": "queue_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:sqs:{region}:{account_id}:{queue_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "created_timestamp", "data_type": "timestamp"},
        {"name": "fifo_queue", "data_type": "bool"},
        {"name": "kms_master_key_id", "data_type": "string"},
        {"name": "last_modified_timestamp", "data_type": "timestamp"},
        {"name": "message_retention_period", "data_type": "int64", "description": "In seconds."},
        {"name": "policy", "data_type": "json"}, {"name": "queue_arn", "data_type": "string"},
        {"name": "queue_name", "data_type": "string", "paths": ["terraform:name"]},
        {"name": "queue_url", "data_type": "string", "paths": ["url"]},
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
