"""GitHub's annotations: the same words, on the line, and nothing in a file can give GitHub an order."""

from __future__ import annotations

from macros.editing.annotations import NOTICE, annotation_lines
from macros.ground.problem import Problem


def test_a_problem_stands_on_its_line_with_the_same_words() -> None:
    problem = Problem("cases/a.yml", 3, 14, "nummer", "»tolv« er ikke et tal", "et tal som 12", "Skriv tallet.")
    assert annotation_lines([problem]) == (
        "::error file=cases/a.yml,line=3,col=14,title=nummer"
        "::»tolv« er ikke et tal (forventet: et tal som 12)%0ATip: Skriv tallet.\n"
    )


def test_hostile_words_stay_words() -> None:
    problem = Problem("cases/a,b:c%.yml", 1, 1, "x\n::set-env::y", "a\r\n::error::b 100%")
    (line,) = annotation_lines([problem]).splitlines()
    assert line == (
        "::error file=cases/a%2Cb%3Cc%25.yml,line=1,col=1,title=x%0A%3A%3Aset-env%3A%3Ay::a%0D%0A::error::b 100%25"
    ).replace("%3Cc", "%3Ac")


def test_they_are_sorted_and_each_told_once() -> None:
    one, two = Problem("a.yml", 2, 1, "", "x"), Problem("a.yml", 1, 1, "", "y")
    lines = annotation_lines([one, two, one], NOTICE).splitlines()
    assert [line.partition("::")[2][:26] for line in lines] == [
        "notice file=a.yml,line=1,c",
        "notice file=a.yml,line=2,c",
    ]
    assert annotation_lines([]) == ""
