"""What must not stand in contributed text, and what only looks like it."""

from __future__ import annotations

import re

import pytest

from macros.reading.text_lint import _MARKS, lint_data, lint_page

# What is wrong -> lines that are, and lines that come near.
LINES = {
    "HTML må ikke stå i teksten": (
        ["<b>fed</b>", "a <script>", "</p>", "<!-- skjult -->", "<?php", "<IMG SRC=x onerror=y>", "<svg/onload=x>"],
        ["a < b", "a <3", "5 <= 6", "a -> b", "»x«", "alder > 30", "<< ja"],
    ),
    "skabelonkode må ikke stå i teksten": (
        ["{{ 7*7 }}", "a {{ b", "a {% b", "{% raw %}", "{# note #}", "x }}", "%}", "{{case_page}}"],
        ["{a}", "## Titel {#titel}", "100 %", "{ }", "50 % }", "{'a': 1}"],
    ),
    "attributter må ikke sættes": (
        ["[x](y){ onclick=x }", "{: style=a }", "Titel { onclick='x' }", "``` {onclick=x}"],
        ["{a}", "{ b }", "a = {1, 2}", "{ = ", "= }"],
    ),
    "mærket --8<--": (['--8<-- "fil"', "x --8<--"], ["--8--", "-- 8 <--"]),
    "adressen kan køre kode": (
        ["[x](javascript:alert(1))", "[x](JavaScript:x)", "[x](data:text/html,x)", "vbscript:x"],
        ["data: 12 tal", "Vi deler data: alle får dem", "metadata og javascript", "https://kl.dk"],
    ),
    "adressen er ikke en almindelig webadresse": (
        [
            "[x](file:///a)",
            "[x](blob:b)",
            "[x]( <feed:x>)",
            "[x](java&#115;cript:x)",
            "[x](a&colon;b)",
            "[x](\\\\a\\x)",
        ],
        ["[x](https://a.example?b=1&c=2)", "[x](../side/#a)", "[x](mailto:a@b.example)", "[x](tel:12345678)", "(a:b)"],
    ),
    "mærke fra en fletning i git": (
        ["<<<<<<< HEAD", "=======", ">>>>>>> gren"],
        ["  =======", "======", "< < <", "--------"],
    ),
    "billeder kan ikke vises her": (["![kort](kort.png)", "x ![](y)"], ["[kort](kort.png)", "Se her! [kort]", "!(x)"]),
}


@pytest.mark.parametrize(("said", "line"), [(said, line) for said, (bad, _) in LINES.items() for line in bad])
def test_what_must_not_stand_in_text(said: str, line: str) -> None:
    problems = list(lint_data("a.yml", f"a: |\n{line}\n"))
    assert said in " ".join(problem.message for problem in problems)
    assert {problem.line for problem in problems} == {2}


@pytest.mark.parametrize("line", [line for _, good in LINES.values() for line in good])
def test_near_misses_may_stand(line: str) -> None:
    assert list(lint_data("a.yml", line)) == []
    assert list(lint_page("docs/a.md", line)) == []


def test_every_rule_is_tried() -> None:
    assert all(message.startswith(said) for (_, message, _), said in zip(_MARKS, LINES, strict=True))


def test_the_problem_shows_where_and_what() -> None:
    (problem,) = lint_data("cases/a.yml", "a: x\nb: se <b>her</b>")
    assert str(problem).startswith(
        "cases/a.yml:2:7: HTML må ikke stå i teksten: <b>her</b> (forventet: almindelig tekst)"
    )


def test_a_long_excerpt_is_cut() -> None:
    (problem,) = lint_data("a.yml", "<b>" + "x" * 90)
    assert problem.message.endswith("…")
    assert len(problem.message) < 70


def test_comments_in_data_files_are_for_editors() -> None:
    assert list(lint_data("a.yml", "# se <b>\n  # {{ x }}")) == []
    assert list(lint_data("a.yml", "a: |\n  tekst\n# se <b>\nb: x\n  # {{ x }}")) == []


def test_what_looks_like_a_comment_in_a_block_of_text_is_text() -> None:
    text = "a:\n  - b: |\n      tekst\n\n      # <b>\nc: >-\n  # {{ x }}"
    assert [problem.line for problem in lint_data("a.yml", text)] == [5, 7]


