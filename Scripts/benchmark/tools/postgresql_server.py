"""A PostgreSQL server in a folder of its own, which only a socket reaches."""

import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

BINARIES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql@*/bin")


class PostgreSQLServer:
    def __init__(self, folder):
        self._folder = os.path.join(folder, "postgresql")
        self._process = self._socket = None
        # Why there is none, or None.
        self.missing = None

    def start(self):
        """Makes a cluster and starts the server; what keeps it from that is in `missing` afterwards."""
        found = [path for pattern in BINARIES for path in glob.glob(pattern) if os.access(f"{path}/initdb", os.X_OK)]
        if not found:
            self.missing = "PostgreSQL is not installed"
            return
        self._binaries = max(found, key=version)
        # The path of a socket may have about a hundred bytes, and a folder that the user chose may be longer.
        self._socket = tempfile.mkdtemp(prefix="assetstore-bench-", dir="/tmp")
        os.mkdir(self._folder)
        account = server_account()
        for path in (self._folder, self._socket):
            if account:
                os.chown(path, account["user"], account["group"])
        self._run(account)

    def psql(self, *statements):
        """The command line that runs statements one by one up to the first that fails."""
        commands = [argument for statement in statements for argument in ("-c", statement)]
        return [f"{self._binaries}/psql", "-h", self._socket, "-U", "bench", "-d", "postgres", "-AtqX", "-v",
                "ON_ERROR_STOP=1", *commands]

    def end(self):
        if self._process:
            self._process.send_signal(signal.SIGINT)
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._socket:
            shutil.rmtree(self._socket, ignore_errors=True)

    def _run(self, account):
        made = subprocess.run(
            [f"{self._binaries}/initdb", "-D", self._folder, "-A", "trust", "-U", "bench", "-E", "UTF8",
             "--locale=C.UTF-8"], capture_output=True, text=True, cwd="/", **account)
        if made.returncode != 0:
            self.missing = f"initdb failed: {made.stderr.strip()}"
            return
        # A session of its own, so that an interrupt of the benchmark reaches it through `end`.
        self._process = subprocess.Popen(
            [f"{self._binaries}/postgres", "-D", self._folder, "-c", "listen_addresses=", "-c",
             f"unix_socket_directories={self._socket}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
            start_new_session=True, **account)
        for _ in range(300):
            if subprocess.run(self.psql("SELECT 1"), capture_output=True).returncode == 0:
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        self.missing = "its server does not start"


def version(path):
    """The number in .../postgresql/15/bin or .../postgresql@15/bin."""
    digits = os.path.basename(os.path.dirname(path)).rpartition("@")[2]
    return int(digits) if digits.isdigit() else 0


def server_account():
    """Which user the server runs as, for it refuses to run as root; nothing where that is not needed."""
    if os.geteuid() != 0:
        return {}
    users = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = users.get("postgres") or users["nobody"]
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
