"""Figures held against goals, and the parts of the bench that lead to them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import bench
from scripts.measuring import build, loop, reader
from scripts.measuring.goals import Goal, goal_lines
from scripts.measuring.whole_site import CommandFailedError, Run, timed


def test_a_goal_is_reached_at_its_limit_and_not_beyond() -> None:
    lines = goal_lines([Goal("lige på", 1.3, 1.3), Goal("for tungt", 100_000.4, 100_000), Goal("langt", 1234.0, 2000)])
    assert [line.split()[-1] for line in lines] == ["nået", "NÅET", "nået"]
    assert [line.endswith("IKKE NÅET") for line in lines] == [False, True, False]
    assert "1.234" in lines[2] and "1,30" in lines[0]


def test_no_goals_are_no_lines() -> None:
    assert goal_lines([]) == []


def test_builds_are_held_against_their_peers() -> None:
    def runs(**walls: float) -> dict[str, float]:
        return build.figures({name: [Run(wall, wall, 500.0)] * 3 for name, wall in walls.items()})

    found = {
        22: runs(cold=2.6, same=1, changed=1, plain=2.0, hugo=0.1),
        1000: runs(cold=4.0, same=2, changed=2.0, hugo=2.0),
        10_000: runs(cold=40.0, same=9, changed=30.0, hugo=20.0),
    }
    goals = {goal.name: (goal.value, goal.reached) for goal in build.goals(found)}
    assert goals["byg 22 mod ren Material"] == (1.3, True)
    assert goals["byg 1000 fra kold mod Hugo"] == (2.0, True)
    assert goals["byg 10000, én case ændret, mod Hugo"] == (1.5, False)
    assert goals["hukommelse ved 10.000 (MB)"] == (500.0, True)
    assert goals["vækst fra 1.000 til 10.000"] == (10.0, True)


def test_without_a_peer_there_is_no_ratio() -> None:
    figures = build.figures({"cold": [Run(1.0, 1.0, 1.0)], "hugo": []})
    assert figures == {"cold_s": 1.0, "cold_cpu_s": 1.0, "cold_mb": 1.0}
    assert build.goals({1000: figures}) == []


def test_reading_and_writing_have_goals_at_their_sizes() -> None:
    seconds = {"saved_s": 0.6, "fault_s": 0.1, "mended_s": 0.1}
    assert [goal.reached for goal in loop.goals({22: seconds, 1000: seconds, 10_000: seconds})] == [
        False, True, True, True, True, True,
    ]  # fmt: skip
    figures = dict.fromkeys(("case_html", "case_bytes", "case_requests", "case_shift", "finder_shift"), 0.0)
    assert all(goal.reached for goal in reader.goals({22: figures}))


@pytest.mark.parametrize(("text", "right"), [("byg", True), ("byg,laeser", True), ("andet", False), ("byg,", False)])
def test_parts_are_named_on_the_command_line(text: str, right: bool) -> None:
    if right:
        assert bench._parts(text) == tuple(text.split(","))
    else:
        with pytest.raises(Exception, match=text):
            bench._parts(text)


def test_a_case_is_changed_whether_its_summary_is_quoted_or_not() -> None:
    assert build.edited("id: a\nkort: Lodser: nej\n", "Nyt.") == "id: a\nkort: Nyt. Lodser: nej\n"
    assert build.edited('kort: "Lodser: ja"\nkort: b\n', "Nyt.") == 'kort: "Nyt. Lodser: ja"\nkort: b\n'
    with pytest.raises(ValueError):
        build.edited("titel: a\n", "Nyt.")


def test_a_failed_command_tells_the_last_it_said(tmp_path: Path) -> None:
    program = "import sys; print('først\\n' * 40); print('til sidst'); sys.exit(3)"
    with pytest.raises(CommandFailedError, match=r"(?s)gav 3:.*til sidst$") as caught:
        timed([sys.executable, "-c", program], tmp_path)
    assert str(caught.value).count("først") < 40
    assert timed([sys.executable, "-c", ""], tmp_path).cpu > 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")
def test_memory_counts_the_children_too(tmp_path: Path) -> None:
    held = "import time; kept = bytearray(60_000_000); time.sleep(1)"
    program = f"import subprocess, sys; {held[:-14]}subprocess.run([sys.executable, '-c', '{held}'])"
    # No upper bound: a process that is just being made shares the memory of the tests' own for a moment.
    assert timed([sys.executable, "-c", program], tmp_path).memory > 110
