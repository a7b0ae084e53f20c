-- What assets were before runs changed them. A type's versions are in a table beside its own, made with the first of them.
-- The type's own table stays what is there now, for whoever reads it.

-- The first run from which on all states can be told: what runs before it changed, no version says.
ALTER TABLE store ADD COLUMN first_state INTEGER NOT NULL DEFAULT 0;
UPDATE store SET first_state = (SELECT ifnull(max(id), 0) FROM runs);

ALTER TABLE types ADD COLUMN has_versions INTEGER NOT NULL DEFAULT 0;

-- What a run did: ingest, delete or undo. For what a snapshot said that it is complete, as JSON; NULL for other runs.
ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'ingest';
ALTER TABLE runs ADD COLUMN scopes TEXT;

-- Which assets a run saw and, of those, which it made or changed. For each block of 65,536 ids the ids' lower 16 bits,
-- spelled as in the table of spans.
--
-- what: 0 seen, 1 made or changed.
CREATE TABLE run_assets(
  what INTEGER NOT NULL CHECK (what IN (0, 1)),
  block INTEGER NOT NULL,
  run INTEGER NOT NULL REFERENCES runs(id),
  ids BLOB NOT NULL,
  PRIMARY KEY (what, block, run)
) STRICT, WITHOUT ROWID;
