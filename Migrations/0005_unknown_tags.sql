-- What no asset says of itself: that no export has known its tags. Many lists of a provider do not give tags, and an asset
-- that came from such a list alone is neither tagged nor untagged. An asset that is not in these sets and has no tags has
-- none.

-- For each span of 65,536 ids a bitmap of 8 KiB, with the lowest bit of each byte first.
CREATE TABLE unknown_tags(
  span INTEGER PRIMARY KEY,
  ids BLOB NOT NULL CHECK (length(ids) = 8192)
) STRICT;

-- How many values of the run are kept as digests only.
ALTER TABLE runs ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0;
