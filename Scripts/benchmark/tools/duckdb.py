"""DuckDB: its shell, and a query alone in a process that has the file open.

Where there are up to 200 keys, read_json takes maps for structs with a member for each. Those are asked much faster
than its maps, and know no difference between an absent key and null, or between an empty map and none. So there are
two.
"""

import json
import os
import sys

from .. import answers
from ..processes import run
from ..questions import SQL
from ..samples import Sample
from .asked import AskedInSQL
from .assetstore import remove

# Asks twice, so that the second time finds all in memory, and says how long that took.
ALONE = """
import duckdb, json, sys, time
connection = duckdb.connect(sys.argv[1], read_only=True)
connection.execute(sys.argv[2]).fetchall()
start = time.perf_counter()
rows = connection.execute(sys.argv[2]).fetchall()
print(json.dumps({"seconds": time.perf_counter() - start, "rows": rows}))
"""


class DuckDB(AskedInSQL):
    """With structs, as read_json makes them of the records here."""

    name = "DuckDB"
    _reading = ""
    _tag = 'tags."{}"'

    def __init__(self, peers, database):
        self.missing = peers.missing("duckdb", "duckdb-cli")
        self.database, self._packages = database, peers.folder
        self._shell = os.path.join(peers.folder, "duckdb_cli", "duckdb")
        self.sql = SQL("assets", self._tag)

    def ask(self, statement):
        """In a process of its own."""
        return run([self._shell, "-json", self.database, statement])

    def remove(self):
        remove(self.database)

    def load(self, path):
        outcome = self.ask(f"CREATE TABLE assets AS SELECT * FROM read_json('{path}'{self._reading})")
        return Sample(outcome.seconds, outcome.peak_bytes, answers.rows(self.ask(self.sql.held).output)[0]["count"])

    def asset(self, key):
        return self._sample(self.sql.asset(key, "to_json(assets) AS asset"),
                            lambda rows: [answers.record(without_absent(row["asset"])) for row in rows])

    def count_alone(self):
        return self._alone(self.sql.count, lambda rows: rows[0][0])

    def facet_alone(self):
        return self._alone(self.sql.facet, lambda rows: {value: count for value, count in rows})

    def _sample(self, statement, answer):
        outcome = self.ask(statement)
        return Sample(outcome.seconds, outcome.peak_bytes, answer(answers.rows(outcome.output)))

    def _alone(self, statement, answer):
        outcome = run([sys.executable, "-c", ALONE, self.database, statement],
                      environment={"PYTHONPATH": self._packages})
        said = json.loads(outcome.output)
        return Sample(said["seconds"], outcome.peak_bytes, answer(said["rows"]))


class DuckDBMaps(DuckDB):
    """With maps, as it has them of more than 200 keys, which the tags of an organisation have."""

    name = "DuckDB with maps"
    _reading = ", map_inference_threshold = 0"
    _tag = "tags['{}']"


def without_absent(members):
    """A record without the keys that its maps lack."""
    return {name: {key: held for key, held in value.items() if held is not None} if isinstance(value, dict) else value
            for name, value in members.items()}
