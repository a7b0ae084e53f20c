PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migrations(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;
INSERT INTO migrations VALUES(1,'store','2026-11-26T01:53:30.409Z');
INSERT INTO migrations VALUES(2,'aws_apigatewayv2_integrationresponse','2026-11-26T01:53:30.409Z');
INSERT INTO migrations VALUES(3,'terms','2026-11-26T01:53:30.409Z');
INSERT INTO migrations VALUES(4,'spans_by_place','2026-11-26T01:53:30.409Z');
CREATE TABLE store(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  created_at TEXT NOT NULL,
  next_id INTEGER NOT NULL CHECK (next_id > 0)
) STRICT;
INSERT INTO store VALUES(1,'2026-11-26T01:53:30.409Z',13);
CREATE TABLE types(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  has_table INTEGER NOT NULL CHECK (has_table IN (0, 1))
) STRICT;
INSERT INTO types VALUES(1,'aws.apigatewayv2_integrationresponse','aws_apigatewayv2_integrationresponse','{"name":"aws.apigatewayv2_integrationresponse","title":"API Gateway V2 Integration Response","description":"How a WebSocket API turns what its backend answers into what the client gets: header mappings, templates and content conversion for one selection key of an integration.","account_field":"account_id","key_template":"aws:{account_id}:{region}:{api_id}:{integration_id}:{integration_response_id}","fields":[{"name":"_key","data_type":"string","description":"What tells one asset of the type from another."},{"name":"account_id","data_type":"string","description":"The AWS account, twelve digits.","rules":[{"pattern":"[0-9]{12}","source":"AWS account identifiers"}]},{"name":"content_handling_strategy","data_type":"string","description":"Whether the payload is converted between Base64 text and binary on its way to the client; passed through unchanged where absent.","provider_name":"ContentHandlingStrategy","indexed":true,"rules":[{"one_of":["CONVERT_TO_BINARY","CONVERT_TO_TEXT"],"source":"apigatewayv2 ContentHandlingStrategy"}]},{"name":"integration_response_id","data_type":"string","description":"Unique within its integration only.","provider_name":"IntegrationResponseId"},{"name":"response_parameters","data_type":"hstore","description":"Header mappings: a response header of the method to a static value in single quotes, a header or a part of the body of the backend''s response, a stage variable or a context variable.","provider_name":"ResponseParameters","rules":[{"key_pattern":"method\\.response\\.header\\.[A-Za-z0-9._$-]+","source":"apigatewayv2 ResponseParameters"},{"value_pattern":"''.*''|integration\\.response\\.(header|multivalueheader)\\.[A-Za-z0-9._$-]+|integration\\.response\\.body(\\..+)?|stageVariables\\..+|context\\..+","source":"API Gateway mapping reference"},{"value_length":[1,512],"source":"apigatewayv2 StringWithLengthBetween1And512"}]},{"name":"response_templates","data_type":"hstore","description":"Templates for the payload, by content type or selection key.","provider_name":"ResponseTemplates","rules":[{"value_length":[0,32768],"source":"apigatewayv2 StringWithLengthBetween0And32K"}]},{"name":"tags","data_type":"hstore","description":"AWS can''t tag an integration response; what is here comes from the tool that exported it, or from the API.","provider_name":"Tags","rules":[{"max_keys":50,"source":"AWS tag limits"},{"key_length":[1,128],"source":"AWS tag limits"},{"value_length":[0,256],"source":"AWS tag limits"}]},{"name":"template_selection_expression","data_type":"string","description":"The expression whose value picks the template.","provider_name":"TemplateSelectionExpression"},{"name":"integration_response_key","data_type":"string","description":"Which responses of the backend it is for: $default, or a regular expression between slashes.","provider_name":"IntegrationResponseKey"},{"name":"api_id","data_type":"string","description":"The API. Exports leave it out: it is in the request that made them.","provider_name":"ApiId"},{"name":"integration_id","data_type":"string","description":"The integration. Exports leave it out, as they do the API.","provider_name":"IntegrationId"},{"name":"region","data_type":"string","description":"The region, such as us-east-1.","indexed":true}]}',1);
INSERT INTO types VALUES(2,'x.thing','x_thing','{"name":"x.thing","title":"Thing","account_field":"owner_account","fields":[{"name":"_key","data_type":"string"},{"name":"owner_account","data_type":"string"},{"name":"tags","data_type":"hstore"},{"name":"labels","data_type":"hstore_csv"},{"name":"config","data_type":"json"},{"name":"seen","data_type":"timestamp"},{"name":"size","data_type":"int64"},{"name":"cost","data_type":"float64"},{"name":"open","data_type":"bool"},{"name":"names","data_type":"array<string>"},{"name":"ports","data_type":"array<int64>"},{"name":"zone","data_type":"string","indexed":true}]}',1);
INSERT INTO types VALUES(3,'aws.s3_bucket','aws_s3_bucket','{"name":"aws.s3_bucket","title":"S3 Bucket","description":"A container of objects, with a name that is unique in the world.","account_field":"account_id","key_template":"aws:s3:{name}","fields":[{"name":"_key","data_type":"string","description":"What tells one asset of the type from another."},{"name":"account_id","data_type":"string","description":"The AWS account, twelve digits."},{"name":"acl","data_type":"json"},{"name":"creation_date","data_type":"timestamp"},{"name":"encryption","data_type":"json","provider_name":"ServerSideEncryptionConfiguration"},{"name":"lifecycle_rules","data_type":"json"},{"name":"logging","data_type":"json","provider_name":"LoggingEnabled"},{"name":"name","data_type":"string"},{"name":"policy","data_type":"json"},{"name":"public_access_block","data_type":"json","provider_name":"PublicAccessBlockConfiguration"},{"name":"region","data_type":"string","provider_name":"BucketRegion","indexed":true},{"name":"replication","data_type":"json","provider_name":"ReplicationConfiguration"},{"name":"tags","data_type":"hstore_csv","provider_name":"TagSet","rules":[{"max_keys":50,"source":"AWS tag limits"},{"key_length":[1,128],"source":"AWS tag limits"},{"value_length":[0,256],"source":"AWS tag limits"}]},{"name":"versioning","data_type":"json"}]}',1);
INSERT INTO types VALUES(4,'aws.ec2_instance','aws_ec2_instance','{"name":"aws.ec2_instance","title":"EC2 Instance","description":"A virtual machine.","account_field":"account_id","key_template":"aws:{account_id}:{region}:{instance_id}","fields":[{"name":"_key","data_type":"string","description":"What tells one asset of the type from another."},{"name":"account_id","data_type":"string","description":"The AWS account, twelve digits."},{"name":"architecture","data_type":"string"},{"name":"block_device_mappings","data_type":"json"},{"name":"ebs_optimized","data_type":"bool"},{"name":"iam_instance_profile","data_type":"json"},{"name":"image_id","data_type":"string"},{"name":"instance_id","data_type":"string"},{"name":"instance_lifecycle","data_type":"string","description":"spot or scheduled; absent for on-demand."},{"name":"instance_type","data_type":"string","indexed":true},{"name":"key_name","data_type":"string"},{"name":"launch_time","data_type":"timestamp"},{"name":"metadata_options","data_type":"json","description":"Whether tokens are required (IMDSv2)."},{"name":"monitoring","data_type":"json"},{"name":"network_interfaces","data_type":"json"},{"name":"placement","data_type":"json"},{"name":"platform_details","data_type":"string"},{"name":"private_dns_name","data_type":"string"},{"name":"private_ip_address","data_type":"string"},{"name":"public_dns_name","data_type":"string"},{"name":"public_ip_address","data_type":"string"},{"name":"root_device_name","data_type":"string"},{"name":"root_device_type","data_type":"string"},{"name":"security_groups","data_type":"json"},{"name":"source_dest_check","data_type":"bool"},{"name":"state","data_type":"json"},{"name":"state_transition_reason","data_type":"string"},{"name":"subnet_id","data_type":"string"},{"name":"tags","data_type":"hstore_csv","rules":[{"max_keys":50,"source":"AWS tag limits"},{"key_length":[1,128],"source":"AWS tag limits"},{"value_length":[0,256],"source":"AWS tag limits"}]},{"name":"virtualization_type","data_type":"string"},{"name":"vpc_id","data_type":"string","indexed":true},{"name":"region","data_type":"string","description":"The region, such as us-east-1.","indexed":true}]}',1);
CREATE TABLE runs(
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  type TEXT NOT NULL,
  context TEXT NOT NULL CHECK (json_valid(context)),
  partial INTEGER NOT NULL CHECK (partial IN (0, 1)),
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  rejected INTEGER NOT NULL
) STRICT;
INSERT INTO runs VALUES(1,'2026-11-26T01:53:30.498Z','2026-11-26T01:53:30.502Z','x.thing','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(2,'2026-11-26T01:53:30.564Z','2026-11-26T01:53:30.569Z','aws.s3_bucket','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(3,'2026-11-26T01:53:30.633Z','2026-11-26T01:53:30.638Z','aws.ec2_instance','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(4,'2026-11-26T01:53:30.708Z','2026-11-26T01:53:30.714Z','aws.apigatewayv2_integrationresponse','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(5,'2026-11-26T01:53:30.782Z','2026-11-26T01:53:30.787Z','x.thing','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(6,'2026-11-26T01:53:30.847Z','2026-11-26T01:53:30.851Z','aws.s3_bucket','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(7,'2026-11-26T01:53:30.943Z','2026-11-26T01:53:30.947Z','aws.ec2_instance','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(8,'2026-11-26T01:53:31.016Z','2026-11-26T01:53:31.020Z','aws.apigatewayv2_integrationresponse','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(9,'2026-11-26T01:53:31.081Z','2026-11-26T01:53:31.085Z','x.thing','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(10,'2026-11-26T01:53:31.140Z','2026-11-26T01:53:31.144Z','aws.s3_bucket','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(11,'2026-11-26T01:53:31.236Z','2026-11-26T01:53:31.241Z','aws.ec2_instance','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(12,'2026-11-26T01:53:31.311Z','2026-11-26T01:53:31.316Z','aws.apigatewayv2_integrationresponse','{}',0,1,0,0,0,0);
INSERT INTO runs VALUES(13,'2026-11-26T01:53:31.377Z','2026-11-26T01:53:31.381Z','aws.ec2_instance','{}',0,0,1,0,0,0);
CREATE TABLE run_files(
  run INTEGER NOT NULL REFERENCES runs(id),
  position INTEGER NOT NULL,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  records INTEGER NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
INSERT INTO run_files VALUES(1,0,'-','ndjson',265,'ceb7fb0da827db04c44855e0cebd0431a8cc07fb52f5a5c5b2b5e872d8fcf3c7',1,1,0,0,0);
INSERT INTO run_files VALUES(2,0,'-','ndjson',77,'18d3da2b72f3bd5067bf4339dfb31aa1fe19edcc2de6ea626a0feb0ceff9c098',1,1,0,0,0);
INSERT INTO run_files VALUES(3,0,'-','ndjson',77,'69c5c5a94c920bc0ac4270b5f4e0dca3d530fa21980cf0d81fbe7056da3091bc',1,1,0,0,0);
INSERT INTO run_files VALUES(4,0,'-','ndjson',375,'0527fb9ccd237fe62860887d915df2fbc28c5a2f75a5fc307137cee54a4ebdd9',1,1,0,0,0);
INSERT INTO run_files VALUES(5,0,'-','ndjson',265,'ec7923b7886a64ffa7ab2716241e9c1dc610bb5769514033c3439acfdd565315',1,1,0,0,0);
INSERT INTO run_files VALUES(6,0,'-','ndjson',77,'883be918574d5d03192881b551da0b2ff731a25128fdde4269e4474ba9e52c6d',1,1,0,0,0);
INSERT INTO run_files VALUES(7,0,'-','ndjson',77,'5c137ca7807fd844f4f9b35f0e0687c1a01bc031416335ab7fa32d05b0dad5ff',1,1,0,0,0);
INSERT INTO run_files VALUES(8,0,'-','ndjson',375,'5f00010f796db7221bfa159b17412f823a1cced73a0103cbd7f12f77bfe74142',1,1,0,0,0);
INSERT INTO run_files VALUES(9,0,'-','ndjson',265,'26e1d7996740268bba918d208a407c1f2228abe0a1a7c7c053c24d33505a7059',1,1,0,0,0);
INSERT INTO run_files VALUES(10,0,'-','ndjson',77,'af40e9765e7f6163e128c3ba63097c22fd61c30fc8bdb67c70dc4db5458ea8b5',1,1,0,0,0);
INSERT INTO run_files VALUES(11,0,'-','ndjson',77,'36e002c7aef3c6bf605a6546a32056530a6f16d47819cc9ea5786943e1e9d76a',1,1,0,0,0);
INSERT INTO run_files VALUES(12,0,'-','ndjson',375,'be6573d85ee37f2b3c5a5dfe1fa08bf174b46c3dac99598a89f7513b6520dd37',1,1,0,0,0);
INSERT INTO run_files VALUES(13,0,'-','ndjson',66,'fd6dcc1466f349443f85f393c46a1cb5e0f8cb7615941aeadfaeb4aaf6b901fd',1,0,1,0,0);
CREATE TABLE manifest(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256 TEXT NOT NULL
) STRICT;
INSERT INTO manifest VALUES(1,'{"format":1,"created_at":"2026-11-26T01:53:31.660Z","schema":4,"runs":13,"assets":12,"types":[{"name":"aws.apigatewayv2_integrationresponse","assets":3},{"name":"aws.ec2_instance","assets":3},{"name":"aws.s3_bucket","assets":3},{"name":"x.thing","assets":3}],"content_digest":"0617807ed1f84a64a08bc51f5d36a4ccd5bcd916ddffe431acdfff299c937ebc","store_digest":"b0b21ac9076a153db09a3f43cf05868b568fa4943b58f95e16c8dcc9c73524ca"}','b62d73f61e4150c61ad4a59aa48d71a74ce6a4ffbea115bd5bbed21866290d4d');
CREATE TABLE IF NOT EXISTS "aws_apigatewayv2_integrationresponse"(
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
INSERT INTO aws_apigatewayv2_integrationresponse VALUES(4,'r-1','000000000121',NULL,NULL,NULL,NULL,'{"env":"prod","long":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}',NULL,NULL,NULL,NULL,NULL,NULL,4);
INSERT INTO aws_apigatewayv2_integrationresponse VALUES(8,'r-2','000000000122',NULL,NULL,NULL,NULL,'{"env":"prod","long":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}',NULL,NULL,NULL,NULL,NULL,NULL,8);
INSERT INTO aws_apigatewayv2_integrationresponse VALUES(12,'r-3','000000000123',NULL,NULL,NULL,NULL,'{"env":"prod","long":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}',NULL,NULL,NULL,NULL,NULL,NULL,12);
CREATE TABLE terms(
  id INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  text TEXT NOT NULL,
  assets INTEGER NOT NULL
) STRICT;
INSERT INTO terms VALUES(1,0,0,'@account',12);
INSERT INTO terms VALUES(5,0,0,'tags',12);
INSERT INTO terms VALUES(7,0,0,'@type',12);
INSERT INTO terms VALUES(8,7,2,'aws.apigatewayv2_integrationresponse',3);
INSERT INTO terms VALUES(9,1,2,'000000000121',3);
INSERT INTO terms VALUES(10,5,1,'env',12);
INSERT INTO terms VALUES(11,10,2,'prod',8);
INSERT INTO terms VALUES(12,5,1,'long',3);
INSERT INTO terms VALUES(13,12,4,'',3);
INSERT INTO terms VALUES(14,1,2,'000000000122',3);
INSERT INTO terms VALUES(15,1,2,'000000000123',3);
INSERT INTO terms VALUES(18,7,2,'aws.ec2_instance',3);
INSERT INTO terms VALUES(19,5,1,'team',2);
INSERT INTO terms VALUES(20,19,3,'',2);
INSERT INTO terms VALUES(21,10,2,'stage',1);
INSERT INTO terms VALUES(22,7,2,'aws.s3_bucket',3);
INSERT INTO terms VALUES(23,10,2,'dev',3);
INSERT INTO terms VALUES(24,5,1,'n',6);
INSERT INTO terms VALUES(25,24,2,'1',2);
INSERT INTO terms VALUES(26,24,2,'2',2);
INSERT INTO terms VALUES(27,24,2,'3',2);
INSERT INTO terms VALUES(28,0,0,'labels',3);
INSERT INTO terms VALUES(29,0,0,'zone',3);
INSERT INTO terms VALUES(30,7,2,'x.thing',3);
INSERT INTO terms VALUES(31,1,2,'acct-1',1);
INSERT INTO terms VALUES(32,28,1,'team',3);
INSERT INTO terms VALUES(33,32,5,'',3);
INSERT INTO terms VALUES(34,32,2,'a',3);
INSERT INTO terms VALUES(35,32,2,'b',3);
INSERT INTO terms VALUES(36,29,2,'z1',1);
INSERT INTO terms VALUES(37,1,2,'acct-2',1);
INSERT INTO terms VALUES(38,29,2,'z2',1);
INSERT INTO terms VALUES(39,1,2,'acct-3',1);
INSERT INTO terms VALUES(40,29,2,'z3',1);
CREATE TABLE spans(
  place INTEGER PRIMARY KEY,
  ids BLOB NOT NULL
) STRICT;
INSERT INTO spans VALUES(1,X'0100020003000400050006000700080009000a000b000c00');
INSERT INTO spans VALUES(5,X'0100020003000400050006000700080009000a000b000c00');
INSERT INTO spans VALUES(7,X'0100020003000400050006000700080009000a000b000c00');
INSERT INTO spans VALUES(8,X'040008000c00');
INSERT INTO spans VALUES(9,X'020003000400');
INSERT INTO spans VALUES(10,X'0100020003000400050006000700080009000a000b000c00');
INSERT INTO spans VALUES(11,X'0100030004000500080009000b000c00');
INSERT INTO spans VALUES(12,X'040008000c00');
INSERT INTO spans VALUES(13,X'040008000c00');
INSERT INTO spans VALUES(14,X'060007000800');
INSERT INTO spans VALUES(15,X'0a000b000c00');
INSERT INTO spans VALUES(18,X'030007000b00');
INSERT INTO spans VALUES(19,X'03000b00');
INSERT INTO spans VALUES(20,X'03000b00');
INSERT INTO spans VALUES(21,X'0700');
INSERT INTO spans VALUES(22,X'020006000a00');
INSERT INTO spans VALUES(23,X'020006000a00');
INSERT INTO spans VALUES(24,X'010002000500060009000a00');
INSERT INTO spans VALUES(25,X'01000200');
INSERT INTO spans VALUES(26,X'05000600');
INSERT INTO spans VALUES(27,X'09000a00');
INSERT INTO spans VALUES(28,X'010005000900');
INSERT INTO spans VALUES(29,X'010005000900');
INSERT INTO spans VALUES(30,X'010005000900');
INSERT INTO spans VALUES(31,X'0100');
INSERT INTO spans VALUES(32,X'010005000900');
INSERT INTO spans VALUES(33,X'010005000900');
INSERT INTO spans VALUES(34,X'010005000900');
INSERT INTO spans VALUES(35,X'010005000900');
INSERT INTO spans VALUES(36,X'0100');
INSERT INTO spans VALUES(37,X'0500');
INSERT INTO spans VALUES(38,X'0500');
INSERT INTO spans VALUES(39,X'0900');
INSERT INTO spans VALUES(40,X'0900');
CREATE TABLE IF NOT EXISTS "x_thing"(
  _id INTEGER PRIMARY KEY,
  "_key" TEXT NOT NULL,
  "owner_account" TEXT,
  "tags" TEXT CHECK (json_type("tags") = 'object'),
  "labels" TEXT CHECK (json_type("labels") = 'object'),
  "config" TEXT CHECK ("config" IS NULL OR json_valid("config")),
  "seen" TEXT,
  "size" INTEGER,
  "cost" REAL,
  "open" INTEGER CHECK ("open" IN (0, 1)),
  "names" TEXT CHECK (json_type("names") = 'array'),
  "ports" TEXT CHECK (json_type("ports") = 'array'),
  "zone" TEXT,
  _extra TEXT CHECK (json_type(_extra) = 'object'),
  _run INTEGER NOT NULL REFERENCES runs(id)
) STRICT;
INSERT INTO x_thing VALUES(1,'thing-1','acct-1','{"env":"prod","n":"1"}','{"team":["a","b"]}','{"b":[1,null],"a":"x"}','2026-01-01T00:00:00Z',1,1.5,1,'["a",null]','[80,443]','z1','{"left_over":{"k":1}}',1);
INSERT INTO x_thing VALUES(5,'thing-2','acct-2','{"env":"prod","n":"2"}','{"team":["a","b"]}','{"b":[1,null],"a":"x"}','2026-01-02T00:00:00Z',2,2.5,1,'["a",null]','[80,443]','z2','{"left_over":{"k":2}}',5);
INSERT INTO x_thing VALUES(9,'thing-3','acct-3','{"env":"prod","n":"3"}','{"team":["a","b"]}','{"b":[1,null],"a":"x"}','2026-01-03T00:00:00Z',3,3.5,1,'["a",null]','[80,443]','z3','{"left_over":{"k":3}}',9);
CREATE TABLE IF NOT EXISTS "aws_s3_bucket"(
  _id INTEGER PRIMARY KEY,
  "_key" TEXT NOT NULL,
  "account_id" TEXT,
  "acl" TEXT CHECK ("acl" IS NULL OR json_valid("acl")),
  "creation_date" TEXT,
  "encryption" TEXT CHECK ("encryption" IS NULL OR json_valid("encryption")),
  "lifecycle_rules" TEXT CHECK ("lifecycle_rules" IS NULL OR json_valid("lifecycle_rules")),
  "logging" TEXT CHECK ("logging" IS NULL OR json_valid("logging")),
  "name" TEXT,
  "policy" TEXT CHECK ("policy" IS NULL OR json_valid("policy")),
  "public_access_block" TEXT CHECK ("public_access_block" IS NULL OR json_valid("public_access_block")),
  "region" TEXT,
  "replication" TEXT CHECK ("replication" IS NULL OR json_valid("replication")),
  "tags" TEXT CHECK (json_type("tags") = 'object'),
  "versioning" TEXT CHECK ("versioning" IS NULL OR json_valid("versioning")),
  _extra TEXT CHECK (json_type(_extra) = 'object'),
  _run INTEGER NOT NULL REFERENCES runs(id)
) STRICT;
INSERT INTO aws_s3_bucket VALUES(2,'bucket-1','000000000121',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"env":"dev","n":"1"}',NULL,NULL,2);
INSERT INTO aws_s3_bucket VALUES(6,'bucket-2','000000000122',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"env":"dev","n":"2"}',NULL,NULL,6);
INSERT INTO aws_s3_bucket VALUES(10,'bucket-3','000000000123',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"env":"dev","n":"3"}',NULL,NULL,10);
CREATE TABLE IF NOT EXISTS "aws_ec2_instance"(
  _id INTEGER PRIMARY KEY,
  "_key" TEXT NOT NULL,
  "account_id" TEXT,
  "architecture" TEXT,
  "block_device_mappings" TEXT CHECK ("block_device_mappings" IS NULL OR json_valid("block_device_mappings")),
  "ebs_optimized" INTEGER CHECK ("ebs_optimized" IN (0, 1)),
  "iam_instance_profile" TEXT CHECK ("iam_instance_profile" IS NULL OR json_valid("iam_instance_profile")),
  "image_id" TEXT,
  "instance_id" TEXT,
  "instance_lifecycle" TEXT,
  "instance_type" TEXT,
  "key_name" TEXT,
  "launch_time" TEXT,
  "metadata_options" TEXT CHECK ("metadata_options" IS NULL OR json_valid("metadata_options")),
  "monitoring" TEXT CHECK ("monitoring" IS NULL OR json_valid("monitoring")),
  "network_interfaces" TEXT CHECK ("network_interfaces" IS NULL OR json_valid("network_interfaces")),
  "placement" TEXT CHECK ("placement" IS NULL OR json_valid("placement")),
  "platform_details" TEXT,
  "private_dns_name" TEXT,
  "private_ip_address" TEXT,
  "public_dns_name" TEXT,
  "public_ip_address" TEXT,
  "root_device_name" TEXT,
  "root_device_type" TEXT,
  "security_groups" TEXT CHECK ("security_groups" IS NULL OR json_valid("security_groups")),
  "source_dest_check" INTEGER CHECK ("source_dest_check" IN (0, 1)),
  "state" TEXT CHECK ("state" IS NULL OR json_valid("state")),
  "state_transition_reason" TEXT,
  "subnet_id" TEXT,
  "tags" TEXT CHECK (json_type("tags") = 'object'),
  "virtualization_type" TEXT,
  "vpc_id" TEXT,
  "region" TEXT,
  _extra TEXT CHECK (json_type(_extra) = 'object'),
  _run INTEGER NOT NULL REFERENCES runs(id)
) STRICT;
INSERT INTO aws_ec2_instance VALUES(3,'i-1','000000000121',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"env":"prod","team":null}',NULL,NULL,NULL,NULL,3);
INSERT INTO aws_ec2_instance VALUES(7,'i-2','000000000122',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"env":"stage"}',NULL,NULL,NULL,NULL,13);
INSERT INTO aws_ec2_instance VALUES(11,'i-3','000000000123',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'{"env":"prod","team":null}',NULL,NULL,NULL,NULL,11);
CREATE VIEW "aws_apigatewayv2_integrationresponse_tags" AS
SELECT _id, _key, asset."account_id" AS account_id, tag.key, ifnull(one.value, tag.value) AS value
FROM "aws_apigatewayv2_integrationresponse" AS asset, json_each(tags) AS tag
LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one;
CREATE VIEW "x_thing_tags" AS
SELECT _id, _key, asset."owner_account" AS account_id, tag.key, ifnull(one.value, tag.value) AS value
FROM "x_thing" AS asset, json_each(tags) AS tag
LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one;
CREATE UNIQUE INDEX "x_thing_by_key"
ON "x_thing"("_key");
CREATE VIEW "aws_s3_bucket_tags" AS
SELECT _id, _key, asset."account_id" AS account_id, tag.key, ifnull(one.value, tag.value) AS value
FROM "aws_s3_bucket" AS asset, json_each(tags) AS tag
LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one;
CREATE UNIQUE INDEX "aws_s3_bucket_by_key"
ON "aws_s3_bucket"("_key");
CREATE VIEW "aws_ec2_instance_tags" AS
SELECT _id, _key, asset."account_id" AS account_id, tag.key, ifnull(one.value, tag.value) AS value
FROM "aws_ec2_instance" AS asset, json_each(tags) AS tag
LEFT JOIN json_each(CASE tag.type WHEN 'array' THEN tag.value END) AS one;
CREATE UNIQUE INDEX "aws_ec2_instance_by_key"
ON "aws_ec2_instance"("_key");
CREATE UNIQUE INDEX "aws_apigatewayv2_integrationresponse_by_key"
ON "aws_apigatewayv2_integrationresponse"("_key");
CREATE UNIQUE INDEX terms_by_text ON terms(parent, kind, text);
COMMIT;
PRAGMA application_id = 1095979860; PRAGMA user_version = 4;
