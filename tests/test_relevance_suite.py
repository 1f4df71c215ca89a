"""The suite of queries is sound: known cases, no doubles, and each kind of difficulty in both halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.library.content import Content
from scripts.measuring.relevance_suite import Query, SuiteError, load_suite

SUITE = Path(__file__).parent / "fixtures" / "relevans"
KNOWN = ("smede", "skoler", "flygtninge")
GOOD = "- {q: lærepladser, proeve: ja, foerst: [smede], ikke: alle}\n- {q: klasser, proeve: nej, foerst: [skoler]}\n"


@pytest.fixture(scope="module")
def suite(content: Content) -> list[Query]:
    """The real suite against the real cases."""
    return load_suite(SUITE, content.case_by_id)


def test_the_suite_is_sound_and_large(suite: list[Query]) -> None:
    assert len(suite) >= 120
    assert len({query.kind for query in suite}) >= 15


def test_every_kind_is_in_both_halves(suite: list[Query]) -> None:
    kinds = {query.kind for query in suite}
    for held_back in (True, False):
        assert {query.kind for query in suite if query.held_back is held_back} == kinds


def catalogued(content: Content) -> set[str]:
    """The cases that the questions were asked about; an editor who adds a case need not ask any."""
    return {case.id for case in content.cases if case.nummer}


def test_every_case_is_the_best_answer_to_something(suite: list[Query], content: Content) -> None:
    assert catalogued(content) == {case for query in suite for case in query.first}


def test_every_case_is_the_wrong_answer_to_something(suite: list[Query], content: Content) -> None:
    assert catalogued(content) == {case for query in suite for case in query.wrong}


def write(folder: Path, text: str) -> Path:
    """A suite with one kind."""
    (folder / "ord.yml").write_text(text, encoding="utf-8")
    return folder


def test_a_sound_suite_is_read_with_its_truth(tmp_path: Path) -> None:
    asked, other = load_suite(write(tmp_path, GOOD), KNOWN)
    assert (asked.text, asked.kind, asked.held_back) == ("lærepladser", "ord", True)
    assert asked.right == {"smede"} and asked.wrong == {"skoler", "flygtninge"}
    assert not other.held_back and not other.wrong


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("[skoler]", "[skole]", "klasser: ukendt case skole"),
        ("[skoler]", "[skoler, skoler]", "klasser: skoler står to gange"),
        ("[skoler]", "[skoler], ikke: [skoler]", "klasser: skoler står to gange"),
        ("klasser", "Lærepladser", "lærepladser: spørgsmålet står to gange"),
        ("proeve: nej", "proeve: måske", "klasser: proeve skal være ja eller nej"),
        ("proeve: nej", "proeve: ja", "ord: 2 af 2 er gemt til prøven"),
        ("foerst: [skoler]", "maaske: [skoler]", "klasser: ukendt nøgle maaske"),
        ("foerst: [skoler]", "gerne: [skoler]", "intet skal findes, så ikke skal være alle"),
        ("q: klasser", "q: ' '", "q mangler"),
    ],
)
def test_each_fault_is_named(tmp_path: Path, old: str, new: str, fault: str) -> None:
    with pytest.raises(SuiteError, match=fault):
        load_suite(write(tmp_path, GOOD.replace(old, new)), KNOWN)
