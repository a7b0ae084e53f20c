extension Catalogue {
  static let kubernetes = [
    "k8s.deployments": #"""
    {
      "name": "k8s.deployments", "title": "Kubernetes Deployments",
      "description": "How many pods of which kind there should be, and are.",
      "key_template": "k8s:{uid}", "tag_field": "labels",
      "kinds": ["apps/v1 Deployment"],
      "fields": [
        {"name": "annotations", "data_type": "hstore", "paths": ["metadata.annotations"]},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp", "paths": ["metadata.creation_timestamp"]},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go.", "paths": ["metadata.deletion_timestamp"]},
        {"name": "labels", "data_type": "hstore", "paths": ["metadata.labels"]},
        {"name": "name", "data_type": "string", "paths": ["metadata.name"]},
        {"name": "namespace", "data_type": "string", "indexed": true, "paths": ["metadata.namespace"]},
        {"name": "spec_replicas", "data_type": "int64", "description": "How many there should be.", "paths": ["spec.replicas"]},
        {"name": "spec_strategy", "data_type": "string", "paths": ["spec.strategy.type"]},
        {"name": "status_available_replicas", "data_type": "int64", "paths": ["status.available_replicas"]},
        {"name": "status_conditions", "data_type": "json", "paths": ["status.conditions"]},
        {"name": "status_ready_replicas", "data_type": "int64", "paths": ["status.ready_replicas"]},
        {"name": "status_replicas", "data_type": "int64", "paths": ["status.replicas"]},
        {"name": "status_unavailable_replicas", "data_type": "int64", "paths": ["status.unavailable_replicas"]},
        {"name": "status_updated_replicas", "data_type": "int64", "paths": ["status.updated_replicas"]},
        {"name": "tags", "data_type": "hstore"},
        {"name": "uid", "data_type": "string", "paths": ["metadata.uid"]}
      ]
    }
    """#,
    "k8s.namespaces": #"""
    {
      "name": "k8s.namespaces", "title": "Kubernetes Namespaces",
      "description": "What keeps names and rights within a cluster apart.",
      "key_template": "k8s:{uid}", "tag_field": "labels",
      "kinds": ["v1 Namespace"],
      "fields": [
        {"name": "annotations", "data_type": "hstore", "paths": ["metadata.annotations"]},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp", "paths": ["metadata.creation_timestamp"]},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go.", "paths": ["metadata.deletion_timestamp"]},
        {"name": "labels", "data_type": "hstore", "paths": ["metadata.labels"]},
        {"name": "name", "data_type": "string", "paths": ["metadata.name"]},
        {"name": "namespace", "data_type": "string", "indexed": true, "paths": ["metadata.namespace"]},
        {"name": "spec_finalizers", "data_type": "array<string>", "paths": ["spec.finalizers"]},
        {"name": "status_phase", "data_type": "string", "indexed": true, "description": "Active or Terminating.", "paths": ["status.phase"]},
        {"name": "tags", "data_type": "hstore"},
        {"name": "uid", "data_type": "string", "paths": ["metadata.uid"]}
      ]
    }
    """#,
    "k8s.nodes": #"""
    {
      "name": "k8s.nodes", "title": "Kubernetes Nodes",
      "description": "The machines of a cluster.",
      "key_template": "k8s:{uid}", "tag_field": "labels",
      "kinds": ["v1 Node"],
      "fields": [
        {"name": "annotations", "data_type": "hstore", "paths": ["metadata.annotations"]},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp", "paths": ["metadata.creation_timestamp"]},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go.", "paths": ["metadata.deletion_timestamp"]},
        {"name": "labels", "data_type": "hstore", "paths": ["metadata.labels"]},
        {"name": "name", "data_type": "string", "paths": ["metadata.name"]},
        {"name": "namespace", "data_type": "string", "indexed": true, "paths": ["metadata.namespace"]},
        {"name": "spec_pod_cidr", "data_type": "string", "paths": ["spec.pod_cidr"]},
        {"name": "spec_pod_cidrs", "data_type": "array<string>", "paths": ["spec.pod_cidrs"]},
        {"name": "spec_provider_id", "data_type": "string", "description": "What the cloud calls the machine.", "paths": ["spec.provider_id"]},
        {"name": "spec_taints", "data_type": "json", "paths": ["spec.taints"]},
        {"name": "spec_unschedulable", "data_type": "bool", "description": "Whether new pods are kept away.", "paths": ["spec.unschedulable"]},
        {"name": "status_allocatable", "data_type": "hstore", "paths": ["status.allocatable"]},
        {"name": "status_capacity", "data_type": "hstore", "paths": ["status.capacity"]},
        {"name": "status_conditions", "data_type": "json", "paths": ["status.conditions"]},
        {"name": "status_images", "data_type": "json", "paths": ["status.images"]},
        {"name": "status_phase", "data_type": "string", "indexed": true, "paths": ["status.phase"]},
        {"name": "tags", "data_type": "hstore"},
        {"name": "uid", "data_type": "string", "paths": ["metadata.uid"]}
      ]
    }
    """#,
    "k8s.pods": #"""
    {
      "name": "k8s.pods", "title": "Kubernetes Pods",
      "description": "Containers that run together on a node.",
      "key_template": "k8s:{uid}", "tag_field": "labels",
      "kinds": ["v1 Pod"],
      "fields": [
        {"name": "annotations", "data_type": "hstore", "paths": ["metadata.annotations"]},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp", "paths": ["metadata.creation_timestamp"]},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go.", "paths": ["metadata.deletion_timestamp"]},
        {"name": "labels", "data_type": "hstore", "paths": ["metadata.labels"]},
        {"name": "name", "data_type": "string", "paths": ["metadata.name"]},
        {"name": "namespace", "data_type": "string", "indexed": true, "paths": ["metadata.namespace"]},
        {"name": "spec_hostname", "data_type": "string", "paths": ["spec.hostname"]},
        {"name": "spec_node_name", "data_type": "string", "description": "The node that it runs on.", "paths": ["spec.node_name"]},
        {"name": "status_conditions", "data_type": "json", "paths": ["status.conditions"]},
        {"name": "status_container_statuses", "data_type": "json", "paths": ["status.container_statuses"]},
        {"name": "status_phase", "data_type": "string", "indexed": true, "description": "Pending, Running, Succeeded, Failed or Unknown.", "paths": ["status.phase"]},
        {"name": "tags", "data_type": "hstore"},
        {"name": "uid", "data_type": "string", "paths": ["metadata.uid"]}
      ]
    }
    """#,
    "k8s.services": #"""
    {
      "name": "k8s.services", "title": "Kubernetes Services",
      "description": "One address for many pods.",
      "key_template": "k8s:{uid}", "tag_field": "labels",
      "kinds": ["v1 Service"],
      "fields": [
        {"name": "annotations", "data_type": "hstore", "paths": ["metadata.annotations"]},
        {"name": "cluster_name", "data_type": "string", "indexed": true},
        {"name": "creation_timestamp", "data_type": "timestamp", "paths": ["metadata.creation_timestamp"]},
        {"name": "deletion_timestamp", "data_type": "timestamp", "description": "When it was asked to go.", "paths": ["metadata.deletion_timestamp"]},
        {"name": "labels", "data_type": "hstore", "paths": ["metadata.labels"]},
        {"name": "name", "data_type": "string", "paths": ["metadata.name"]},
        {"name": "namespace", "data_type": "string", "indexed": true, "paths": ["metadata.namespace"]},
        {"name": "spec_cluster_ip", "data_type": "string", "paths": ["spec.cluster_ip"]},
        {"name": "spec_external_ips", "data_type": "array<string>", "paths": ["spec.external_ips"]},
        {"name": "spec_external_name", "data_type": "string", "paths": ["spec.external_name"]},
        {"name": "spec_external_traffic_policy", "data_type": "string", "paths": ["spec.external_traffic_policy"]},
        {"name": "spec_health_check_node_port", "data_type": "int64", "paths": ["spec.health_check_node_port"]},
        {"name": "spec_load_balancer_ip", "data_type": "string", "paths": ["spec.load_balancer_ip"]},
        {"name": "spec_load_balancer_source_ranges", "data_type": "array<string>", "paths": ["spec.load_balancer_source_ranges"]},
        {"name": "spec_ports", "data_type": "json", "paths": ["spec.ports"]},
        {"name": "spec_publish_not_ready_addresses", "data_type": "bool", "paths": ["spec.publish_not_ready_addresses"]},
        {"name": "spec_selector", "data_type": "json", "paths": ["spec.selector"]},
        {"name": "spec_session_affinity", "data_type": "string", "paths": ["spec.session_affinity"]},
        {"name": "spec_session_affinity_config", "data_type": "json", "paths": ["spec.session_affinity_config"]},
        {"name": "spec_type", "data_type": "string", "indexed": true, "description": "ClusterIP, NodePort, LoadBalancer or ExternalName.", "paths": ["spec.type"]},
        {"name": "tags", "data_type": "hstore"},
        {"name": "uid", "data_type": "string", "paths": ["metadata.uid"]}
      ]
    }
    """#,
  ]
}
