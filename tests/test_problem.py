"""How a fault reads."""

from __future__ import annotations

from macros.ground.problem import Problem, report


def test_a_problem_is_one_clickable_line_with_a_tip() -> None:
    problem = Problem("cases/a.yml", 3, 7, "noegletal[1].tal", "»x« er ikke et tal", "et tal", "Skriv tallet.")
    assert str(problem) == (
        "cases/a.yml:3:7: noegletal[1].tal: »x« er ikke et tal (forventet: et tal)\n  Tip: Skriv tallet."
    )


def test_a_problem_says_only_what_it_knows() -> None:
    assert str(Problem("cases/a.yml", 1, 1, "", "filen er tom")) == "cases/a.yml:1:1: filen er tom"


def test_a_report_is_sorted_counts_and_says_a_thing_once() -> None:
    late, early = Problem("b.yml", 1, 1, "", "to"), Problem("a.yml", 12, 1, "", "et")
    assert report([late, early, late]) == "a.yml:12:1: et\nb.yml:1:1: to\n\n2 fejl i 2 filer."
    assert report([late]).endswith("\n\n1 fejl i 1 fil.")


def test_lines_are_sorted_as_numbers() -> None:
    assert report([Problem("a", 10, 1, "", "x"), Problem("a", 9, 1, "", "y")]).startswith("a:9:1: y")
