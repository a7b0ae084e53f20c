-- One view over the tables of all types. The program makes it anew whenever a type gets a table.
CREATE VIEW assets AS
SELECT 0 AS _id, '' AS _type, '' AS _key, '' AS account_id, '' AS region, '' AS tags WHERE 0;
