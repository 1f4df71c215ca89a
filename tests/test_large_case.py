"""A case far larger than any editor would write: its page is still made at once, and nothing of it is lost."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from macros.html.page_body import headings, page_body
from macros.library.content import Content
from macros.model.case_model import Case
from macros.pages.pages import Pages
from tests.examples import CASE, changed

FIGURES, ACTORS, LETTERS = 500, 200, 1_000_000
LONGEST = 20_000  # of one text
PLAIN = "Kommunen og havnen lærer ledige op, og de følger op på aftalen hvert år. " * 12
PART = f"{PLAIN}De følger *meget* **tæt** op på [aftalen](https://a.example/).\n\n" + f"{PLAIN.strip()}\n\n" * 5
PARTS = (LONGEST - 100) // len(PART)
LESSONS = LETTERS // (PARTS * len(PART))


def large_case() -> Case:
    """A megabyte of prose in texts as long as may be, no two of them the same, 500 key figures and 200 actors."""
    figure, actor, lesson = CASE["noegletal"][0], CASE["aktoerer"][0], CASE["laering"][0]
    return Case.model_validate(
        changed(
            CASE,
            {
                "formaal": PART * PARTS,
                "laering": [
                    {**lesson, "id": f"punkt-{number}", "tekst": f"Punkt {number}. {PART * PARTS}"}
                    for number in range(LESSONS)
                ],
                "noegletal": [{**figure, "hvad": f"Tal nummer {number}"} for number in range(FIGURES)],
                "aktoerer": [{**actor, "navn": f"Part {number}"} for number in range(ACTORS)],
            },
        )
    )


def test_its_page_has_all_of_it_and_is_made_in_a_second(content: Content) -> None:
    case = large_case()
    pages = Pages(replace(content, cases=(case, *content.cases)), date(2026, 11, 22))
    pages.case_page(content.cases[0].id)
    start = time.process_time()
    html = page_body(pages.case_page(case.id))
    spent = time.process_time() - start
    assert html.count('<li class="figure">') == FIGURES
    assert html.count('<tr><th scope="row">Part ') == ACTORS
    assert html.count("<strong>tæt</strong>") == (1 + LESSONS) * PARTS
    assert len(html) > LETTERS
    assert [one.id for one in headings(html)][:3] == ["lodser-i-nordby", "noegletal", "formaal"]
    assert spent < 1.0, f"{spent:.2f} s"
