extension Catalogue {
  static let gcp = [
    "gcp.compute_instance": #"""
    {
      "name": "gcp.compute_instance", "title": "Compute Engine Instance",
      "description": "A virtual machine.",
      "account_field": "project_id", "key_template": "gcp:{resource_name}", "tag_field": "labels",
      "kinds": ["compute.googleapis.com/Instance"],
      "identifier": {"field": "resource_name", "names": ["self_link", "id"], "form": "//compute.googleapis.com/projects/{project_id}/zones/{zone_id}/instances/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "ancestors", "data_type": "array<string>"},
        {"name": "can_ip_forward", "data_type": "bool"}, {"name": "cpu_platform", "data_type": "string"},
        {"name": "creation_timestamp", "data_type": "timestamp"},
        {"name": "datadog_display_name", "data_type": "string"},
        {"name": "deletion_protection", "data_type": "bool", "indexed": true},
        {"name": "description", "data_type": "string"}, {"name": "disks", "data_type": "json"},
        {"name": "fingerprint", "data_type": "string"}, {"name": "id", "data_type": "string"},
        {"name": "kind", "data_type": "string", "indexed": true},
        {"name": "labels", "data_type": "array<string>", "description": "As key:value."},
        {"name": "last_start_timestamp", "data_type": "timestamp"},
        {"name": "machine_type", "data_type": "string", "indexed": true},
        {"name": "metadata", "data_type": "json"}, {"name": "name", "data_type": "string"},
        {"name": "network_interfaces", "data_type": "json"},
        {"name": "network_tags", "data_type": "json", "description": "What firewall rules go by; the provider calls them tags.", "paths": ["google:tags.items", "terraform:tags", "network_tags"]},
        {"name": "organization_id", "data_type": "string"}, {"name": "parent", "data_type": "string"},
        {"name": "project_id", "data_type": "string", "description": "The project that owns it.", "paths": ["terraform:project"]},
        {"name": "project_number", "data_type": "string"},
        {"name": "region_id", "data_type": "string", "indexed": true},
        {"name": "resource_name", "data_type": "string", "description": "Its full name: //service/projects/…"},
        {"name": "scheduling", "data_type": "json"}, {"name": "self_link", "data_type": "string"},
        {"name": "service_accounts", "data_type": "json"},
        {"name": "shielded_instance_config", "data_type": "json"},
        {"name": "status", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "zone", "data_type": "string", "indexed": true},
        {"name": "zone_id", "data_type": "string"}
      ]
    }
    """#,
    "gcp.iam_service_account": #"""
    {
      "name": "gcp.iam_service_account", "title": "Service Account",
      "description": "Who a program is.",
      "account_field": "project_id", "key_template": "gcp:{email}", "tag_field": "labels",
      "kinds": ["iam.googleapis.com/ServiceAccount", "google_service_account"],
      "identifier": {"field": "resource_name", "names": ["name", "id"], "form": "//iam.googleapis.com/projects/{project_id}/serviceAccounts/{email}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "ancestors", "data_type": "array<string>"},
        {"name": "datadog_display_name", "data_type": "string"},
        {"name": "description", "data_type": "string"}, {"name": "disabled", "data_type": "bool"},
        {"name": "display_name", "data_type": "string"}, {"name": "email", "data_type": "string"},
        {"name": "etag", "data_type": "string"},
        {"name": "labels", "data_type": "array<string>", "description": "As key:value."},
        {"name": "name", "data_type": "string"}, {"name": "oauth2_client_id", "data_type": "string"},
        {"name": "organization_id", "data_type": "string"}, {"name": "parent", "data_type": "string"},
        {"name": "project_id", "data_type": "string", "description": "The project that owns it.", "paths": ["terraform:project"]},
        {"name": "project_number", "data_type": "string"},
        {"name": "region_id", "data_type": "string", "indexed": true},
        {"name": "resource_name", "data_type": "string", "description": "Its full name: //service/projects/…"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "unique_id", "data_type": "string"},
        {"name": "zone_id", "data_type": "string"}
      ]
    }
    """#,
    "gcp.netapp_snapshot": #"""
    {
      "name": "gcp.netapp_snapshot", "title": "NetApp Snapshot",
      "description": "A volume as it was at one time.",
      "account_field": "project_id", "key_template": "gcp:{name}", "tag_field": "labels",
      "kinds": ["netapp.googleapis.com/Snapshot", "google_netapp_volume_snapshot"],
      "identifier": {"field": "resource_name", "names": ["name", "id"], "form": "//netapp.googleapis.com/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "ancestors", "data_type": "array<string>"},
        {"name": "create_time", "data_type": "timestamp"},
        {"name": "datadog_display_name", "data_type": "string"},
        {"name": "description", "data_type": "string"},
        {"name": "labels", "data_type": "array<string>", "description": "As key:value."},
        {"name": "name", "data_type": "string"}, {"name": "organization_id", "data_type": "string"},
        {"name": "parent", "data_type": "string"},
        {"name": "project_id", "data_type": "string", "description": "The project that owns it.", "paths": ["terraform:project"]},
        {"name": "project_number", "data_type": "string"},
        {"name": "region_id", "data_type": "string", "indexed": true},
        {"name": "resource_name", "data_type": "string", "description": "Its full name: //service/projects/…"},
        {"name": "state", "data_type": "string", "indexed": true},
        {"name": "state_details", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "used_bytes", "data_type": "float64"}, {"name": "zone_id", "data_type": "string"}
      ]
    }
    """#,
    "gcp.storage_bucket": #"""
    {
      "name": "gcp.storage_bucket", "title": "Storage Bucket",
      "description": "A container of objects, with a name that is unique in the world.",
      "account_field": "project_id", "key_template": "gcp:storage:{name}", "region_field": "location", "tag_field": "labels",
      "kinds": ["storage.googleapis.com/Bucket"],
      "identifier": {"field": "resource_name", "names": ["self_link"], "form": "//storage.googleapis.com/{name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "ancestors", "data_type": "array<string>"},
        {"name": "datadog_display_name", "data_type": "string"},
        {"name": "default_event_based_hold", "data_type": "bool"},
        {"name": "encryption", "data_type": "json"}, {"name": "etag", "data_type": "string"},
        {"name": "iam_configuration", "data_type": "json", "description": "Whether it can be made public."},
        {"name": "id", "data_type": "string"},
        {"name": "labels", "data_type": "array<string>", "description": "As key:value."},
        {"name": "lifecycle", "data_type": "json"},
        {"name": "location", "data_type": "string", "indexed": true},
        {"name": "location_type", "data_type": "string"}, {"name": "logging", "data_type": "json"},
        {"name": "name", "data_type": "string"}, {"name": "organization_id", "data_type": "string"},
        {"name": "parent", "data_type": "string"},
        {"name": "project_id", "data_type": "string", "description": "The project that owns it.", "paths": ["terraform:project"]},
        {"name": "project_number", "data_type": "string"},
        {"name": "region_id", "data_type": "string", "indexed": true},
        {"name": "resource_name", "data_type": "string", "description": "Its full name: //service/projects/…"},
        {"name": "retention_policy", "data_type": "json"}, {"name": "self_link", "data_type": "string"},
        {"name": "storage_class", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "time_created", "data_type": "timestamp"},
        {"name": "updated", "data_type": "timestamp"}, {"name": "versioning", "data_type": "json"},
        {"name": "website", "data_type": "json"}, {"name": "zone_id", "data_type": "string"}
      ]
    }
    """#,
  ]
}
