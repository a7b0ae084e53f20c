"""The table: what was done, how long it took here and beside it, and whether that is the goal."""

NONE = "–"


class Table:
    def __init__(self):
        self._rows = []

    def compare(self, work, ours, beside, theirs, goal=None):
        """A row for two series; `goal` is `AtMost` or `AsFast`."""
        ratio = ours.median / theirs.median
        said = f"{ratio:.2f} × its time" if ratio >= 1 else f"{1 / ratio:.1f} × as fast"
        self._add(work, spread(ours), beside, spread(theirs), said, goal,
                  goal and goal.holds(ours.median, theirs.median))

    def memory(self, work, series, goal):
        """A row for the most memory that was used."""
        self._add(work, f"{series.peak_bytes / 1e6:.0f} MB", NONE, NONE, NONE, goal, goal.holds(series.peak_bytes))

    def missing(self, work, ours, beside, reason, goal=None):
        """A row for a peer that is not here."""
        self._add(work, spread(ours) if ours else NONE, beside, f"missing: {reason}", NONE, goal, None)

    def value(self, work, ours, beside, theirs):
        """A row of numbers that have no goal."""
        self._add(work, ours, beside, theirs, NONE, None, None)

    @property
    def verdicts(self):
        """How many goals hold, and how many there are that could be judged."""
        judged = [holds for *_, holds in self._rows if holds is not None]
        return sum(judged), len(judged)

    def markdown(self):
        heads = ("work", "assetstore", "beside it", "that takes", "ratio", "goal", "holds")
        lines = [heads, ("---",) * len(heads)]
        lines += [(*cells, {True: "yes", False: "**no**", None: NONE}[holds]) for *cells, holds in self._rows]
        return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)

    def _add(self, work, ours, beside, theirs, ratio, goal, holds):
        self._rows.append((work, ours, beside, theirs, ratio, str(goal) if goal else NONE, holds if goal else None))


def spread(series):
    """The median, with the least and the most."""
    low, high = series.seconds[0], series.seconds[-1]
    factor, unit = (1_000, "ms") if series.median < 1 else (1, "s")
    shown = "{:.2f}" if series.median * factor < 10 else "{:.1f}" if series.median * factor < 100 else "{:.0f}"
    middle, low, high = (shown.format(value * factor) for value in (series.median, low, high))
    return f"{middle} {unit} ({low}–{high})"
