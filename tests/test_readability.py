"""LIX: words a sentence plus long words in a hundred."""

from __future__ import annotations

import pytest

from macros.editing.readability import case_text, lix, reading
from tests.examples import case


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", 0),
        ("Vi går en tur.", 4),
        ("Kommunen hjælper virksomheder.", 103),
        ("Vi går. De ser på os.", 3),
        ("Vi går i 7. klasse og 9. klasse.", 8),
        ("Det er let: Kommunen ringer.", 22),
        ("et punkt\ntil punkt", 2),
        ("Vi fik 100.000 i år", 5),
    ],
)
def test_known_texts(text: str, value: int) -> None:
    assert lix(text) == value


def test_sentences_and_long_words_are_counted() -> None:
    found = reading("Erhvervsrådet og jobcentret besøger virksomheder. De hjælper hinanden.")
    assert (found.words, found.sentences, found.long_words) == (8, 2, 6)
    assert found.sentence_length == 4


@pytest.mark.parametrize(("text", "degree"), [("Vi går.", "meget let"), ("Virksomhederne samarbejder.", "meget svær")])
def test_the_degree_says_it_in_words(text: str, degree: str) -> None:
    assert reading(text).degree == degree


def test_a_cases_text_is_what_is_told_in_it() -> None:
    _, told = case(
        kort="Kort.", formaal="Et **mål**.\n\n- punkt a\n- punkt b\n", organisering=None, resultater="To\nlinjer."
    )
    lines = [line.strip() for line in case_text(told).split("\n") if line.strip()]
    assert lines == ["Kort.", "Et mål.", "punkt a", "punkt b", "To linjer.", "Begynd med et lille hold."]
