"""How long a count waits while a run writes: one reader, which asks again and again."""

import time

from .processes import Failure
from .tools.assetstore import AssetStore

# How often readers come, as far as waits are weighed.
INTERVAL = 0.01


def measure(bench, table):
    before = bench.count // 10
    path = bench.write_records("before.ndjson", before, bench.seed + 1)
    waits, idle = [], []
    for _ in range(bench.rounds):
        store = AssetStore(bench.ours.binary, bench.path("beside.db"))
        store.remove()
        store.load(path)
        idle += [store.count_while_written().seconds for _ in range(10)]
        waits += waits_beside_load(store, bench.records, before, bench.count)
    waits = as_met(waits)
    for share in (0.5, 0.99, 1):
        name = "longest" if share == 1 else f"p{share * 100:g}"
        table.value(f"count beside a load, {name}", milliseconds(at(share, waits)), "the same, at rest",
                    milliseconds(at(share, sorted(idle))))


def waits_beside_load(store, records, before, count):
    """What each count took from the start of a load to its end; each sees all of the run or none of it."""
    waits = []
    load = store.begin_load(records)
    try:
        while not load.has_ended():
            sample = store.count_while_written()
            if sample.answer not in (before, before + count):
                raise Failure(f"a count beside a load of {count} gave {sample.answer}, and there were {before}")
            waits.append(sample.seconds)
            time.sleep(INTERVAL)
    except BaseException:
        load.kill()
        raise
    load.wait()
    return waits


def as_met(waits):
    """The waits that readers meet who come at any time.

    One reader that waits a second asks once where a hundred would have come: those that it kept from coming waited for
    what was left of the second.
    """
    met = []
    for wait in waits:
        met.append(wait)
        while (wait := wait - INTERVAL) > 0:
            met.append(wait)
    return sorted(met)


def at(share, waits):
    return waits[min(len(waits) - 1, int(share * len(waits)))]


def milliseconds(seconds):
    return f"{seconds * 1_000:.1f} ms"
