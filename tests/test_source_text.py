"""Bytes to text: what is read as plain, and what is named with its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from macros.ground.problem import Problem
from macros.reading.source_text import MAX_BYTES, MOST_FAULTS, invisible_name, read_text


def of_bytes(folder: Path, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """A file of these bytes, read."""
    file = folder / "a.yml"
    file.write_bytes(data)
    return read_text(file, "a.yml")


@pytest.mark.parametrize(
    "data",
    ["a: æ\nb: x\n".encode(), "\ufeffa: æ\nb: x\n".encode(), "a: æ\r\nb: x\r\n".encode(), "a: æ\rb: x\r".encode()],
)
def test_files_of_every_machine_give_the_same_text(tmp_path: Path, data: bytes) -> None:
    assert of_bytes(tmp_path, data) == ("a: æ\nb: x\n", ())


def test_letters_of_two_signs_become_one(tmp_path: Path) -> None:
    assert of_bytes(tmp_path, "A\u030arhus".encode()) == ("Århus", ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "a: x\nb: Ærø\n".encode("windows-1252"),
            "a.yml:2:4: filen er ikke gemt som UTF-8: her står byte 0xc6 (måske et »Æ«",
        ),
        ("æ: x".encode() + b"\xf8", "a.yml:1:5: filen er ikke gemt som UTF-8: her står byte 0xf8 (måske et »ø«"),
        (b"\n\xf8", "a.yml:2:1: filen er ikke gemt som UTF-8"),
        (b"a: \x81", "a.yml:1:4: filen er ikke gemt som UTF-8: her står byte 0x81 (forventet: UTF-8)"),
        ("a: x\n".encode("utf-16"), "a.yml:1:1: filen er gemt som UTF-16 (forventet: UTF-8)"),
        (b"a: x\x00y", "a.yml:1:5: usynligt tegn (styretegn, U+0000)"),
        ("a: x\uffff".encode(), "a.yml:1:5: usynligt tegn (ugyldigt tegn, U+FFFF)"),
        ("a: S\ufffdby".encode(), "a.yml:1:5: usynligt tegn (erstatning for et tegn, der er gået tabt, U+FFFD)"),
    ],
)  # fmt: skip
def test_what_is_named(tmp_path: Path, data: bytes, said: str) -> None:
    _, (problem,) = of_bytes(tmp_path, data)
    assert str(problem).startswith(said)
    assert problem.tip


def test_a_file_full_of_invisible_signs_is_told_in_short_and_at_once(tmp_path: Path) -> None:
    start = time.process_time()
    _, problems = of_bytes(tmp_path, "\u200b".encode() * (MAX_BYTES // 3))
    assert len(problems) == MOST_FAULTS + 1
    assert "flere usynlige tegn" in problems[-1].message
    assert time.process_time() - start < 1


def test_a_huge_file_is_never_read(tmp_path: Path) -> None:
    start = time.process_time()
    text, (problem,) = of_bytes(tmp_path, b"x" * 10_000_000)
    assert (text, problem.message, problem.expected) == ("", "filen fylder 10.000 kB", "højst 1.000 kB")
    assert of_bytes(tmp_path, b"x" * MAX_BYTES)[1] == ()
    assert time.process_time() - start < 1


def test_a_link_to_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("a: x\n")
    (tmp_path / "a.yml").symlink_to(tmp_path / "b.yml")
    _, (problem,) = read_text(tmp_path / "a.yml", "a.yml")
    assert str(problem).startswith("a.yml:1:1: filen er en genvej til en anden fil (forventet: en almindelig fil)")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "mappe.yml").mkdir()
    for name in ("findes-ikke.yml", "mappe.yml"):
        _, (problem,) = read_text(tmp_path / name, name)
        assert str(problem).startswith(f"{name}:1:1: filen kan ikke læses")


@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("hårdt mellemrum", "\u00a0"),
        ("blød bindestreg", "\u00ad"),
        ("usynligt linjeskift", "\u0085\u2028\u2029"),
        ("nulbredde-mellemrum", "\u200b"),
        ("usynligt tegn", "\u200c\u200d\u2060\ufeff"),
        ("skjult skriveretning", "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
        ("ugyldigt tegn", "\ufffe\uffff"),
        ("erstatning for et tegn, der er gået tabt", "\ufffd"),
        ("styretegn", "\x00\x01\x08\x0b\x0c\x0d\x1f\x7f\x80\x9f\ud800\udfff"),
    ],
)
def test_every_invisible_sign_is_known_by_name(name: str, signs: str) -> None:
    for sign in signs:
        assert invisible_name(f"X a{sign}") == f"{name}, U+{ord(sign):04X}"


def test_what_can_be_seen_or_means_a_line_or_a_tab_is_let_be() -> None:
    assert [
        sign for sign in "X aæ\t\n\u00a1\u2010\u2027\u2030\u206a\ud7ff\ue000\U0001f600" if invisible_name(sign)
    ] == []


def test_only_so_many_are_told(tmp_path: Path) -> None:
    assert MOST_FAULTS == 20
    _, problems = of_bytes(tmp_path, "\u200b".encode() * MOST_FAULTS)
    assert [problem.column for problem in problems] == list(range(1, MOST_FAULTS + 1))
    assert "flere" not in problems[-1].message
    _, problems = of_bytes(tmp_path, ("a\n" + "\u200b").encode() * (MOST_FAULTS + 5))
    assert len(problems) == MOST_FAULTS + 1
    assert (problems[-1].line, problems[-1].column) == (MOST_FAULTS + 2, 1) and "flere" in problems[-1].message


def test_the_size_is_told_in_thousands_rounded_up(tmp_path: Path) -> None:
    assert MAX_BYTES == 1_000_000
    (problem,) = of_bytes(tmp_path, b"x" * (MAX_BYTES + 1))[1]
    assert (problem.line, problem.column, problem.message) == (1, 1, "filen fylder 1.001 kB")
    (problem,) = of_bytes(tmp_path, b"\xfe\xff")[1]
    assert str(problem).startswith("a.yml:1:1: filen er gemt som UTF-16 (forventet: UTF-8)")
    assert "gemt i UTF-16. Gem den igen med tegnkodningen UTF-8" in problem.tip


def test_an_invisible_sign_has_a_name() -> None:
    assert invisible_name("a\u202eb") == "skjult skriveretning, U+202E"
    assert invisible_name("Ærø – »x«") == ""
