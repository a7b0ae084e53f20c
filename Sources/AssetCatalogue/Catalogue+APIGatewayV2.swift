extension Catalogue {
  static let apiGatewayV2 = [
    "aws.apigatewayv2_api": #"""
    {
      "name": "aws.apigatewayv2_api", "title": "API Gateway V2 API",
      "description": "A WebSocket or HTTP API.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}",
      "kinds": ["AWS::ApiGatewayV2::Api", "apigateway:apis"], "lists": ["Items"],
      "identifier": {"field": "api_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "api_arn", "data_type": "string"},
        {"name": "api_endpoint", "data_type": "string", "description": "Where it is called, without the stage."},
        {"name": "api_gateway_managed", "data_type": "bool", "indexed": true},
        {"name": "api_id", "data_type": "string"},
        {"name": "api_key_selection_expression", "data_type": "string", "description": "Where an API key is read from; WebSocket only."},
        {"name": "cors_configuration", "data_type": "json"},
        {"name": "created_date", "data_type": "timestamp"},
        {"name": "description", "data_type": "string"},
        {"name": "disable_execute_api_endpoint", "data_type": "bool", "description": "Whether it answers at its own domain names only."},
        {"name": "disable_schema_validation", "data_type": "bool"},
        {"name": "import_info", "data_type": "array<string>"}, {"name": "name", "data_type": "string"},
        {"name": "protocol_type", "data_type": "string", "indexed": true, "description": "WEBSOCKET or HTTP."},
        {"name": "route_selection_expression", "data_type": "string", "indexed": true},
        {"name": "tags", "data_type": "hstore"}, {"name": "version", "data_type": "string"},
        {"name": "warnings", "data_type": "array<string>"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_api_mapping": #"""
    {
      "name": "aws.apigatewayv2_api_mapping", "title": "API Gateway V2 API Mapping",
      "description": "Which stage of which API answers under a path of a custom domain.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{domain_name}:{api_mapping_id}",
      "kinds": ["AWS::ApiGatewayV2::ApiMapping", "apigateway:domainnames/apimappings"], "lists": ["Items"],
      "identifier": {"field": "api_mapping_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/domainnames/{domain_name}/apimappings/{api_mapping_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "api_id", "data_type": "string"}, {"name": "api_mapping_arn", "data_type": "string"},
        {"name": "api_mapping_id", "data_type": "string"}, {"name": "stage", "data_type": "string"},
        {"name": "tags", "data_type": "hstore"},
        {"name": "api_mapping_key", "data_type": "string", "description": "The path; empty for the whole domain."},
        {"name": "domain_name", "data_type": "string", "description": "The domain. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_deployment": #"""
    {
      "name": "aws.apigatewayv2_deployment", "title": "API Gateway V2 Deployment",
      "description": "A state of an API that a stage can serve.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{deployment_id}",
      "kinds": ["AWS::ApiGatewayV2::Deployment", "apigateway:apis/deployments"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/deployments/{deployment_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "auto_deployed", "data_type": "bool"},
        {"name": "created_date", "data_type": "timestamp"},
        {"name": "deployment_id", "data_type": "string"},
        {"name": "deployment_status", "data_type": "string", "description": "PENDING, FAILED or DEPLOYED."},
        {"name": "deployment_status_message", "data_type": "string"},
        {"name": "description", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_domain_name": #"""
    {
      "name": "aws.apigatewayv2_domain_name", "title": "API Gateway V2 Domain Name",
      "description": "A custom domain for APIs.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{domain_name}",
      "kinds": ["AWS::ApiGatewayV2::DomainName", "apigateway:domainnames"], "lists": ["Items"],
      "identifier": {"field": "domain_name_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/domainnames/{domain_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "api_mapping_selection_expression", "data_type": "string"},
        {"name": "domain_name", "data_type": "string"},
        {"name": "domain_name_arn", "data_type": "string"},
        {"name": "domain_name_configurations", "data_type": "json", "description": "Certificates, endpoints and TLS policy."},
        {"name": "mutual_tls_authentication", "data_type": "json"},
        {"name": "tags", "data_type": "hstore"}, {"name": "routing_mode", "data_type": "string"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_stage": #"""
    {
      "name": "aws.apigatewayv2_stage", "title": "API Gateway V2 Stage",
      "description": "A named, reachable copy of an API: prod, test.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{stage_name}",
      "kinds": ["AWS::ApiGatewayV2::Stage", "apigateway:apis/stages"], "lists": ["Items"],
      "identifier": {"field": "stage_arn", "names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/stages/{stage_name}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "access_log_settings", "data_type": "json", "description": "Absent where nobody logs who called."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "api_gateway_managed", "data_type": "bool", "indexed": true},
        {"name": "auto_deploy", "data_type": "bool"},
        {"name": "client_certificate_id", "data_type": "string"},
        {"name": "created_date", "data_type": "timestamp"},
        {"name": "default_route_settings", "data_type": "json"},
        {"name": "deployment_id", "data_type": "string"}, {"name": "description", "data_type": "string"},
        {"name": "last_deployment_status_message", "data_type": "string"},
        {"name": "last_updated_date", "data_type": "timestamp"},
        {"name": "route_settings", "data_type": "string", "description": "By route key, as JSON text."},
        {"name": "stage_arn", "data_type": "string"},
        {"name": "stage_name", "data_type": "string", "indexed": true},
        {"name": "stage_variables", "data_type": "hstore"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_vpclink": #"""
    {
      "name": "aws.apigatewayv2_vpclink", "title": "API Gateway V2 VPC Link",
      "description": "How APIs reach what is inside of a VPC.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{vpc_link_id}",
      "kinds": ["AWS::ApiGatewayV2::VpcLink", "apigateway:vpclinks"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/vpclinks/{vpc_link_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "created_date", "data_type": "timestamp"}, {"name": "name", "data_type": "string"},
        {"name": "security_group_ids", "data_type": "array<string>"},
        {"name": "subnet_ids", "data_type": "array<string>"},
        {"name": "tags", "data_type": "hstore_csv"}, {"name": "vpc_link_id", "data_type": "string"},
        {"name": "vpc_link_status", "data_type": "string"},
        {"name": "vpc_link_status_message", "data_type": "string"},
        {"name": "vpc_link_version", "data_type": "string"},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
