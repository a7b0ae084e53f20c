"""Who is asked the same as we are, and what our time has to be beside theirs."""

from dataclasses import dataclass
from typing import Callable, Optional, Union

from .goals import AsFast, AtMost
from .samples import Contestant, Sample, in_turn


@dataclass(frozen=True)
class Rival:
    name: str
    # Why it can't take part, or None.
    missing: Optional[str]
    measure: Callable[[], Sample]
    goal: Union[AtMost, AsFast, None] = None
    # Not timed.
    before: Callable[[], None] = lambda: None
    # As `Contestant` has it.
    rounds: Optional[int] = None


def compete(table, work, rounds, ours, rivals):
    """Measures us and the rivals in turn, with a row for each rival; gives back the series by name.

    `ours` are contestants, of which the first is compared with the rivals.
    """
    present = [Contestant(rival.name, rival.measure, rival.before, rival.rounds)
               for rival in rivals if not rival.missing]
    series = in_turn(work, [*ours, *present], rounds)
    own = series[ours[0].name]
    for rival in rivals:
        if rival.missing:
            table.missing(work, own, rival.name, rival.missing, rival.goal)
        else:
            table.compare(work, own, rival.name, series[rival.name], rival.goal)
    return series
