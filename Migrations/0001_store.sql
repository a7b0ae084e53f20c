-- The store's own tables. What an export says of an asset is in a table for each type, made from the type's
-- definition.

-- Which migrations this file has been through.
CREATE TABLE migrations(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT;

-- One row. Asset ids are unique over all types and never used again.
CREATE TABLE store(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  created_at TEXT NOT NULL,
  next_id INTEGER NOT NULL CHECK (next_id > 0)
) STRICT;

-- The types that the store knows. A type's table is made when its first asset comes, from the definition.
CREATE TABLE types(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL UNIQUE,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  has_table INTEGER NOT NULL CHECK (has_table IN (0, 1))
) STRICT;

-- Each ingest: what it was told, what it did.
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

-- The inputs of each run, in the order they were given.
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

-- Empty in a store at work; in a backup one row, which says what the backup holds.
CREATE TABLE manifest(
  one INTEGER PRIMARY KEY CHECK (one = 1),
  content TEXT NOT NULL CHECK (json_valid(content)),
  sha256 TEXT NOT NULL
) STRICT;
