"""sqlite-utils: the usual way to put JSON into SQLite."""

import sys

from .. import answers
from ..processes import run
from ..questions import SQL
from ..samples import Sample
from .assetstore import remove


class SQLiteUtils:
    name = "sqlite-utils"

    def __init__(self, peers, database):
        self.missing = peers.missing("sqlite-utils")
        self.database, self._packages = database, peers.folder
        self.sql = SQL("assets")

    def call(self, *arguments):
        return run([sys.executable, "-m", "sqlite_utils", *arguments], environment={"PYTHONPATH": self._packages})

    def remove(self):
        remove(self.database)

    def load(self, path):
        outcome = self.call("insert", self.database, "assets", path, "--nl", "--pk", "_key")
        held = self._ask(self.sql.held, lambda rows: rows[0]["count"])
        return Sample(outcome.seconds, outcome.peak_bytes, held.answer)

    def count(self):
        return self._ask(self.sql.count, lambda rows: rows[0]["count"])

    def facet(self):
        return self._ask(self.sql.facet, answers.counts)

    def asset(self, key):
        return self._ask(self.sql.asset(key), lambda rows: [answers.record(row) for row in rows])

    def _ask(self, statement, answer):
        outcome = self.call("query", self.database, statement)
        return Sample(outcome.seconds, outcome.peak_bytes, answer(answers.rows(outcome.output)))
