extension Catalogue {
  static let integrationResponse = [
    "aws.apigatewayv2_integrationresponse": #"""
    {
      "name": "aws.apigatewayv2_integrationresponse", "title": "API Gateway V2 Integration Response",
      "description": "How a WebSocket API turns what its backend answers into what the client gets: header mappings, templates and content conversion for one selection key of an integration.",
      "account_field": "account_id", "key_template": "aws:{account_id}:{region}:{api_id}:{integration_id}:{integration_response_id}",
      "kinds": ["AWS::ApiGatewayV2::IntegrationResponse", "apigateway:apis/integrations/integrationresponses", "apigateway:apis/integrationresponses", "aws_apigatewayv2_api_integration_responses"], "lists": ["Items"],
      "identifier": {"names": ["arn", "resource_arn"], "form": "arn:aws:apigateway:{region}::/apis/{api_id}/integrations/{integration_id}/integrationresponses/{integration_response_id}"},
      "fields": [
        {"name": "_key", "data_type": "string", "description": "What tells one asset of the type from another."},
        {"name": "account_id", "data_type": "string", "description": "The AWS account, twelve digits.", "rules": [{"pattern": "[0-9]{12}", "source": "AWS account identifiers"}]},
        {"name": "content_handling_strategy", "data_type": "string", "indexed": true, "provider_name": "ContentHandlingStrategy", "description": "Whether the payload is converted between Base64 text and binary on its way to the client; passed through unchanged where absent.", "rules": [{"one_of": ["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"], "source": "apigatewayv2 ContentHandlingStrategy"}]},
        {"name": "integration_response_id", "data_type": "string", "provider_name": "IntegrationResponseId", "description": "Unique within its integration only."},
        {"name": "response_parameters", "data_type": "hstore", "provider_name": "ResponseParameters", "description": "Header mappings: a response header of the method to a static value in single quotes, a header or a part of the body of the backend's response, a stage variable or a context variable.", "rules": [{"key_pattern": "method\\.response\\.header\\.[A-Za-z0-9._$-]+", "source": "apigatewayv2 ResponseParameters"}, {"value_pattern": "'.*'|integration\\.response\\.(header|multivalueheader)\\.[A-Za-z0-9._$-]+|integration\\.response\\.body(\\..+)?|stageVariables\\..+|context\\..+", "source": "API Gateway mapping reference"}, {"value_length": [1, 512], "source": "apigatewayv2 StringWithLengthBetween1And512"}]},
        {"name": "response_templates", "data_type": "hstore", "provider_name": "ResponseTemplates", "description": "Templates for the payload, by content type or selection key.", "rules": [{"value_length": [0, 32768], "source": "apigatewayv2 StringWithLengthBetween0And32K"}]},
        {"name": "tags", "data_type": "hstore", "provider_name": "Tags", "description": "AWS can't tag an integration response; what is here comes from the tool that exported it, or from the API."},
        {"name": "template_selection_expression", "data_type": "string", "provider_name": "TemplateSelectionExpression", "description": "The expression whose value picks the template."},
        {"name": "integration_response_key", "data_type": "string", "provider_name": "IntegrationResponseKey", "description": "Which responses of the backend it is for: $default, or a regular expression between slashes."},
        {"name": "api_id", "data_type": "string", "provider_name": "ApiId", "description": "The API. Exports leave it out: it is in the request that made them."},
        {"name": "integration_id", "data_type": "string", "provider_name": "IntegrationId", "description": "The integration. Exports leave it out, as they do the API."},
        {"name": "region", "data_type": "string", "indexed": true, "description": "The region, such as us-east-1."}
      ]
    }
    """#
  ]
}
