"""What is said of packages: a hole stops a proposal, and so does an answer that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.editing.package_review import UNREADABLE, package_faults
from scripts import review_packages

HOLE = {"severity": "high", "advisory_summary": "læser for meget", "advisory_url": "GHSA-1"}
CHANGE = {
    "change_type": "added", "manifest": "requirements.txt", "name": "pakke", "version": "1.0",
    "vulnerabilities": [HOLE],
}  # fmt: skip


def test_a_hole_is_told() -> None:
    told = "pakke 1.0 (requirements.txt): læser for meget (alvor: high, GHSA-1)"
    assert package_faults(json.dumps([[], [CHANGE]])) == [told]


@pytest.mark.parametrize("change", [{"change_type": "removed"}, {"vulnerabilities": []}])
def test_what_goes_out_or_is_sound_passes(change: dict[str, object]) -> None:
    assert package_faults(json.dumps([[CHANGE | change]])) == []


@pytest.mark.parametrize("answer", ["", "{}", '{"message": "Not Found"}', "[{}]", '[[{"name": "a"}]]', "[1]"])
def test_an_answer_that_says_nothing_is_a_fault(answer: str) -> None:
    with pytest.raises(ValueError, match=UNREADABLE):
        package_faults(answer)


@pytest.mark.parametrize(("answer", "code"), [("[[]]", 0), (json.dumps([[CHANGE]]), 1), ("{}", 1), (None, 1)])
def test_the_command_stops(tmp_path: Path, answer: str | None, code: int) -> None:
    file = tmp_path / "pakker.json"
    if answer is not None:
        file.write_text(answer, encoding="utf-8")
    try:
        assert review_packages.main([str(file)]) == code
    except SystemExit as stopped:
        assert stopped.code == code
