"""Runs a program to its end, and says how long it took and how much memory it had."""

import os
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass


class Failure(Exception):
    """What the benchmark can't go on after, as the user is told it."""


@dataclass(frozen=True)
class Outcome:
    seconds: float
    peak_bytes: int
    output: str


class Child:
    """A program that was started."""

    def __init__(self, arguments, output=None, environment=None):
        """`output` is a path for standard output; without one it is kept for `wait`."""
        self.arguments = [str(argument) for argument in arguments]
        program = shutil.which(self.arguments[0])
        if program is None:
            raise Failure(f"{self.arguments[0]} is not here")
        self._errors = tempfile.TemporaryFile()
        self._output = open(output, "wb") if output else tempfile.TemporaryFile("w+b")
        self._keeps_output = output is None
        redirections = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
                        (os.POSIX_SPAWN_DUP2, self._output.fileno(), 1),
                        (os.POSIX_SPAWN_DUP2, self._errors.fileno(), 2)]
        # The seconds that it took, its status and what it used, once it has ended.
        self._end = None
        self._start = time.perf_counter()
        self._process = os.posix_spawn(program, self.arguments, {**os.environ, **(environment or {})},
                                       file_actions=redirections)

    def has_ended(self):
        return self._look(os.WNOHANG)

    def wait(self):
        """Waits for its end; a program that failed is a `Failure` with what it said."""
        try:
            self._look(0)
        except BaseException:
            self.kill()
            raise
        seconds, status, usage = self._end
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            self._errors.seek(0)
            said = self._errors.read().decode(errors="replace").strip()[-2_000:]
            raise Failure(f"{' '.join(self.arguments)[:500]}: ended with {code}: {said}")
        output = ""
        if self._keeps_output:
            self._output.seek(0)
            output = self._output.read().decode()
        self._output.close()
        self._errors.close()
        # Linux counts it in KiB, macOS in bytes.
        return Outcome(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1_024), output)

    def kill(self):
        """Ends it, if it goes on."""
        if not self.has_ended():
            os.kill(self._process, signal.SIGKILL)
            self._look(0)

    def _look(self, options):
        """Whether it has ended; then how is in `_end`."""
        if self._end is None:
            process, status, usage = os.wait4(self._process, options)
            if process:
                self._end = time.perf_counter() - self._start, status, usage
        return self._end is not None


def run(arguments, output=None, environment=None):
    return Child(arguments, output, environment).wait()
