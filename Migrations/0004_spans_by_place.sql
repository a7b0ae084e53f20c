-- The key of a span's blob in one number, the span in its upper and the term in its lower 32 bits: in a table with an
-- integer key a list of ids lies on the page where it is found, in one keyed (span, term) most lies on a page of its own.
-- Measured on a million assets, a question reads a third of the pages.
DROP TABLE spans;

-- Which assets: for each span of 65,536 ids and each term, the ids' lower 16 bits. Up to 4,095 of them are a sorted list
-- of little-endian numbers, more are a bitmap of 8 KiB, with the lowest bit of each byte first. Filled from the assets.
CREATE TABLE spans(
  place INTEGER PRIMARY KEY,
  ids BLOB NOT NULL
) STRICT;
