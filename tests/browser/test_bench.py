"""The bench still runs, and each figure of ours is there; no time is asserted, since machines differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.bench import PARTS
from scripts.measuring.bench_figures import NAMES

ROOT = Path(__file__).resolve().parents[2]
# The bench in the Python of the tests, whatever packages that has.
RUN = "import sys; from scripts import bench; bench.ensure = lambda _: None; sys.exit(bench.main(sys.argv[1:]))"


def quick(part: str, folder: Path) -> dict[str, Any]:
    """What one part of the quick bench writes."""
    result = subprocess.run(
        [sys.executable, "-c", RUN, "--quick", "--only", part, "--json", str(folder / "tal.json")],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    found: dict[str, Any] = json.loads((folder / "tal.json").read_text(encoding="utf-8"))
    return found


def test_the_quick_bench_gives_every_figure_of_the_finder(tmp_path: Path) -> None:
    engines = quick("finder", tmp_path)["22"]
    assert engines["Alliancebanken"].keys() == NAMES.keys()
    assert engines["Alliancebanken"]["load_bytes"] == 0
    assert engines["Material"]["load_bytes"] > 10_000
    assert all(value >= 0 for figures in engines.values() for value in figures.values())


# One by one, since several workers then share them.
@pytest.mark.parametrize("part", [name for name, module in PARTS.items() if module])
def test_the_quick_bench_gives_the_figures_of_the_other_parts(part: str, tmp_path: Path) -> None:
    figures = quick(part, tmp_path)[part]["22"]
    assert figures
    assert all(value >= 0 for value in figures.values())
