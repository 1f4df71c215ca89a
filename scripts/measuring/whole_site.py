"""A project of its own with any number of cases, and its whole site built as scripts/build.py builds the real one."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from scripts.measuring.memory_watch import MemoryWatch
from scripts.measuring.synthetic_project import write_project

ROOT = Path(__file__).resolve().parents[2]
EPOCH = "1795305600"
# So much of what a failed command said is shown.
LAST_LINES = 20
_LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*")


@dataclass(frozen=True)
class Run:
    """How long a command took, in seconds of clock and of processor, and the most memory held in all, in MB."""

    wall: float
    cpu: float
    memory: float


class CommandFailedError(Exception):
    """A command that is measured could not do its work."""


def write_site_project(folder: Path, count: int) -> Path:
    """A copy of the project in a new folder; with more cases than the real ones, made cases stand in their place."""
    folder.mkdir(parents=True)
    for name in ("macros", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=_LEFT_OUT)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    if count == len(list((ROOT / "cases").glob("[!_]*.yml"))):
        for name in ("cases", "agreements"):
            shutil.copytree(ROOT / name, folder / name)
    else:
        write_project(folder, count, 1)
    return folder


def build_site_of(folder: Path, site: Path) -> Run:
    """Build the site of a project; links to the real cases may lead nowhere among made ones, so not strictly."""
    return timed([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], folder)


def timed(command: list[str], folder: Path) -> Run:
    """Run a command to its end; CommandFailedError with the last it said where it fails."""
    prefix = folder.parent / "pycache"
    environment = {
        key: value for key, value in os.environ.items() if key not in ("PYTHONDONTWRITEBYTECODE", "BYGGELAGER")
    }
    environment |= {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", "PYTHONPYCACHEPREFIX": str(prefix)}
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout
    memory = MemoryWatch(process.pid)
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        last = b"\n".join(said.splitlines()[-LAST_LINES:]).decode(errors="replace")
        raise CommandFailedError(f"{' '.join(command)} gav {process.returncode}:\n{last}")
    most = max(memory.most(), used.ru_maxrss * _UNIT / 1e6)
    return Run(time.monotonic() - start, used.ru_utime + used.ru_stime, most)


_UNIT = 1 if sys.platform == "darwin" else resource.getpagesize() // 4
