-- The index of terms: what it says follows from the assets, and is written together with them.

-- The facts that assets are found by, as a tree. A field is the root of its terms, and stands for the assets that have
-- something in it; below it are its values or, in a map, its keys, and below those their values. A tag env=prod is three
-- rows: 'tags', 'env' and 'prod'. The accounts are below '@account', whatever a type calls that field, and the types
-- below '@type'.
--
-- kind: 0 a field, 1 a key of a map, 2 a value of up to 256 bytes, 3 the value null, 4 a longer value, 5 several values.
-- assets: how many assets it is a fact of.
CREATE TABLE terms(
  id INTEGER PRIMARY KEY,
  parent INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  text TEXT NOT NULL,
  assets INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX terms_by_text ON terms(parent, kind, text);

-- Which assets: for each span of 65,536 ids and each term, the ids' lower 16 bits. Up to 4,095 of them are a sorted list
-- of little-endian numbers, more are a bitmap of 8 KiB, with the lowest bit of each byte first.
CREATE TABLE spans(
  span INTEGER NOT NULL,
  term INTEGER NOT NULL,
  ids BLOB NOT NULL,
  PRIMARY KEY (span, term)
) STRICT, WITHOUT ROWID;
