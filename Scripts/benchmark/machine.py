"""What the numbers of a table hold for."""

import os
import platform
import shutil

from .processes import run


def description(bench):
    """Lines that name the machine, the records and the versions of all tools."""
    tools = [f"assetstore {run([bench.ours.binary, '--version']).output.split()[0]}"]
    if not bench.sqlite.missing:
        tools.append(f"sqlite3 {run(['sqlite3', '-version']).output.split()[0]}")
    tools += [f"{name} {bench.peers.version(name)}" for name in ("duckdb", "sqlite-utils") if bench.peers.version(name)]
    if not bench.postgresql.missing:
        version = run(bench.server.psql("SELECT current_setting('server_version')")).output
        tools.append(f"PostgreSQL {version.split()[0]}")
    size = os.path.getsize(bench.records)
    return [
        f"{bench.count:,} records, {size / 1e6:.0f} MB of NDJSON, seed {bench.seed}; medians of {bench.rounds},"
        " with the least and the most",
        f"{processor()}, {cores()} cores, {memory():.0f} GB; {platform.system()} {platform.release()},"
        f" {filesystem(bench.folder)}",
        ", ".join(tools)]


def cores():
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            names = [line.partition(":")[2].strip() for line in file if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else platform.processor() or platform.machine()


def memory():
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def filesystem(folder):
    """Which one a folder is on, where the system tells."""
    if not shutil.which("findmnt"):
        return "a file system that is not told"
    return run(["findmnt", "--noheadings", "--output", "FSTYPE", "--target", folder]).output.strip()