@pytest.mark.parametrize("line", ["{{ case_finder() }}", '{{ case_page("kube-ringkoebing-skjern") }}'])
def test_a_page_may_call_a_macro_on_a_line_of_its_own(line: str) -> None:
    assert list(lint_page("docs/a.md", line)) == []
    assert list(lint_data("a.yml", line)) != []


@pytest.mark.parametrize(
    "line",
    [
        "Se {{ case_finder() }}",
        "{{ config.site_url }}",
        "{{ case_page(x) }}",
        '{{ case_page("a", "b") }}',
        "{% include 'x' %}",
        "{{ case_finder() }}{{ x }}",
        "render_macros: true",
    ],
)
def test_a_page_may_do_nothing_else(line: str) -> None:
    assert list(lint_page("docs/a.md", line)) != []


@pytest.mark.parametrize(("mark", "_message", "_tip"), _MARKS)
def test_no_mark_is_missed_by_the_first_look(mark: re.Pattern[str], _message: str, _tip: str) -> None:
    """A whole file is searched for a few signs first; every mark must hold one of them."""
    examples = ["<b>", "{{ x }}", "{% x", "x }}", "%}", "{# x", "--8<-- x", "JavaScript:x", "data :x", "vbscript:x"]
    examples += ["<<<<<<< x", "=======", ">>>>>>> x", "![x](y)", "{ a=b }", "[x](file:a)"]
    matching = [text for text in examples if mark.search(text)]
    assert matching
    assert all(list(lint_data("a.yml", f"a: |\n  x\n{text}\n")) for text in matching)


def test_a_place_is_counted_from_one_and_an_excerpt_is_cut_at_thirty_signs() -> None:
    for check in (lint_data, lint_page):
        (problem,) = check("a.yml", "a: x\n  <b>" + "x" * 27)
        assert (problem.path, problem.line, problem.column, problem.field) == ("a.yml", 2, 3, "")
        assert problem.message.endswith(": <b>" + "x" * 27) and problem.expected == "almindelig tekst" and problem.tip
        (problem,) = check("a.yml", "<b>" + "x" * 28)
        assert problem.message.endswith(": <b>" + "x" * 26 + "…")
    (problem,) = lint_page("docs/a.md", "x\nrender_macros: false")
    assert (problem.line, problem.column, problem.field) == (2, 1, "")
    assert "render_macros" in problem.message and problem.expected == "siden uden linjen" and problem.tip


def test_every_mark_of_a_line_is_told_once() -> None:
    found = [problem.message.partition(":")[0] for problem in lint_data("a.yml", "![<b>](x) {{ a }} <i>")]
    assert found == ["HTML må ikke stå i teksten", "skabelonkode må ikke stå i teksten", "billeder kan ikke vises her"]


def test_where_a_block_of_text_ends_remarks_begin_again() -> None:
    """At the depth of the field it hangs on, not at an empty line; and a text may hang on the first column."""
    text = "a: |\n  # <b>\n\n  # <c>\nb: x\n# <d>\nc:\n  d: >\n    # <e>\n  # <f>\n  e: |-\n   # <g>\n# <h>"
    assert [problem.line for problem in lint_data("a.yml", text)] == [2, 4, 9, 12]
    assert [problem.line for problem in lint_data("a.yml", "a: |\n  x: |\n  # <b>")] == [3]
    assert [problem.line for problem in lint_data("a.yml", "- |2+ \n  # <b>\n- x\n# <c>")] == [2]


def test_every_word_that_runs_code_is_seen_beside_the_others() -> None:
    for text in ("javascript:x data:y vbscript:z", "data:y", "vbscript:z", "javascript:x"):
        assert list(lint_data("a.yml", text)), text


def test_a_page_has_no_remarks() -> None:
    assert list(lint_page("docs/a.md", "# <b>"))
    assert list(lint_page("docs/a.md", "{{ a() }}  ")) == []
    assert list(lint_page("docs/a.md", " {{ a() }}"))
    assert list(lint_page("docs/a.md", '{{ a("B") }}'))
