-- Enough to know that a run would change nothing: it is asked the same of the same files as an earlier one, and the
-- store has not changed since.

-- SHA-256 of all that decides what a run makes of its inputs: what it was asked, the types, the program. NULL for a run
-- that would not do the same again, or that is older than this column.
ALTER TABLE runs ADD COLUMN request TEXT;
-- The run that made what the store held when this one had ended.
ALTER TABLE runs ADD COLUMN state INTEGER;
-- The file's change counter when this run had been committed.
ALTER TABLE runs ADD COLUMN counter INTEGER;
-- The run that this one repeated without reading the records again.
ALTER TABLE runs ADD COLUMN same_as INTEGER;
-- What the report counts beside the assets, as JSON.
ALTER TABLE runs ADD COLUMN notes TEXT;
