"""How fast records go in, for the first time and again."""

from functools import partial

from .goals import AsFast, AtMost, Memory
from .records import write_all_but_last
from .rivals import Rival, compete
from .samples import Contestant

AGAIN, CHANGED = "the same file again", "all but one of the records again, in another file"


def measure(bench, table):
    """Leaves the records in all tools, for the questions; gives back the series of the first load."""
    ours, records, shorter = bench.ours, bench.records, bench.path("all-but-last.ndjson")
    write_all_but_last(records, shorter)
    rivals = [
        rival(bench.duckdb, "DuckDB, read_json into a table, no index", records, AtMost(1)),
        rival(bench.postgresql, "PostgreSQL, COPY of hstore, unique index and GIN", records),
        rival(bench.sqlite_utils, "sqlite-utils insert, primary key, no other index", records,
              rounds=None if bench.is_small else 1)]
    # What goes in again goes into the store of the first load.
    series = compete(table, "first load", bench.rounds, [
        Contestant(ours.name, partial(ours.load, records), ours.remove),
        Contestant(AGAIN, partial(ours.load, records)),
        Contestant(CHANGED, partial(ours.load, shorter))], rivals)
    first = series[ours.name]
    table.memory("peak memory of the first load", first, Memory())
    table.compare(AGAIN, series[AGAIN], "the first load", first, AsFast(5))
    table.compare(CHANGED, series[CHANGED], "the first load", first)
    if not bench.postgresql.missing:
        bench.postgresql.prepare()
    if not bench.duckdb_maps.missing:
        bench.duckdb_maps.load(records)
    return first


def rival(tool, name, records, goal=None, rounds=None):
    return Rival(name, tool.missing, partial(tool.load, records), goal, tool.remove, rounds)
