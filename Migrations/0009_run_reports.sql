-- What a run reported beside its counts, and which types have been taken out.

-- What a run warned of: how often, and one example.
CREATE TABLE run_warnings(
  run INTEGER NOT NULL REFERENCES runs(id),
  rule TEXT NOT NULL,
  count INTEGER NOT NULL,
  example TEXT NOT NULL,
  PRIMARY KEY (run, rule)
) STRICT, WITHOUT ROWID;

-- What a run did to the assets of each type.
CREATE TABLE run_types(
  run INTEGER NOT NULL REFERENCES runs(id),
  type TEXT NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  PRIMARY KEY (run, type)
) STRICT, WITHOUT ROWID;

ALTER TABLE run_files ADD COLUMN partial INTEGER NOT NULL DEFAULT 0;

-- The run that took the type out. Its definition stays as long as versions of its assets do, which are read by it.
ALTER TABLE types ADD COLUMN removed_by INTEGER REFERENCES runs(id);
