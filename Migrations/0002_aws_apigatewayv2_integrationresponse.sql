-- The first type: the integration responses of WebSocket APIs. The tables of all other types are made from their
-- definitions when they are needed, by the code that a test holds against this text.

CREATE TABLE "aws_apigatewayv2_integrationresponse"(
  _id INTEGER PRIMARY KEY,
  "_key" TEXT NOT NULL,
  "account_id" TEXT,
  "content_handling_strategy" TEXT,
  "integration_response_id" TEXT,
  "response_parameters" TEXT CHECK (json_type("response_parameters") = 'object'),
  "response_templates" TEXT CHECK (json_type("response_templates") = 'object'),
  "tags" TEXT CHECK (json_type("tags") = 'object'),
  "template_selection_expression" TEXT,
  "integration_response_key" TEXT,
  "api_id" TEXT,
  "integration_id" TEXT,
  "region" TEXT,
  _extra TEXT CHECK (json_type(_extra) = 'object'),
  _run INTEGER NOT NULL REFERENCES runs(id)
) STRICT;

CREATE UNIQUE INDEX "aws_apigatewayv2_integrationresponse_by_key"
ON "aws_apigatewayv2_integrationresponse"("_key");

CREATE VIEW "aws_apigatewayv2_integrationresponse_tags" AS
SELECT _id, _key, asset."account_id" AS account_id, tag.key, ifnull(one.value, tag.value) AS value
FROM "aws_apigatewayv2_integrationresponse" AS asset, json_each(tags) AS tag
LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one;
