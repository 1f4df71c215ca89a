"""The faults that scripts/mutate.py puts in, and that a test which notices nothing is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import mutate
from scripts.measuring import mutation_memory, mutation_run
from scripts.measuring.mutants import Mutant, python_mutants, script_mutants
from scripts.measuring.mutation_import import _imported
from scripts.measuring.mutation_memory import Memory
from scripts.measuring.mutation_run import Score
from tests.examples import ROOT


def results(text: str) -> set[str]:
    """Every mutant of a Python text, without its first line breaks."""
    return {mutant.text for mutant in python_mutants(text)}


@pytest.mark.parametrize(
    ("text", "mutant"),
    [
        ("a == b", "a != b"),
        ("a < b", "a <= b"),
        ("a and b", "a or b"),
        ("a + b", "a - b"),
        ("x if a else y", "x if not a else y"),
        ("[a for a in b if c]", "[a for a in b]"),
        ("f(a)", "None"),
        ("a = 1", "a = 2"),
        ("a = True", "a = False"),
        ("a = 'b'", "a = 'XXb'"),
    ],
)
def test_a_fault_is_put_in(text: str, mutant: str) -> None:
    assert mutant in results(text)


@pytest.mark.parametrize(
    "text", ["import a", "def f(a: int) -> str:\n    'b'", "a = 'to ord'", "f'{a} b'", "a = b", "__all__ = ['a']"]
)
def test_words_and_types_are_left_alone(text: str) -> None:
    assert results(text) - {"None"} == set()


def test_each_mutant_has_one_fault_and_its_line() -> None:
    mutants = list(python_mutants("a = 1\nif a == 2:\n    f(3)"))
    assert {mutant.line for mutant in mutants} == {1, 2, 3}
    assert len({mutant.text for mutant in mutants}) == len(mutants) == 6


def test_scripts_are_spoiled_outside_words_and_comments() -> None:
    assert [mutant.text for mutant in script_mutants("a > b >>> c")] == ["a >= b >>> c"]
    text = 'import { a } from "./a.mjs"; // a === b\nif (b === 1 && !c) return "x === y";'
    found = [mutant.text.splitlines()[1] for mutant in script_mutants(text)]
    assert 'if (b !== 1 && !c) return "x === y";' in found
    assert 'if (b === 1 || !c) return "x === y";' in found
    assert 'if (b === 1 && c) return "x === y";' in found
    assert 'if (b === (1 + 1) && !c) return "x === y";' in found
    assert all('return "x === y"' in line or "return void" in line for line in found)


def test_a_score_counts_what_was_noticed() -> None:
    score = Score("a.py", 10, [Mutant(1, "x", "")])
    assert score.percent == 90.0


def test_every_file_and_its_tests_are_there() -> None:
    for files in mutate.GROUPS.values():
        for path, names in files.items():
            assert (ROOT / path).is_file() and all((ROOT / "tests" / f"{name}.py").is_file() for name in names)


def test_a_script_that_no_test_looks_at_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With tests that always pass every fault survives, and the command says so."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()
    monkeypatch.setattr(mutate, "ensure", lambda _: None)
    monkeypatch.setenv("BYGGET", "")
    monkeypatch.setattr(mutate, "GROUPS", {"kladder": {"docs/a.mjs": ("x",)}})
    told: list[str] = []
    monkeypatch.setattr(mutate, "step", told.append)

    def blind(path: str, *_: object) -> Score:
        return Score(path, 2, [Mutant(1, "a", ""), Mutant(2, "b", "")])

    monkeypatch.setattr(mutation_run, "score_script", blind)
    assert mutate.main(["--site-dir", str(tmp_path / "site")]) == 1
    assert "docs/a.mjs: 0 procent af 2 fejl opdaget" in told


def test_what_was_noticed_is_remembered_and_a_survivor_is_tried_with_new_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutation_memory, "ROOT", tmp_path)
    (tmp_path / "test_a.py").write_text("1")
    memory = Memory(tmp_path / "kendt" / "mutanter.jsonl").of(["test_a.py"])
    assert memory.noticed("a") is None
    memory.keep("a", noticed=True)
    memory.keep("b", noticed=False)
    again = Memory(memory.file)
    assert again.of(["test_a.py"]).noticed("a") is True and again.of(["test_a.py"]).noticed("b") is False
    (tmp_path / "test_a.py").write_text("2")
    assert again.of(["test_a.py"]).noticed("a") is True and again.of(["test_a.py"]).noticed("b") is None
    assert Memory(memory.file, anew=True).known == {}


def test_a_fault_that_changes_nothing_is_not_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is known by its line of code, so that it counts again when the line is changed."""
    monkeypatch.setattr(mutation_memory, "equivalents", lambda: {("a.py", "b = 1", "x"): "fordi"})
    mutants = [Mutant(1, "x", "1"), Mutant(1, "y", "2"), Mutant(2, "x", "3")]
    memory = Memory(tmp_path / "mutanter.jsonl")
    score = mutation_run._tried(
        Score("a.py"),
        "  b = 1\nb = 2",
        mutants,
        lambda one, _: int(one.text in ("", "3") and one.text != ""),
        str,
        memory,
    )
    assert (score.equivalent, score.tried, [one.text for one in score.survivors]) == (1, 2, ["2"])


def test_every_fault_on_the_list_is_one_of_the_files_and_has_a_reason() -> None:
    """A line that fits nothing any more is out of date."""
    found: set[tuple[str, str, str]] = set()
    for path in {path for path, _, _ in mutation_memory.equivalents()}:
        text = (ROOT / path).read_text(encoding="utf-8")
        lines = ["", *map(str.strip, text.splitlines())]
        mutants = python_mutants(text) if path.endswith(".py") else script_mutants(text)
        found |= {(path, lines[mutant.line], mutant.what) for mutant in mutants}
    assert [row for row in mutation_memory.equivalents() if row not in found] == []
    assert all(len(reason) > 20 for reason in mutation_memory.equivalents().values())
    assert len(mutation_memory.equivalents()) < 60


def test_the_modules_that_a_text_imports_are_found() -> None:
    text = "from macros.ground import danish\nfrom macros.html.prose import plain, prose\n    from macros.x import (\n"
    assert _imported(text) == ["macros.ground", "macros.ground.danish", "macros.html.prose", "macros.x"]
