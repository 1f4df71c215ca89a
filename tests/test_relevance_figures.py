"""The arithmetic of relevance, against sums done by hand."""

from __future__ import annotations

import pytest

from scripts.measuring.relevance_figures import by_kind, complaint, half, judge, summary, table
from scripts.measuring.relevance_suite import Query


def query(first: str = "", also: str = "", accepted: str = "", wrong: str = "", held_back: bool = False) -> Query:
    """A query whose cases are named by single letters."""
    return Query("ord", "sted" if held_back else "ord", held_back, *map(frozenset, (first, also, accepted, wrong)))


@pytest.mark.parametrize(
    ("shown", "recall", "precision", "reciprocal_rank", "best_on_top"),
    [
        ("abc", 1.0, 1.0, 1.0, 1.0),
        ("bac", 1.0, 1.0, 1.0, 1.0),
        ("acb", 1.0, 1.0, 1.0, 0.5),
        ("xab", 2 / 3, 2 / 3, 0.5, 0.5),
        ("ga", 1 / 3, 1.0, 0.5, 0.5),
        ("xyzvwa", 1 / 3, 0.0, 1 / 6, 0.0),
        ("", 0.0, 0.0, 0.0, 0.0),
    ],
)
def test_each_figure_is_right(
    shown: str, recall: float, precision: float, reciprocal_rank: float, best_on_top: float
) -> None:
    found = judge(query(first="ab", also="c", accepted="g"), list(shown))
    assert found.recall == pytest.approx(recall)
    assert found.precision == pytest.approx(precision)
    assert found.reciprocal_rank == pytest.approx(reciprocal_rank)
    assert found.best_on_top == pytest.approx(best_on_top)


def test_what_must_not_come_is_counted_wherever_it_stands() -> None:
    assert judge(query(first="a", wrong="xy"), list("abcdefgx")).wrong == ("x",)
    assert judge(query(first="a", wrong="xy"), list("abcdefg")).wrong == ()


def test_where_nothing_fits_only_an_empty_list_is_right() -> None:
    right, wrong = judge(query(wrong="xy"), []), judge(query(wrong="xy"), ["x"])
    assert (right.recall, right.precision, right.perfect) == (None, 1.0, True)
    assert (wrong.recall, wrong.precision, wrong.perfect) == (None, 0.0, False)


def test_where_no_case_is_best_any_right_one_may_be_first() -> None:
    found = judge(query(also="ab"), list("xb"))
    assert (found.reciprocal_rank, found.best_on_top) == (0.5, None)


def test_a_perfect_answer_wants_everything() -> None:
    asked = query(first="a", also="b", wrong="x")
    assert judge(asked, list("ab")).perfect
    assert not any(judge(asked, list(shown)).perfect for shown in ("ba", "a", "abx", "aby"))


def test_means_are_taken_over_the_queries_that_have_the_figure() -> None:
    answers = [judge(query(first="a"), ["a"]), judge(query(first="a", wrong="x"), ["x"]), judge(query(wrong="x"), [])]
    found = summary(answers)
    assert (found.queries, found.recall, found.reciprocal_rank, found.wrong) == (3, 0.5, 0.5, 1)
    assert found.precision == pytest.approx(2 / 3)


def test_halves_and_kinds_are_kept_apart() -> None:
    answers = [judge(query(first="a"), ["a"]), judge(query(first="a", held_back=True), [])]
    assert [answer.recall for answer in half(answers, held_back=True)] == [0.0]
    assert {kind: figures.recall for kind, figures in by_kind(answers).items()} == {"ord": 1.0, "sted": 0.0}


def test_the_table_is_danish_and_aligned() -> None:
    head, line = table({"i alt": summary([judge(query(first="ab"), ["x", "a"])])})
    assert len(head) == len(line)
    assert line.split() == ["i", "alt", "1", "50,0", "%", "50,0", "%", "0,500", "50,0", "%", "0"]


def test_a_complaint_names_what_is_missing_and_wrong() -> None:
    text = complaint(judge(query(first="ab", wrong="x"), ["x", "a"]))
    assert text == "ord: ord | mangler b | må ikke komme: x | viste x, a"
    assert "skal være øverst: a" in complaint(judge(query(first="a", accepted="y"), ["y", "a"]))
