"""What ten times the records take."""

from dataclasses import replace
from functools import partial

from .goals import AtMost, Memory
from .reading import COUNT, FACET, asked
from .samples import Contestant, in_turn
from .tools.assetstore import AssetStore

TIMES = 10
SMALL, LARGE = "as many as above", "ten times as many"


def measure(bench, table, first):
    """`first` is the series of the first load."""
    large = AssetStore(bench.ours.binary, bench.path("large.db"))
    records = bench.write_records("large.ndjson", bench.count * TIMES, bench.seed)
    load = in_turn("ten times the records", [Contestant(LARGE, partial(large.load, records), large.remove)],
                   bench.rounds if bench.is_small else 1)
    table.compare("load of ten times the records", load[LARGE], "the first load", first, AtMost(10.5))
    table.memory("peak memory of that", load[LARGE], Memory())
    for question, goal in ((COUNT, AtMost(1.3)), (FACET, AtMost(2))):
        work = f"{question.work} among ten times the records"
        series = in_turn(work, [Contestant(name, without_answer(asked(store, question)))
                                for name, store in ((SMALL, bench.ours), (LARGE, large))], bench.rounds)
        table.compare(work, series[LARGE], SMALL, series[SMALL], goal)


def without_answer(measure):
    """It has to be another one."""
    return lambda: replace(measure(), answer=None)
