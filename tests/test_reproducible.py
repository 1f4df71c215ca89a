"""Two builds of the same sources are equal to the byte, wherever and however they are made."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.altered_site import copy_project
from tests.conftest import build_environment

# Another folder, another time of day and year, another language, another order of sets, other times of files.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711", "HOME": os.sep}
LONG_AGO = 946_684_800


def fingerprints(site: Path) -> dict[str, str]:
    """Every file of a site with the hash of its bytes."""
    files = (file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_build_elsewhere_is_the_same_to_the_byte(built_site: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "et helt andet sted", lint=True, checks=True)
    for file in project.rglob("*"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    site = tmp_path / "ude"
    result = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=project, env={**build_environment(), **ELSEWHERE}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    here, there = fingerprints(built_site), fingerprints(site)
    assert here.keys() == there.keys() and len(here) > 500
    assert [name for name in sorted(here) if here[name] != there[name]] == []


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    before = fingerprints(tmp_path)
    (tmp_path / "a").write_bytes(b"y")
    assert fingerprints(tmp_path) != before
