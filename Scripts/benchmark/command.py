"""The options of Scripts/bench, and the order of what it does."""

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile

from . import beside, growth, handing_on, loading, machine, plot, reading
from .peers import Peers
from .processes import Failure
from .records import write_records
from .table import Table
from .tools.postgresql_server import PostgreSQLServer
from .workbench import SMALL, Workbench

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def main():
    options = read_options()
    # So that what was started ends, and what was written goes, when the benchmark is told to end.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        if options.records:
            write_records(options.records, options.count, options.seed)
        else:
            measure(options)
    except (Failure, OSError) as failure:
        sys.exit(f"error: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)


def measure(options):
    binary = options.binary or release_binary()
    with temporary_folder(options.folder) as folder, contextlib.ExitStack() as ending:
        server = PostgreSQLServer(folder)
        ending.callback(server.end)
        if options.plot:
            server.missing = "a plot is of the command alone"
        else:
            server.start()
        peers = Peers(options.peers)
        bench = Workbench(binary, folder, peers, server, options.rounds)
        if options.plot:
            return plot.draw(bench, options.plot, options.count, options.seed)
        if options.require_peers:
            bench.require_peers()
        bench.make_records(options.count, options.seed)
        print(report(bench, options))


def report(bench, options):
    table = Table()
    first = loading.measure(bench, table)
    reading.measure(bench, table)
    handing_on.measure(bench, table)
    beside.measure(bench, table)
    if options.tenfold or bench.is_small:
        growth.measure(bench, table, first)
    held, judged = table.verdicts
    lines = [f"* {line}" for line in machine.description(bench)]
    return "\n".join([*lines, f"* {held} of {judged} goals hold; all answers are equal", "", table.markdown()])


def read_options():
    parser = argparse.ArgumentParser(
        prog="Scripts/bench", description="Measures the command beside DuckDB, PostgreSQL, SQLite, sqlite-utils and cp,"
        " in turn, and writes a table in Markdown. Ends with 1 if two of them have different answers.")
    parser.add_argument("count", metavar="COUNT", nargs="?", type=at_least(100), default=1_000_000,
                        help="how many records (default: 1000000)")
    parser.add_argument("--rounds", type=at_least(1), default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--seed", type=int, default=1, help="which records (default: 1)")
    parser.add_argument("--records", metavar="FILE", help="write the records to a file, as NDJSON, and measure nothing")
    parser.add_argument("--tenfold", action="store_true",
                        help=f"measure ten times the records too, even for a COUNT above {SMALL}; then they are"
                        " loaded once")
    parser.add_argument("--plot", metavar="FILE", help="measure the command alone, with 1,000, 10,000 … up to COUNT"
                        " records, and draw that to the file, as SVG")
    parser.add_argument("--folder", help="where to write; fifteen times the records have to fit (default: $TMPDIR)")
    parser.add_argument("--binary", help="the command to measure (default: a release build of these sources)")
    parser.add_argument("--peers", default=os.path.join(ROOT, ".build-peers"),
                        help="where DuckDB and sqlite-utils are, or are installed to (default: .build-peers)")
    parser.add_argument("--require-peers", action="store_true", help="fail if a peer is missing")
    return parser.parse_args()


def at_least(least):
    """Reads a number, in which thousands may be apart."""
    def number(text):
        digits = text.replace("_", "").replace(",", "")
        if not digits.isdigit() or int(digits) < least:
            raise argparse.ArgumentTypeError(f"'{text}' is no number from {least} on")
        return int(digits)
    return number


def release_binary():
    """Builds it if it is not up to date; what the build says goes to standard error."""
    built = subprocess.run([os.path.join(ROOT, "Scripts", "release")], stdout=subprocess.PIPE, text=True)
    if built.returncode != 0:
        raise Failure("the command can't be built; see above")
    return built.stdout.strip()


@contextlib.contextmanager
def temporary_folder(parent):
    try:
        folder = tempfile.mkdtemp(prefix="assetstore-bench-", dir=parent)
    except OSError as error:
        raise Failure(f"no folder can be made in {parent or tempfile.gettempdir()}: {error.strerror}") from error
    # The user that PostgreSQL runs as has to get at its own folder in it.
    os.chmod(folder, 0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
