internal import AssetJSON

extension Catalogue {
  package static let azure = [
    "azure.managed_disk": #"""
    {
      "name": "azure.managed_disk", "title": "Managed Disk",
      "description": "A disk for virtual machines.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "bursting_enabled", "data_type": "bool"},
        {"name": "creation_data", "data_type": "json", "description": "Where its content came from."},
        {"name": "disk_size_gb", "data_type": "int64", "description": "In GiB."},
        {"name": "disk_state", "data_type": "string"},
        {"name": "encryption", "data_type": "json"}, {"name": "id", "data_type": "string"},
        {"name": "location", "data_type": "string", "indexed": true},
        {"name": "managed_by", "data_type": "string", "description": "The machine that it is attached to."},
        {"name": "name", "data_type": "string"},
        {"name": "network_access_policy", "data_type": "string"},
        {"name": "os_type", "data_type": "string"},
        {"name": "public_network_access", "data_type": "string", "indexed": true},
        {"name": "resource_group", "data_type": "string", "indexed": true},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"},
        {"name": "sku", "data_type": "json"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "time_created", "data_type": "timestamp"},
        {"name": "type", "data_type": "string", "indexed": true}, {"name": "zones", "data_type": "array<string>"}
      ]
    }
    """#,
    "azure.resource_group": #"""
    {
      "name": "azure.resource_group", "title": "Resource Group",
      "description": "What is managed together.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "id", "data_type": "string"},
        {"name": "location", "data_type": "string", "indexed": true, "description": "Where what is known about it is kept; never changes."},
        {"name": "managed_by", "data_type": "string"}, {"name": "name", "data_type": "string"},
        {"name": "provisioning_state", "data_type": "string", "indexed": true},
        {"name": "resource_group", "data_type": "string", "indexed": true},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "type", "data_type": "string", "indexed": true}
      ]
    }
    """#,
    "azure.storage_account": #"""
    {
      "name": "azure.storage_account", "title": "Storage Account",
      "description": "A namespace for blobs, files, queues and tables.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "access_tier", "data_type": "string"},
        {"name": "allow_blob_public_access", "data_type": "bool"},
        {"name": "allow_shared_key_access", "data_type": "bool"},
        {"name": "creation_time", "data_type": "timestamp"},
        {"name": "enable_https_traffic_only", "data_type": "bool"},
        {"name": "encryption", "data_type": "json"}, {"name": "id", "data_type": "string"},
        {"name": "kind", "data_type": "string", "indexed": true}, {"name": "location", "data_type": "string", "indexed": true},
        {"name": "minimum_tls_version", "data_type": "string"},
        {"name": "name", "data_type": "string"},
        {"name": "network_rule_set", "data_type": "json"},
        {"name": "primary_endpoints", "data_type": "json"},
        {"name": "provisioning_state", "data_type": "string", "indexed": true},
        {"name": "public_network_access", "data_type": "string", "indexed": true},
        {"name": "resource_group", "data_type": "string", "indexed": true},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"},
        {"name": "sku", "data_type": "json"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "type", "data_type": "string", "indexed": true}
      ]
    }
    """#,
    "azure.subscription": #"""
    {
      "name": "azure.subscription", "title": "Azure Subscription",
      "description": "Who pays for, and owns, resource groups.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "authorization_source", "data_type": "string"},
        {"name": "id", "data_type": "string"}, {"name": "location", "data_type": "string", "indexed": true},
        {"name": "managed_by_tenants", "data_type": "json"},
        {"name": "resource_group", "data_type": "string", "indexed": true},
        {"name": "state", "data_type": "string", "indexed": true, "description": "Enabled, Warned, PastDue, Disabled or Deleted."},
        {"name": "subscription_id", "data_type": "string"},
        {"name": "subscription_name", "data_type": "string", "provider_name": "displayName"},
        {"name": "subscription_policies", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "tenant_id", "data_type": "string"}
      ]
    }
    """#,
    "azure.virtual_machine_instance": #"""
    {
      "name": "azure.virtual_machine_instance", "title": "Virtual Machine",
      "description": "A virtual machine.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "diagnostics_profile", "data_type": "json"},
        {"name": "hardware_profile", "data_type": "json", "description": "Its size."},
        {"name": "id", "data_type": "string"}, {"name": "identity", "data_type": "json"},
        {"name": "license_type", "data_type": "string"},
        {"name": "location", "data_type": "string", "indexed": true}, {"name": "name", "data_type": "string"},
        {"name": "network_profile", "data_type": "json"},
        {"name": "os_profile", "data_type": "json"},
        {"name": "provisioning_state", "data_type": "string", "indexed": true},
        {"name": "resource_group", "data_type": "string", "indexed": true},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"},
        {"name": "security_profile", "data_type": "json"},
        {"name": "storage_profile", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "time_created", "data_type": "timestamp"},
        {"name": "type", "data_type": "string", "indexed": true}, {"name": "vm_id", "data_type": "string"},
        {"name": "zones", "data_type": "array<string>"}
      ]
    }
    """#,
  ]
}
