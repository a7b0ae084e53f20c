"""The peers that come from PyPI, in a hidden folder of the project."""

import glob
import os
import subprocess
import sys

PACKAGES = {"duckdb": "1.5.5", "duckdb-cli": "1.5.5", "sqlite-utils": "4.2.1"}


class Peers:
    def __init__(self, folder):
        self.folder, self._failure = folder, ""
        absent = [name for name in PACKAGES if not self.version(name)]
        if absent:
            self._install(absent)

    def missing(self, *packages):
        """Why one of them can't be used, or None."""
        absent = [name for name in packages if not self.version(name)]
        return f"not here, and pip could not install it{self._failure}" if absent else None

    def version(self, package):
        """The version that is there, or None."""
        found = glob.glob(os.path.join(self.folder, package.replace("-", "_") + "-*.dist-info"))
        return os.path.basename(found[0])[len(package) + 1:-len(".dist-info")] if found else None

    def _install(self, packages):
        print(f"installing into {self.folder}: {', '.join(packages)}", file=sys.stderr, flush=True)
        pip = subprocess.run(
            [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--disable-pip-version-check",
             "--target", self.folder, *(f"{name}=={PACKAGES[name]}" for name in packages)],
            capture_output=True, text=True)
        if pip.returncode != 0:
            errors = [line for line in pip.stderr.splitlines() if line.strip()]
            self._failure = f": {errors[-1].strip()}" if errors else ""
