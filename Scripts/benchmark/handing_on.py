"""How long it takes to hand the store on, beside the copy of a file of as many bytes that is on disk."""

from functools import partial

from .goals import AtMost
from .rivals import Rival, compete
from .samples import Contestant, in_turn
from .tools.assetstore import AssetStore

GOALS = {"backup": AtMost(3), "restore": AtMost(4), "verify": AtMost(8)}


def measure(bench, table):
    ours, backup, copy = bench.ours, bench.path("backup.db"), bench.path("copy.db")
    restored = AssetStore(ours.binary, bench.path("restored.db"))
    contestants = [
        Contestant(bench.copy.name, partial(bench.copy.copy, ours.store, copy)),
        Contestant("backup", partial(ours.back_up, backup)),
        Contestant("restore", partial(restored.restore, backup), restored.remove),
        Contestant("verify", partial(ours.verify, backup))]
    if not bench.sqlite.missing:
        contestants.append(Contestant("sqlite3 .backup", partial(bench.sqlite.back_up, copy)))
    series = in_turn("handing on", contestants, bench.rounds)
    for work, goal in GOALS.items():
        table.compare(work, series[work], bench.copy.name, series[bench.copy.name], goal)
    if bench.sqlite.missing:
        table.missing("backup", series["backup"], "sqlite3 .backup", bench.sqlite.missing)
    else:
        table.compare("backup", series["backup"], "sqlite3 .backup", series["sqlite3 .backup"])
