"""DuckDB: its shell, and a query alone in a process that has the file open.

Maps are what read_json takes them for: structs with a member for each key that it has seen. They are asked much faster
than its maps, and know no difference between an absent key and null, or between an empty map and none.
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
    name = "DuckDB"

    def __init__(self, peers, database):
        self.missing = peers.missing("duckdb", "duckdb-cli")
        self.database, self._packages = database, peers.folder
        self._shell = os.path.join(peers.folder, "duckdb_cli", "duckdb")
        self.sql = SQL("assets", 'tags."{}"')

    def ask(self, statement):
        """In a process of its own."""
        return run([self._shell, "-json", self.database, statement])

    def remove(self):
        remove(self.database)

    def load(self, path):
        outcome = self.ask(f"CREATE TABLE assets AS SELECT * FROM read_json('{path}')")
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


def without_absent(members):
    """A record without the keys that its maps lack."""
    return {name: {key: held for key, held in value.items() if held is not None} if isinstance(value, dict) else value
            for name, value in members.items()}
