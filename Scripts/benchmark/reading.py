"""How fast questions are answered, each by a process of its own unless its row says otherwise."""

from functools import partial

from . import answers
from .goals import AsFast, AtMost, Memory
from .questions import SORT
from .rivals import Rival, compete
from .samples import Contestant, repeated, require_equal

ALONE = "DuckDB, its query alone"


def measure(bench, table):
    """Gives back the series of the count and of the facet."""
    count = ask(bench, table, "count by two tags", "count", [alone(bench, bench.duckdb.count_alone, AsFast(8))])
    facet = ask(bench, table, "facet under a filter", "facet", [alone(bench, bench.duckdb.facet_alone, AsFast(5))])
    ask(bench, table, "one asset by key", "asset", [], {"sqlite3": AtMost(1.5)}, bench.key())
    ask(bench, table, "sql, grouping by a tag", "group", [], {"sqlite3": AtMost(1)})
    export(bench, table, "ndjson", answers.of_lines)
    export(bench, table, "csv", answers.of_table)
    sort(bench, table)
    return count, facet


def ask(bench, table, work, question, first, goals=None, *arguments):
    """Asks all tools that can answer; gives back our series."""
    ours, goals = bench.ours, goals or {}
    tools = [tool for tool in (bench.sqlite, bench.duckdb, bench.postgresql, bench.sqlite_utils)
             if hasattr(tool, question)]
    rivals = [Rival(tool.name, tool.missing, asked(tool, question, arguments), goals.get(tool.name)) for tool in tools]
    return compete(table, work, bench.rounds, [Contestant(ours.name, asked(ours, question, arguments))],
                   [*first, *rivals])[ours.name]


def asked(tool, question, arguments):
    return partial(repeated, partial(getattr(tool, question), *arguments))


def alone(bench, question, goal):
    return Rival(ALONE, bench.duckdb.missing, question, goal)


def export(bench, table, form, records):
    """All assets as a file; what each wrote is compared once, and not timed."""
    work = f"export of all as {form.upper()}"
    ours, sqlite, nowhere = bench.ours, bench.sqlite, "/dev/null"
    compete(table, work, bench.rounds, [Contestant(ours.name, partial(ours.export, form, nowhere))],
            [Rival(f"sqlite3 {sqlite.forms[form]}", sqlite.missing, partial(sqlite.export, form, nowhere), AsFast(5))])
    require_same_files(bench, work, lambda tool, path: tool.export(form, path),
                       lambda path: answers.digest(records(path)))


def sort(bench, table):
    work = "all assets sorted by a tag"
    ours, sqlite, nowhere = bench.ours, bench.sqlite, "/dev/null"
    series = compete(table, work, bench.rounds, [Contestant(ours.name, partial(ours.sort, nowhere))],
                     [Rival("sqlite3, ORDER BY", sqlite.missing, partial(sqlite.sort, nowhere))])
    table.memory("peak memory of that", series[ours.name], Memory())
    require_same_files(bench, work, lambda tool, path: tool.sort(path),
                       lambda path: answers.sequence(answers.of_lines(path), f"tags.{SORT}"))


def require_same_files(bench, work, write, summary):
    summaries = {}
    for tool in (bench.ours, bench.sqlite):
        if not tool.missing:
            path = bench.path("output")
            write(tool, path)
            summaries[tool.name] = summary(path)
    require_equal(work, summaries)
