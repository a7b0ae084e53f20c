internal import AssetJSON

extension Catalogue {
  package static let kubernetes = [
    "k8s.deployments": #"""
    {
      "name": "k8s.deployments", "title": "Kubernetes Deployments",
      "description": "How many pods of which kind there should be, and are.",
      "key_template": "k8s:{uid}",
      "fields": [
        {"name": "annotations", "data_type": "hstore"},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp"},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go."},
        {"name": "labels", "data_type": "hstore"}, {"name": "name", "data_type": "string"},
        {"name": "namespace", "data_type": "string", "indexed": true},
        {"name": "spec_replicas", "data_type": "int64", "description": "How many there should be."},
        {"name": "spec_strategy", "data_type": "string"},
        {"name": "status_available_replicas", "data_type": "int64"},
        {"name": "status_conditions", "data_type": "json"},
        {"name": "status_ready_replicas", "data_type": "int64"},
        {"name": "status_replicas", "data_type": "int64"},
        {"name": "status_unavailable_replicas", "data_type": "int64"},
        {"name": "status_updated_replicas", "data_type": "int64"},
        {"name": "tags", "data_type": "hstore"}, {"name": "uid", "data_type": "string"}
      ]
    }
    """#,
    "k8s.namespaces": #"""
    {
      "name": "k8s.namespaces", "title": "Kubernetes Namespaces",
      "description": "What keeps names and rights within a cluster apart.",
      "key_template": "k8s:{uid}",
      "fields": [
        {"name": "annotations", "data_type": "hstore"},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp"},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go."},
        {"name": "labels", "data_type": "hstore"}, {"name": "name", "data_type": "string"},
        {"name": "namespace", "data_type": "string", "indexed": true},
        {"name": "spec_finalizers", "data_type": "array<string>"},
        {"name": "status_phase", "data_type": "string", "indexed": true, "description": "Active or Terminating."},
        {"name": "tags", "data_type": "hstore"}, {"name": "uid", "data_type": "string"}
      ]
    }
    """#,
    "k8s.nodes": #"""
    {
      "name": "k8s.nodes", "title": "Kubernetes Nodes",
      "description": "The machines of a cluster.",
      "key_template": "k8s:{uid}",
      "fields": [
        {"name": "annotations", "data_type": "hstore"},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp"},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go."},
        {"name": "labels", "data_type": "hstore"}, {"name": "name", "data_type": "string"},
        {"name": "namespace", "data_type": "string", "indexed": true},
        {"name": "spec_pod_cidr", "data_type": "string", "provider_name": "podCIDR"},
        {"name": "spec_pod_cidrs", "data_type": "array<string>", "provider_name": "podCIDRs"},
        {"name": "spec_provider_id", "data_type": "string", "description": "What the cloud calls the machine."},
        {"name": "spec_taints", "data_type": "json"},
        {"name": "spec_unschedulable", "data_type": "bool", "description": "Whether new pods are kept away."},
        {"name": "status_allocatable", "data_type": "hstore"},
        {"name": "status_capacity", "data_type": "hstore"},
        {"name": "status_conditions", "data_type": "json"},
        {"name": "status_images", "data_type": "json"},
        {"name": "status_phase", "data_type": "string", "indexed": true}, {"name": "tags", "data_type": "hstore"},
        {"name": "uid", "data_type": "string"}
      ]
    }
    """#,
    "k8s.pods": #"""
    {
      "name": "k8s.pods", "title": "Kubernetes Pods",
      "description": "Containers that run together on a node.",
      "key_template": "k8s:{uid}",
      "fields": [
        {"name": "annotations", "data_type": "hstore"},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp"},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go."},
        {"name": "labels", "data_type": "hstore"}, {"name": "name", "data_type": "string"},
        {"name": "namespace", "data_type": "string", "indexed": true},
        {"name": "spec_hostname", "data_type": "string"},
        {"name": "spec_node_name", "data_type": "string", "description": "The node that it runs on."},
        {"name": "status_conditions", "data_type": "json"},
        {"name": "status_container_statuses", "data_type": "json"},
        {"name": "status_phase", "data_type": "string", "indexed": true, "description": "Pending, Running, Succeeded, Failed or Unknown."},
        {"name": "tags", "data_type": "hstore"}, {"name": "uid", "data_type": "string"}
      ]
    }
    """#,
    "k8s.services": #"""
    {
      "name": "k8s.services", "title": "Kubernetes Services",
      "description": "One address for many pods.",
      "key_template": "k8s:{uid}",
      "fields": [
        {"name": "annotations", "data_type": "hstore"},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp"},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go."},
        {"name": "labels", "data_type": "hstore"}, {"name": "name", "data_type": "string"},
        {"name": "namespace", "data_type": "string", "indexed": true},
        {"name": "spec_cluster_ip", "data_type": "string", "provider_name": "clusterIP"},
        {"name": "spec_external_ips", "data_type": "array<string>", "provider_name": "externalIPs"},
        {"name": "spec_external_name", "data_type": "string"},
        {"name": "spec_external_traffic_policy", "data_type": "string"},
        {"name": "spec_health_check_node_port", "data_type": "int64"},
        {"name": "spec_load_balancer_ip", "data_type": "string", "provider_name": "loadBalancerIP"},
        {"name": "spec_load_balancer_source_ranges", "data_type": "array<string>"},
        {"name": "spec_ports", "data_type": "json"},
        {"name": "spec_publish_not_ready_addresses", "data_type": "bool"},
        {"name": "spec_selector", "data_type": "json"},
        {"name": "spec_session_affinity", "data_type": "string"},
        {"name": "spec_session_affinity_config", "data_type": "json"},
        {"name": "spec_type", "data_type": "string", "indexed": true, "description": "ClusterIP, NodePort, LoadBalancer or ExternalName."},
        {"name": "tags", "data_type": "hstore"}, {"name": "uid", "data_type": "string"}
      ]
    }
    """#,
  ]
}
