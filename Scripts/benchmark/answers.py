"""Brings what tools print into forms that are equal if they mean the same."""

import csv
import hashlib
import json

MAPS = ("response_parameters", "response_templates", "tags")


def rows(text):
    """JSON that a tool printed; SQLite's shell and DuckDB's print nothing, or [{]}, for no rows."""
    text = text.strip()
    return json.loads(text) if text and text != "[{]}" else []


def counts(found, value="value", count="count"):
    """How many there are of each value."""
    return {row[value]: row[count] for row in found}


def record(members):
    """A record without what it lacks, with maps as maps."""
    known = {}
    for name, value in members.items():
        if name in ("_id", "_run", "_type", "_extra") or value is None or value == "":
            continue
        known[name] = json.loads(value) if name in MAPS and isinstance(value, str) else value
    return known


def of_lines(path):
    """The records of NDJSON, or of a JSON array with a record a line."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip().lstrip("[").rstrip(",]")
            if line:
                yield json.loads(line)


def of_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def digest(records):
    """How many records there are and what is in them, in whatever order they come."""
    count = total = 0
    for members in records:
        text = json.dumps(record(members), sort_keys=True, ensure_ascii=False)
        total += int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
        count += 1
    return count, total % (1 << 64)


def sequence(records, name):
    """How many records there are, and a digest of what a member of theirs is, in the order in which they come."""
    seen, count = hashlib.sha256(), 0
    for members in records:
        seen.update(json.dumps(members[name]).encode())
        count += 1
    return count, seen.hexdigest()
