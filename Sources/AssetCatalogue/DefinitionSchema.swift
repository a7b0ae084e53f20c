/// The form of a definition, for editors and other tools.
package enum DefinitionSchema {
  /// A JSON Schema (draft 2020-12).
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A type of assets, or several",
      "oneOf": [{"$ref": "#/$defs/type"}, {"type": "array", "items": {"$ref": "#/$defs/type"}}],
      "$defs": {
        "type": {
          "type": "object",
          "required": ["name", "fields"],
          "additionalProperties": false,
          "properties": {
            "$schema": {"type": "string"},
            "name": {
              "type": "string", "maxLength": 128, "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$",
              "description": "Words joined by dots, the first one the provider's: aws.ec2_instance."
            },
            "title": {"type": ["string", "null"]},
            "description": {"type": ["string", "null"]},
            "account_field": {
              "type": ["string", "null"],
              "description": "The string field that says whose an asset is."
            },
            "key_template": {
              "type": ["string", "null"], "pattern": "\\{[^}]+\\}",
              "description": "How a record without _key gets one: aws:{account_id}:{region}:{api_id}."
            },
            "region_field": {
              "type": ["string", "null"],
              "description": "The field that says where an asset is, if it isn't region, region_id or location."
            },
            "tag_field": {
              "type": ["string", "null"],
              "description": "The field whose content is the tags where a record brings none: labels."
            },
            "kinds": {
              "type": ["array", "null"], "items": {"type": "string"},
              "description": "What providers and their tools call it: AWS::EC2::Instance, aws_instance, ec2:instance, microsoft.compute/disks, compute.googleapis.com/Instance, apps/v1 Deployment."
            },
            "lists": {
              "type": ["array", "null"], "items": {"type": "string"},
              "description": "The names of lists of it, where a list says no more: Vpcs."
            },
            "identifier": {
              "type": ["object", "null"], "additionalProperties": false,
              "description": "Where the provider's identifier is, and what it is made of.",
              "properties": {
                "field": {"type": ["string", "null"], "description": "The field that holds it."},
                "names": {
                  "type": ["array", "null"], "items": {"type": "string"},
                  "description": "Under which names sources give it, in snake case."
                },
                "form": {
                  "type": ["string", "null"],
                  "description": "arn:aws:ec2:{region}:{account_id}:instance/{instance_id}"
                }
              }
            },
            "fields": {"type": "array", "maxItems": 1500, "items": {"$ref": "#/$defs/field"}}
          }
        },
        "field": {
          "type": "object",
          "required": ["name", "data_type"],
          "additionalProperties": false,
          "properties": {
            "name": {"type": "string", "maxLength": 128, "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"},
            "data_type": {
              "enum": [
                "string", "hstore", "hstore_csv", "json", "timestamp", "int64", "float64", "bool",
                "array<string>", "array<int64>", "array<float64>", "array<bool>"
              ]
            },
            "title": {"type": ["string", "null"]},
            "description": {"type": ["string", "null"]},
            "provider_name": {
              "type": ["string", "null"],
              "description": "How the provider spells the name, if it isn't the name in another case."
            },
            "paths": {
              "type": ["array", "null"], "items": {"type": "string"},
              "description": "Where else in records it is: metadata.labels; of one source only: terraform:tags."
            },
            "indexed": {
              "type": ["boolean", "null"],
              "description": "Whether to keep an index of its values, as of the account and of every map."
            },
            "retired": {
              "type": ["boolean", "null"],
              "description": "Whether an older definition had it; its values stay."
            },
            "rules": {"type": ["array", "null"], "items": {"$ref": "#/$defs/rule"}}
          }
        },
        "rule": {
          "description": "What the provider documents about the values. One rule says one thing.",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "one_of": {"type": "array", "items": {"type": "string"}},
            "length": {"$ref": "#/$defs/range"},
            "pattern": {"type": "string"},
            "key_length": {"$ref": "#/$defs/range"},
            "key_pattern": {"type": "string"},
            "value_length": {"$ref": "#/$defs/range"},
            "value_pattern": {"type": "string"},
            "max_keys": {"type": "integer", "minimum": 0},
            "source": {"type": ["string", "null"], "description": "Where it is documented."}
          },
          "oneOf": [
            {"required": ["one_of"]}, {"required": ["length"]}, {"required": ["pattern"]},
            {"required": ["key_length"]}, {"required": ["key_pattern"]},
            {"required": ["value_length"]}, {"required": ["value_pattern"]},
            {"required": ["max_keys"]}
          ]
        },
        "range": {
          "description": "The least and the most.",
          "type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer", "minimum": 0}
        }
      }
    }
    """#
}
