"""The bench still runs, and each figure of ours is there; no time is asserted, since machines differ."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from scripts.measuring.bench_figures import NAMES

ROOT = Path(__file__).resolve().parents[2]
# The bench in the Python of the tests, whatever packages that has.
RUN = "import sys; from scripts import bench; bench.ensure = lambda _: None; sys.exit(bench.main(sys.argv[1:]))"


def test_the_quick_bench_gives_every_figure(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", RUN, "--quick", "--json", str(tmp_path / "tal.json")],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    engines = json.loads((tmp_path / "tal.json").read_text(encoding="utf-8"))["22"]
    assert engines["Alliancebanken"].keys() == NAMES.keys()
    assert engines["Alliancebanken"]["load_bytes"] == 0
    assert engines["Material"]["load_bytes"] > 10_000
    assert all(value >= 0 for figures in engines.values() for value in figures.values())
