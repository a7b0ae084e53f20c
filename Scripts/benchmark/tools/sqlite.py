"""SQLite's shell, on the store's own file: the same bytes, read with a plain scan."""

import shutil

from .. import answers
from ..processes import run
from ..questions import SORT, SQL, TYPE
from ..samples import Sample
from .asked import AskedInSQL
from .assetstore import remove


class SQLite(AskedInSQL):
    name = "sqlite3"
    forms = {"ndjson": "-json", "csv": "-csv"}

    def __init__(self, store, fields):
        self.store, self.fields = store, fields
        self.sql = SQL(TYPE.replace(".", "_"))
        self.missing = None if shutil.which("sqlite3") else "sqlite3 is not installed"

    def ask(self, statement, form="-json", output=None):
        return run(["sqlite3", "-readonly", form, "-header", self.store, statement], output=output)

    def asset(self, key):
        return self._sample(self.sql.asset(key, self._columns),
                            lambda rows: [answers.record(row) for row in rows])

    def export(self, form, path):
        outcome = self.ask(f"SELECT {self._columns} FROM {self.sql.table}", self.forms[form], output=path)
        return Sample(outcome.seconds, outcome.peak_bytes)

    def sort(self, path):
        tag = self.sql.tag(SORT)
        outcome = self.ask(f"SELECT _key, {tag} AS \"tags.{SORT}\" FROM {self.sql.table} ORDER BY 2 NULLS LAST",
                           output=path)
        return Sample(outcome.seconds, outcome.peak_bytes)

    def back_up(self, path):
        remove(path)
        outcome = run(["sqlite3", "-readonly", self.store, f".backup '{path}'"])
        return Sample(outcome.seconds, outcome.peak_bytes)

    @property
    def _columns(self):
        return ", ".join(f'"{field}"' for field in self.fields)

    def _sample(self, statement, answer):
        outcome = self.ask(statement)
        return Sample(outcome.seconds, outcome.peak_bytes, answer(answers.rows(outcome.output)))
