-- One word for the unit of the index: 65,536 consecutive ids are a block, in SQL as everywhere else.
ALTER TABLE spans RENAME TO blocks;
ALTER TABLE unknown_tags RENAME COLUMN span TO block;
