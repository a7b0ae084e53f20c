-- The first type: the integration responses of WebSocket APIs. The tables of all other types are made from their
-- definitions when they are needed, by the code that a test holds against this text.

CREATE TABLE "aws_apigatewayv2_integrationresponse"(
  _id INTEGER PRIMARY KEY,
  "_key" TEXT NOT NULL,
  "account_id" TEXT,
  "content_handling_strategy" TEXT,
  "integration_response_id" TEXT,
  "response_parameters" TEXT CHECK ("response_parameters" IS NULL OR json_valid("response_parameters") AND json_type("response_parameters") = 'object'),
  "response_templates" TEXT CHECK ("response_templates" IS NULL OR json_valid("response_templates") AND json_type("response_templates") = 'object'),
  "tags" TEXT CHECK ("tags" IS NULL OR json_valid("tags") AND json_type("tags") = 'object'),
  "template_selection_expression" TEXT,
  "integration_response_key" TEXT,
  "api_id" TEXT,
  "integration_id" TEXT,
  "region" TEXT,
  _extra TEXT CHECK (_extra IS NULL OR json_valid(_extra) AND json_type(_extra) = 'object'),
  _run INTEGER NOT NULL REFERENCES runs(id)
) STRICT;

CREATE UNIQUE INDEX "aws_apigatewayv2_integrationresponse_by_key"
ON "aws_apigatewayv2_integrationresponse"("_key");

CREATE VIEW "aws_apigatewayv2_integrationresponse_tags"(_id, _key, account_id, key, value) AS
SELECT asset._id, asset._key, asset."account_id", tag.key, CASE tag.type WHEN 'array' THEN one.value ELSE tag.value END
FROM "aws_apigatewayv2_integrationresponse" AS asset, json_each(asset."tags") AS tag
LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one;
