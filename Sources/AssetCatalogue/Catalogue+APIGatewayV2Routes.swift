extension Catalogue {
  static let apiGatewayV2Routes = [
    "aws.apigatewayv2_authorizer": #"""
    {
      "name": "aws.apigatewayv2_authorizer", "title": "API Gateway V2 Authorizer",
      "description": "Who decides which callers of an API may pass.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{authorizer_id}",
      "kinds": ["AWS::ApiGatewayV2::Authorizer", "apigateway:apis/authorizers"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/authorizers/{authorizer_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "authorizer_credentials_arn", "data_type": "string"},
        {"name": "authorizer_id", "data_type": "string"},
        {"name": "authorizer_payload_format_version", "data_type": "string"},
        {"name": "authorizer_result_ttl_in_seconds", "data_type": "int64", "description": "How long a decision is remembered; 0 for not at all."},
        {"name": "authorizer_type", "data_type": "string", "description": "REQUEST (a Lambda function) or JWT."},
        {"name": "authorizer_uri", "data_type": "string"},
        {"name": "enable_simple_responses", "data_type": "bool"},
        {"name": "identity_source", "data_type": "array<string>", "description": "Where the caller's credentials are read from."},
        {"name": "identity_validation_expression", "data_type": "string"},
        {"name": "jwt_configuration", "data_type": "json", "description": "Issuer and audiences."},
        {"name": "name", "data_type": "string"}, {"name": "tags", "data_type": "hstore_csv"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_integration": #"""
    {
      "name": "aws.apigatewayv2_integration", "title": "API Gateway V2 Integration",
      "description": "The backend that a route of an API hands its requests to.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{integration_id}",
      "kinds": ["AWS::ApiGatewayV2::Integration", "apigateway:apis/integrations"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/integrations/{integration_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "api_gateway_managed", "data_type": "bool", "indexed": true},
        {"name": "connection_id", "data_type": "string", "description": "The VPC link, where it is private."},
        {"name": "connection_type", "data_type": "string", "indexed": true, "description": "INTERNET or VPC_LINK."},
        {"name": "content_handling_strategy", "data_type": "string", "indexed": true},
        {"name": "credentials_arn", "data_type": "string"},
        {"name": "description", "data_type": "string"},
        {"name": "integration_id", "data_type": "string"},
        {"name": "integration_method", "data_type": "string"},
        {"name": "integration_response_selection_expression", "data_type": "string"},
        {"name": "integration_subtype", "data_type": "string"},
        {"name": "integration_type", "data_type": "string", "indexed": true, "description": "AWS, AWS_PROXY, HTTP, HTTP_PROXY or MOCK."},
        {"name": "integration_uri", "data_type": "string"},
        {"name": "passthrough_behavior", "data_type": "string"},
        {"name": "payload_format_version", "data_type": "string"},
        {"name": "request_parameters", "data_type": "hstore"},
        {"name": "request_templates", "data_type": "hstore"},
        {"name": "response_parameters", "data_type": "json", "description": "By status code: what is appended, overwritten, removed. HTTP only."},
        {"name": "template_selection_expression", "data_type": "string"},
        {"name": "timeout_in_millis", "data_type": "int64"}, {"name": "tls_config", "data_type": "json"},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_model": #"""
    {
      "name": "aws.apigatewayv2_model", "title": "API Gateway V2 Model",
      "description": "A JSON schema for what a WebSocket API is sent or sends.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{model_id}",
      "kinds": ["AWS::ApiGatewayV2::Model", "apigateway:apis/models"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/models/{model_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "content_type", "data_type": "string"}, {"name": "description", "data_type": "string"},
        {"name": "model_id", "data_type": "string"}, {"name": "name", "data_type": "string"},
        {"name": "schema", "data_type": "string", "description": "As JSON text."},
        {"name": "tags", "data_type": "hstore"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_route": #"""
    {
      "name": "aws.apigatewayv2_route", "title": "API Gateway V2 Route",
      "description": "Which requests to an API go to which integration, and who may send them.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{route_id}",
      "kinds": ["AWS::ApiGatewayV2::Route", "apigateway:apis/routes"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/routes/{route_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "api_gateway_managed", "data_type": "bool", "indexed": true},
        {"name": "api_key_required", "data_type": "bool"},
        {"name": "authorization_scopes", "data_type": "array<string>"},
        {"name": "authorization_type", "data_type": "string", "description": "NONE, AWS_IAM, CUSTOM or JWT."},
        {"name": "authorizer_id", "data_type": "string"},
        {"name": "model_selection_expression", "data_type": "string"},
        {"name": "operation_name", "data_type": "string"},
        {"name": "request_models", "data_type": "hstore"},
        {"name": "request_parameters", "data_type": "json"}, {"name": "route_id", "data_type": "string"},
        {"name": "route_key", "data_type": "string", "description": "GET /pets, $connect, $default."},
        {"name": "route_response_selection_expression", "data_type": "string"},
        {"name": "target", "data_type": "string", "description": "integrations/ and the integration's id."},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
    "aws.apigatewayv2_routeresponse": #"""
    {
      "name": "aws.apigatewayv2_routeresponse", "title": "API Gateway V2 Route Response",
      "description": "That a route of a WebSocket API answers, and with what.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{route_id}:{route_response_id}",
      "kinds": ["AWS::ApiGatewayV2::RouteResponse", "apigateway:apis/routes/routeresponses"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/routes/{route_id}/routeresponses/{route_response_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "model_selection_expression", "data_type": "string"},
        {"name": "response_models", "data_type": "hstore"},
        {"name": "response_parameters", "data_type": "string", "description": "Which are required, as JSON text."},
        {"name": "route_response_id", "data_type": "string", "description": "Unique within its route only."},
        {"name": "tags", "data_type": "hstore_csv"},
        {"name": "route_response_key", "data_type": "string"},
        {"name": "api_id", "data_type": "string", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "route_id", "data_type": "string", "description": "The route. Exports leave it out, as they do the API."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#,
  ]
}
