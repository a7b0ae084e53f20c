"""Measures contestants in turn, and holds their answers against one another."""

import os
import statistics
import sys
from dataclasses import dataclass, field
from typing import Callable, Optional

from .processes import Failure


@dataclass(frozen=True)
class Sample:
    seconds: float
    peak_bytes: int = 0
    # What was found, in a form that is equal between tools; None where there is nothing to compare.
    answer: object = None


@dataclass
class Series:
    """What was measured of one contestant."""

    samples: list = field(default_factory=list)

    @property
    def seconds(self):
        return sorted(sample.seconds for sample in self.samples)

    @property
    def median(self):
        return statistics.median(self.seconds)

    @property
    def peak_bytes(self):
        return max(sample.peak_bytes for sample in self.samples)


@dataclass(frozen=True)
class Contestant:
    name: str
    measure: Callable[[], Sample]
    # Not timed.
    before: Callable[[], None] = lambda: None
    # In how many rounds it takes part at most, if it takes long.
    rounds: Optional[int] = None


def in_turn(work, contestants, rounds):
    """A series for each contestant, by name: A B C A B C …, each when the disk has caught up.

    Raises `Failure` if two of them have different answers.
    """
    series = {contestant.name: Series() for contestant in contestants}
    answers = {}
    for number in range(rounds):
        for contestant in contestants:
            if contestant.rounds is not None and number >= contestant.rounds:
                continue
            print(f"{work}: {contestant.name}, round {number + 1} of {rounds}", file=sys.stderr, flush=True)
            contestant.before()
            os.sync()
            sample = contestant.measure()
            series[contestant.name].samples.append(sample)
            if sample.answer is not None:
                answers[contestant.name] = sample.answer
                require_equal(work, answers)
    return series


def repeated(measure, seconds=0.25, at_most=20):
    """The mean of as many as fit into so many seconds, for what is over in a few milliseconds."""
    samples = [measure()]
    while len(samples) < at_most and sum(sample.seconds for sample in samples) < seconds:
        samples.append(measure())
    mean = statistics.fmean(sample.seconds for sample in samples)
    return Sample(mean, max(sample.peak_bytes for sample in samples), samples[-1].answer)


def require_equal(work, answers):
    (first, expected), *others = answers.items()
    for name, answer in others:
        if answer != expected:
            raise Failure(f"{work}: the answers differ: {first}: {shortened(expected)}; {name}: {shortened(answer)}"
                          f"{differences(expected, answer)}")


def differences(one, other):
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return ""
    keys = [key for key in {**one, **other} if one.get(key) != other.get(key)][:3]
    return "".join(f"; {key!r}: {one.get(key)!r} and {other.get(key)!r}" for key in keys)


def shortened(answer):
    text = repr(answer)
    return text if len(text) <= 300 else text[:300] + "…"
