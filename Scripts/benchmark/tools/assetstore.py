"""The command itself."""

import json
import os

from .. import answers
from ..processes import Child, run
from ..questions import FACET, FIRST_TAG, SECOND_TAG, SORT, TYPE
from ..samples import Sample

# Longer than any load takes.
PATIENT = ("--busy-timeout", "3600000")


class AssetStore:
    name = "assetstore"
    missing = None

    def __init__(self, binary, store):
        self.binary, self.store = binary, store

    def arguments(self, command, *arguments):
        return [self.binary, command, *arguments, "--store", self.store]

    def run(self, command, *arguments, output=None):
        return run(self.arguments(command, *arguments), output=output)

    def remove(self):
        """Removes the store, whether or not there is one."""
        remove(self.store)

    def load(self, path):
        outcome = self.run("ingest", "--type", TYPE, path)
        return Sample(outcome.seconds, outcome.peak_bytes, self.held())

    def held(self):
        return int(self.run("query", "--count").output)

    def count_while_written(self):
        """How many assets there are, with all the patience that it takes."""
        outcome = self.run("query", "--count", *PATIENT)
        return Sample(outcome.seconds, outcome.peak_bytes, int(outcome.output))

    def begin_load(self, path):
        return Child(self.arguments("ingest", "--type", TYPE, path, *PATIENT))

    def count(self):
        outcome = self.run("query", "--tag", "=".join(FIRST_TAG), "--tag", "=".join(SECOND_TAG), "--count")
        return Sample(outcome.seconds, outcome.peak_bytes, int(outcome.output))

    def facet(self):
        outcome = self.run("query", "--tag", "=".join(FIRST_TAG), "--facet", f"tags.{FACET}", "-o", "json")
        return Sample(outcome.seconds, outcome.peak_bytes, answers.counts(json.loads(outcome.output)))

    def asset(self, key):
        outcome = self.run("query", "--type", TYPE, "--key", key, "-o", "json")
        return Sample(outcome.seconds, outcome.peak_bytes, [answers.record(row) for row in json.loads(outcome.output)])

    def group(self):
        outcome = self.run(
            "sql", f"SELECT tags->'{FACET}' AS value, count(*) AS count FROM {TYPE} GROUP BY 1", "-o", "json")
        return Sample(outcome.seconds, outcome.peak_bytes, answers.counts(json.loads(outcome.output)))

    def export(self, form, path):
        """Writes all assets to a file, as ndjson or csv."""
        outcome = self.run("query", "--type", TYPE, "-o", form, output=path)
        return Sample(outcome.seconds, outcome.peak_bytes)

    def sort(self, path):
        """Writes the keys of all assets and a tag to a file, as NDJSON, in the order of the tag."""
        tag = f"tags.{SORT}"
        outcome = self.run("query", "--type", TYPE, "--fields", f"_key,{tag}", "--sort", tag, "-o", "ndjson",
                           output=path)
        return Sample(outcome.seconds, outcome.peak_bytes)

    def fields(self):
        """The names of the type's fields, which are the columns of its table."""
        return [field["name"] for field in json.loads(self.run("types", "show", TYPE, "-o", "json").output)["fields"]]

    def back_up(self, path):
        remove(path)
        outcome = self.run("backup", path)
        return Sample(outcome.seconds, outcome.peak_bytes)

    def restore(self, path):
        outcome = self.run("restore", path)
        return Sample(outcome.seconds, outcome.peak_bytes, self.held())

    def verify(self, path):
        outcome = self.run("verify", path)
        return Sample(outcome.seconds, outcome.peak_bytes)


def remove(path):
    for suffix in ("", "-journal", "-wal", ".wal"):
        if os.path.lexists(path + suffix):
            os.remove(path + suffix)
