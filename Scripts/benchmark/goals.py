"""What a row of the table has to reach."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AtMost:
    """So many times what it is compared with."""

    times: float

    def __str__(self):
        return f"at most {self.times:g} ×"

    def holds(self, ours, theirs):
        return ours <= self.times * theirs


@dataclass(frozen=True)
class AsFast:
    """So many times as fast."""

    times: float

    def __str__(self):
        return f"{self.times:g} × as fast"

    def holds(self, ours, theirs):
        return ours * self.times <= theirs


@dataclass(frozen=True)
class Memory:
    """So many bytes at most."""

    limit: int = 256_000_000

    def __str__(self):
        return f"at most {self.limit // 1_000_000} MB"

    def holds(self, ours):
        return ours <= self.limit
