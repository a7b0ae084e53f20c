"""How our own time grows with the records, as a drawing: SVG, with both axes in powers of ten."""

import math
import sys
from dataclasses import dataclass, field

from .processes import Failure
from .reading import COUNT, FACET, asked
from .samples import Contestant, in_turn

LEAST = 1_000
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 720, 420, 80, 24, 168, 48
COLOURS = ("#1f6feb", "#bf4b00", "#2da44e")


@dataclass
class Line:
    """Seconds by how many records there are."""

    name: str
    colour: str
    points: list = field(default_factory=list)


def draw(bench, path, count, seed):
    """Measures each power of ten up to the count, and writes the drawing to a file."""
    if count < LEAST * 10:
        raise Failure(f"{count} records make no line; a plot begins with {LEAST:,} and needs {LEAST * 10:,}")
    load, *questions = [Line(name, colour) for name, colour in zip(("first load", COUNT.work, FACET.work), COLOURS)]
    size = LEAST
    while size <= count:
        records = bench.write_records("records.ndjson", size, seed)
        add(load, size, measured(f"load of {size:,}", lambda: bench.ours.load(records), bench, bench.ours.remove))
        for line, question in zip(questions, (COUNT, FACET)):
            add(line, size, measured(f"{line.name} of {size:,}", asked(bench.ours, question), bench))
        size *= 10
    with open(path, "w", encoding="utf-8") as file:
        file.write(svg([load, *questions]))


def measured(work, measure, bench, before=lambda: None):
    return in_turn(work, [Contestant(work, measure, before)], bench.rounds)[work].median


def add(line, size, seconds):
    print(f"{line.name} of {size:,}: {seconds:.4g} s", file=sys.stderr, flush=True)
    line.points.append((size, seconds))


def svg(lines):
    sizes = [size for size, _ in lines[0].points]
    times = [seconds for line in lines for _, seconds in line.points]
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    place = placing(sizes, LEFT, right)
    low, high = math.floor(math.log10(min(times))), math.ceil(math.log10(max(times)))
    height = placing([10.0 ** low, 10.0 ** high], bottom, TOP)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
             ' font-size="13" fill="#57606a">']
    for exponent in range(low, high + 1):
        y = height(10.0 ** exponent)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{right}" stroke="#d0d7de"/>'
                     f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{duration(exponent)}</text>')
    for size in sizes:
        x = place(size)
        parts.append(f'<path d="M{x:.1f} {TOP}V{bottom}" stroke="#d0d7de"/>'
                     f'<text x="{x:.1f}" y="{bottom + 20}" text-anchor="middle">{size:,}</text>')
    parts.append(f'<text x="{(LEFT + right) / 2:.1f}" y="{HEIGHT - 8}" text-anchor="middle">assets</text>')
    for line in lines:
        points = [(place(size), height(seconds)) for size, seconds in line.points]
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        parts.append(f'<polyline points="{way}" fill="none" stroke="{line.colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{line.colour}"/>' for x, y in points]
    # Two lines may end at nearly the same height.
    labels = sorted(lines, key=lambda line: height(line.points[-1][1]))
    y = 0
    for line in labels:
        y = max(height(line.points[-1][1]) + 4, y + 16)
        parts.append(f'<text x="{right + 10}" y="{y:.1f}" fill="{line.colour}">{line.name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def placing(values, start, end):
    """A function from a value to its place on an axis, by its logarithm."""
    first, last = math.log10(min(values)), math.log10(max(values))
    return lambda value: start + (math.log10(value) - first) / max(last - first, 1e-9) * (end - start)


def duration(exponent):
    return f"{10 ** exponent:,} s" if exponent >= 0 else f"{10 ** (exponent + 3):,} ms" if exponent >= -3 else "1 µs"
