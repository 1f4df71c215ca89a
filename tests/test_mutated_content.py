"""Five thousand spoiled content files: the validator answers each with a place and words, and falls over none.

More by hand: python3 scripts/fuzz.py (60,000 files, a new seed each time).
"""

from __future__ import annotations

import random

import pytest

from scripts import fuzz
from scripts.measuring import mutated_content
from scripts.measuring.mutated_content import TOKENS, Told, batches, mutated, seeds, try_batch, try_files

FILES, SEED = 5_000, 2026


def test_no_spoiled_file_makes_the_validator_fall() -> None:
    told = try_files(FILES, SEED)
    assert told.faults == []
    assert told.files == FILES and told.problems > FILES


def test_the_same_seed_gives_the_same_files_and_every_token_is_used() -> None:
    one, other = list(batches(600, 1)), list(batches(600, 1))
    assert one == other != list(batches(600, 2))
    text = b"\n".join(data for batch in batches(4_000, 3) for _, data in batch)
    assert [token for token in TOKENS if token not in text] == []


def test_mutations_change_files() -> None:
    dice, (_, data) = random.Random(1), seeds()[0]
    assert sum(mutated(dice, data) != data for _ in range(100)) > 95


def test_a_validator_that_falls_is_caught_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check itself: one file of many that makes it fall, and a fault without a place, are both told."""
    good = mutated_content.load_content

    def falls(root: object) -> object:
        if any(b"boom" in file.read_bytes() for file in root.rglob("*.yml")):  # type: ignore[attr-defined]
            raise ValueError("bum")
        return good(root)  # type: ignore[arg-type]

    monkeypatch.setattr(mutated_content, "load_content", falls)
    told = Told()
    try_batch([("cases/a.yml", b"id: a\n"), ("cases/b.yml", b"boom\n"), ("cases/c.yml", b"id: c\n")], told)
    assert len(told.faults) == 1 and told.faults[0].startswith("faldt over cases/b.yml: ") and told.files == 3


def test_a_fault_without_a_place_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def placeless(_: object) -> None:
        problem = mutated_content_problem()
        raise mutated_content.ContentError((problem,))

    monkeypatch.setattr(mutated_content, "load_content", placeless)
    told = Told()
    try_batch([("cases/a.yml", b"id: a\n")], told)
    assert told.faults and told.faults[0].startswith("uden sted eller ord: cases/a.yml:0:1")


def mutated_content_problem() -> object:
    """A problem at a line that there is not."""
    from macros.ground.problem import Problem

    return Problem("cases/a.yml", 0, 1, "", "noget")


def test_the_command_tells_and_ends_with_a_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "ensure", lambda _: None)
    assert fuzz.main(["--files", "20", "--seed", "5"]) == 0
    assert "20 filer prøvet med frø 5" in capsys.readouterr().out
    monkeypatch.setattr(mutated_content, "try_files", lambda *_: Told(1, 1, 1, ["faldt over x"]))
    assert fuzz.main(["--seed", "5"]) == 1
    assert "faldt over x" in capsys.readouterr().out
