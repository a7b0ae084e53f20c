extension Catalogue {
  static let azure = [
    "azure.managed_disk": #"""
    {
      "name": "azure.managed_disk", "title": "Managed Disk",
      "description": "A disk for virtual machines.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "kinds": ["Microsoft.Compute/disks", "azurerm_managed_disk", "azure_compute_disk"],
      "identifier": {"field": "id", "form": "/subscriptions/{subscription_id}/resourceGroups/{resource_group}/providers/Microsoft.Compute/disks/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "bursting_enabled", "data_type": "bool", "paths": ["properties.bursting_enabled"]},
        {"name": "creation_data", "data_type": "json", "description": "Where its content came from.", "paths": ["properties.creation_data"]},
        {"name": "disk_size_gb", "data_type": "int64", "description": "In GiB.", "paths": ["properties.disk_size_gb"]},
        {"name": "disk_state", "data_type": "string", "paths": ["properties.disk_state"]},
        {"name": "encryption", "data_type": "json", "paths": ["properties.encryption"]},
        {"name": "id", "data_type": "string"},
        {"name": "location", "data_type": "string", "indexed": true},
        {"name": "managed_by", "data_type": "string", "description": "The machine that it is attached to."},
        {"name": "name", "data_type": "string"},
        {"name": "network_access_policy", "data_type": "string", "paths": ["properties.network_access_policy"]},
        {"name": "os_type", "data_type": "string", "paths": ["properties.os_type"]},
        {"name": "public_network_access", "data_type": "string", "indexed": true, "paths": ["properties.public_network_access"]},
        {"name": "resource_group", "data_type": "string", "indexed": true, "paths": ["terraform:resource_group_name"]},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"}, {"name": "sku", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "time_created", "data_type": "timestamp", "paths": ["properties.time_created"]},
        {"name": "type", "data_type": "string", "indexed": true},
        {"name": "zones", "data_type": "array<string>"}
      ]
    }
    """#,
    "azure.resource_group": #"""
    {
      "name": "azure.resource_group", "title": "Resource Group",
      "description": "What is managed together.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "kinds": ["Microsoft.Resources/subscriptions/resourceGroups", "Microsoft.Resources/resourceGroups"],
      "identifier": {"field": "id", "form": "/subscriptions/{subscription_id}/resourceGroups/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "id", "data_type": "string"},
        {"name": "location", "data_type": "string", "indexed": true, "description": "Where what is known about it is kept; never changes."},
        {"name": "managed_by", "data_type": "string"}, {"name": "name", "data_type": "string"},
        {"name": "provisioning_state", "data_type": "string", "indexed": true, "paths": ["properties.provisioning_state"]},
        {"name": "resource_group", "data_type": "string", "indexed": true, "paths": ["terraform:resource_group_name"]},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "type", "data_type": "string", "indexed": true}
      ]
    }
    """#,
    "azure.storage_account": #"""
    {
      "name": "azure.storage_account", "title": "Storage Account",
      "description": "A namespace for blobs, files, queues and tables.",
      "account_field": "subscription_id", "key_template": "azure:{id}",
      "kinds": ["Microsoft.Storage/storageAccounts"],
      "identifier": {"field": "id", "form": "/subscriptions/{subscription_id}/resourceGroups/{resource_group}/providers/Microsoft.Storage/storageAccounts/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "access_tier", "data_type": "string", "paths": ["properties.access_tier"]},
        {"name": "allow_blob_public_access", "data_type": "bool", "paths": ["properties.allow_blob_public_access"]},
        {"name": "allow_shared_key_access", "data_type": "bool", "paths": ["properties.allow_shared_key_access"]},
        {"name": "creation_time", "data_type": "timestamp", "paths": ["properties.creation_time"]},
        {"name": "enable_https_traffic_only", "data_type": "bool", "paths": ["properties.enable_https_traffic_only", "properties.supports_https_traffic_only", "supports_https_traffic_only"]},
        {"name": "encryption", "data_type": "json", "paths": ["properties.encryption"]},
        {"name": "id", "data_type": "string"}, {"name": "kind", "data_type": "string", "indexed": true},
        {"name": "location", "data_type": "string", "indexed": true},
        {"name": "minimum_tls_version", "data_type": "string", "paths": ["properties.minimum_tls_version"]},
        {"name": "name", "data_type": "string"},
        {"name": "network_rule_set", "data_type": "json", "paths": ["properties.network_rule_set", "properties.network_acls", "network_acls"]},
        {"name": "primary_endpoints", "data_type": "json", "paths": ["properties.primary_endpoints"]},
        {"name": "provisioning_state", "data_type": "string", "indexed": true, "paths": ["properties.provisioning_state"]},
        {"name": "public_network_access", "data_type": "string", "indexed": true, "paths": ["properties.public_network_access"]},
        {"name": "resource_group", "data_type": "string", "indexed": true, "paths": ["terraform:resource_group_name"]},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"}, {"name": "sku", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "type", "data_type": "string", "indexed": true}
      ]
    }
    """#,
    "azure.subscription": #"""
    {
      "name": "azure.subscription", "title": "Azure Subscription",
      "description": "Who pays for, and owns, resource groups.",
      "account_field": "subscription_id", "key_template": "azure:/subscriptions/{subscription_id}",
      "kinds": ["Microsoft.Resources/subscriptions"],
      "identifier": {"field": "id", "form": "/subscriptions/{subscription_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "authorization_source", "data_type": "string"}, {"name": "id", "data_type": "string"},
        {"name": "location", "data_type": "string", "indexed": true},
        {"name": "managed_by_tenants", "data_type": "json"},
        {"name": "resource_group", "data_type": "string", "indexed": true, "paths": ["terraform:resource_group_name"]},
        {"name": "state", "data_type": "string", "indexed": true, "description": "Enabled, Warned, PastDue, Disabled or Deleted."},
        {"name": "subscription_id", "data_type": "string"},
        {"name": "subscription_name", "data_type": "string", "provider_name": "displayName", "paths": ["name", "terraform:subscription_name"]},
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
      "kinds": ["Microsoft.Compute/virtualMachines", "azurerm_virtual_machine", "azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azure_compute_virtual_machine"],
      "identifier": {"field": "id", "form": "/subscriptions/{subscription_id}/resourceGroups/{resource_group}/providers/Microsoft.Compute/virtualMachines/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "diagnostics_profile", "data_type": "json", "paths": ["properties.diagnostics_profile"]},
        {"name": "hardware_profile", "data_type": "json", "description": "Its size.", "paths": ["properties.hardware_profile"]},
        {"name": "id", "data_type": "string"}, {"name": "identity", "data_type": "json"},
        {"name": "license_type", "data_type": "string", "paths": ["properties.license_type"]},
        {"name": "location", "data_type": "string", "indexed": true},
        {"name": "name", "data_type": "string"},
        {"name": "network_profile", "data_type": "json", "paths": ["properties.network_profile"]},
        {"name": "os_profile", "data_type": "json", "paths": ["properties.os_profile"]},
        {"name": "provisioning_state", "data_type": "string", "indexed": true, "paths": ["properties.provisioning_state"]},
        {"name": "resource_group", "data_type": "string", "indexed": true, "paths": ["terraform:resource_group_name"]},
        {"name": "subscription_id", "data_type": "string", "description": "The subscription that owns it."},
        {"name": "subscription_name", "data_type": "string"},
        {"name": "security_profile", "data_type": "json", "paths": ["properties.security_profile"]},
        {"name": "storage_profile", "data_type": "json", "paths": ["properties.storage_profile"]},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "time_created", "data_type": "timestamp", "paths": ["properties.time_created"]},
        {"name": "type", "data_type": "string", "indexed": true},
        {"name": "vm_id", "data_type": "string", "paths": ["properties.vm_id"]},
        {"name": "zones", "data_type": "array<string>"}
      ]
    }
    """#,
  ]
}
