"""PostgreSQL with hstore, a unique key and a GIN index of tags."""

import json

from .. import answers
from ..processes import run
from ..questions import SQL
from ..samples import Sample
from .asked import AskedInSQL

COLUMNS = {"_key": "text NOT NULL", "account_id": "text", "content_handling_strategy": "text",
           "integration_response_id": "text", "response_parameters": "hstore", "response_templates": "hstore",
           "tags": "hstore", "template_selection_expression": "text"}


class HstoreSQL(SQL):
    """The index of tags serves @>, and no comparison of a value."""

    def has(self, *tags):
        pairs = ", ".join(f"{key}=>{value}" for key, value in tags)
        return f"tags @> '{pairs}'"


class PostgreSQL(AskedInSQL):
    name = "PostgreSQL"

    def __init__(self, server, rows):
        """`rows` is where the records go as PostgreSQL's COPY reads them."""
        self.missing = server.missing
        self._server, self._rows = server, rows
        self.sql = HstoreSQL("assets", "tags -> '{}'")
        if not self.missing:
            self._psql("CREATE EXTENSION hstore")

    def write_rows(self, path):
        """Turns records into what `load` reads; not a part of what is measured."""
        with open(path, encoding="utf-8") as records, open(self._rows, "w", encoding="utf-8", newline="\n") as rows:
            for line in records:
                record = json.loads(line)
                rows.write("\t".join(copy_text(record.get(column)) for column in COLUMNS) + "\n")

    def remove(self):
        self._psql("DROP TABLE IF EXISTS assets", "CHECKPOINT")

    def load(self, _):
        columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        outcome = self._psql(
            "BEGIN", f"CREATE TABLE assets({columns})", f"\\copy assets FROM '{self._rows}'",
            "CREATE UNIQUE INDEX ON assets(_key)", "CREATE INDEX ON assets USING gin(tags)", "COMMIT")
        return Sample(outcome.seconds, answer=int(self._psql(self.sql.held).output))

    def prepare(self):
        """What the server does by itself after a while."""
        self._psql("VACUUM ANALYZE assets")

    def asset(self, key):
        return self._sample(f"SELECT * FROM assets WHERE _key = '{key}'",
                            lambda rows: [answers.record(row) for row in rows])

    def _psql(self, *statements):
        return run(self._server.psql(*statements))

    def _sample(self, statement, answer):
        """What psql needs in all, on a server that is there."""
        outcome = self._psql(f"SELECT coalesce(json_agg(answer), '[]') FROM ({statement}) AS answer")
        return Sample(outcome.seconds, answer=answer(json.loads(outcome.output)))


def copy_text(value):
    if value is None:
        return r"\N"
    text = value if isinstance(value, str) else hstore_text(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def hstore_text(members):
    return ", ".join(f"{hstore_quoted(key)}=>{hstore_quoted(value)}" for key, value in members.items())


def hstore_quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
