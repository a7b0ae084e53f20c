"""The records, and the tools that are asked about them, in one folder."""

import itertools
import json
import os
import sys

from .answers import MAPS
from .processes import Failure
from .records import write_records
from .tools.assetstore import AssetStore
from .tools.copy import Copy
from .tools.duckdb import DuckDB, DuckDBMaps
from .tools.postgresql import PostgreSQL
from .tools.sqlite import SQLite
from .tools.sqlite_utils import SQLiteUtils


# Ten times as many still take a minute.
SMALL = 100_000


class Workbench:
    def __init__(self, binary, folder, peers, server, rounds):
        """`peers` has what comes from PyPI, `server` is PostgreSQL's."""
        self.folder, self.peers, self.server, self.rounds = folder, peers, server, rounds
        self.ours = AssetStore(binary, self.path("assets.db"))
        self.sqlite = SQLite(self.ours.store, self.ours.fields())
        self.duckdb = DuckDB(peers, self.path("assets.duckdb"))
        self.duckdb_maps = DuckDBMaps(peers, self.path("maps.duckdb"))
        self.sqlite_utils = SQLiteUtils(peers, self.path("sqlite-utils.db"))
        self.postgresql = PostgreSQL(server, self.path("records.copy"))
        self.copy = Copy()

    def path(self, name):
        return os.path.join(self.folder, name)

    @property
    def is_small(self):
        """Whether there are so few records that what takes long can be measured in each round."""
        return self.count <= SMALL

    def require_peers(self):
        """Raises `Failure` if one is missing."""
        for peer in (self.sqlite, self.duckdb, self.sqlite_utils, self.postgresql):
            if peer.missing:
                raise Failure(f"{peer.name} can't take part: {peer.missing}")

    def make_records(self, count, seed):
        """Writes the records that all tools load."""
        self.count, self.seed = count, seed
        self.records = self.write_records("records.ndjson", count, seed)
        if not self.postgresql.missing:
            self.postgresql.write_rows(self.records)

    def write_records(self, name, count, seed):
        """Writes records to a file of the folder, and gives back its path."""
        print(f"writing {count:,} records", file=sys.stderr, flush=True)
        write_records(self.path(name), count, seed)
        return self.path(name)

    def key(self):
        """The key of a record from the second half whose maps all have members: DuckDB knows no empty ones."""
        with open(self.records, encoding="utf-8") as file:
            for line in itertools.islice(file, self.count // 2, None):
                record = json.loads(line)
                if all(record.get(name) for name in MAPS):
                    return record["_key"]
        raise Failure(f"{self.count} records are too few: none of them has all that is asked for")
