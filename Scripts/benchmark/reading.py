"""How fast questions are answered, each by a process of its own unless its row says otherwise."""

from dataclasses import dataclass, field
from functools import partial

from . import answers
from .goals import AsFast, AtMost, Memory
from .questions import SORT
from .rivals import Rival, compete
from .samples import Contestant, repeated, require_equal

ALONE, MAPS_ALONE = "DuckDB, its query alone", "DuckDB with maps, its query alone"


@dataclass(frozen=True)
class Question:
    work: str
    # The method of the tools that asks it, and what that is given.
    method: str
    arguments: tuple = ()
    # What our time has to be, by the rival's name.
    goals: dict = field(default_factory=dict)


COUNT = Question("count by two tags", "count", goals={ALONE: AsFast(8), MAPS_ALONE: AsFast(8)})
FACET = Question("facet under a filter", "facet", goals={ALONE: AsFast(5), MAPS_ALONE: AsFast(5)})


def measure(bench, table):
    key = Question("one asset by key", "asset", (bench.key(),), {bench.sqlite.name: AtMost(1.5)})
    group = Question("sql, grouping by a tag", "group", goals={bench.sqlite.name: AtMost(1)})
    for question in (COUNT, FACET, key, group):
        ask(bench, table, question)
    export(bench, table, "ndjson", answers.of_lines)
    export(bench, table, "csv", answers.of_table)
    sort(bench, table)


def ask(bench, table, question):
    """Asks all tools that can answer."""
    rivals = [Rival(name, tool.missing, measure, question.goals.get(name))
              for name, tool, measure in askers(bench, question)]
    compete(table, question.work, bench.rounds, [Contestant(bench.ours.name, asked(bench.ours, question))], rivals)


def askers(bench, question):
    """Who is asked, under which name, and how."""
    for name, tool in ((ALONE, bench.duckdb), (MAPS_ALONE, bench.duckdb_maps)):
        alone = getattr(tool, f"{question.method}_alone", None)
        if alone:
            yield name, tool, alone
    for tool in (bench.sqlite, bench.duckdb, bench.postgresql, bench.sqlite_utils):
        if hasattr(tool, question.method):
            yield tool.name, tool, asked(tool, question)


def asked(tool, question):
    return partial(repeated, partial(getattr(tool, question.method), *question.arguments))


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
