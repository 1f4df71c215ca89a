"""Danish words: one root for all inflections, one spelling for all ways of writing, parts of compounds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.finding.search_words import (
    STOP_WORDS,
    can_be_part,
    fold,
    form_of,
    is_part,
    parts_of,
    stem,
    word_tokens,
    written_words,
)


@pytest.mark.parametrize(
    "forms",
    [
        "lærling lærlinge lærlingen lærlingene lærlingenes laerling LÆRLINGE",
        "job jobs jobbet jobbene",
        "fag faget fagene fagets",
        "hus huset huse husene",
        "mål målet målene målets",
        "bus busser bussen busserne",
        "plads pladser pladsen pladserne",
        "skole skoler skolen skolerne skolernes",
        "leder ledere lederen lederne ledernes",
        "virksomhed virksomheder virksomheden virksomhederne virksomhedernes",
        "uddannelse uddannelser uddannelsen uddannelserne uddanne uddannet",
        "ansat ansatte ansatter ansættelse",
        "ledig ledige ledigt lediges",
        "student studenter studenterne",
        "elev elever eleven eleverne",
        "kurs kurser kurset",
        "unge ung unges",
        "Århus Aarhus århus",
        "København Koebenhavn kobenhavn",
    ],
)
def test_inflections_and_spellings_share_a_root(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lærer", "lærling"),
        ("smed", "smidig"),
        ("job", "jul"),
        ("elev", "eleven-aften"),
        ("hus", "husk"),
        ("maler", "mål"),
        ("Vejen", "vej"),
        ("Horsens", "hører"),
    ],
)
def test_different_words_keep_different_roots(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@given(st.text())
def test_a_root_is_its_own_root(text: str) -> None:
    root = stem(fold(text))
    assert stem(root) == root


@given(st.text())
def test_the_form_of_the_signs_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_words_are_letters_marks_and_digits() -> None:
    assert written_words("Job & uddannelse: 100.000 kr. (2015–2016) 😀") == [
        "Job",
        "uddannelse",
        "100",
        "000",
        "kr",
        "2015",
        "2016",
    ]
    assert written_words("A\u030arhus, q\u0323x") == ["Århus", "q\u0323x"]
    assert written_words("*_?") == []


@given(st.text(st.characters(max_codepoint=0x2122)) | st.text())
def test_the_quick_way_gives_the_same_words(text: str) -> None:
    assert [fold(form_of(token)) for token in word_tokens(text)] == [fold(word) for word in written_words(text)]


@pytest.mark.parametrize(
    ("part", "word", "found"),
    [
        ("kraft", "arbejdskraftmangel", True),
        ("plads", "læreplads", True),
        ("smed", "klejnsmed", True),
        ("smed", "smedje", True),
        ("elev", "relevant", False),
        ("job", "jobcent", True),
        ("job", "fritidsjob", True),
        ("job", "ejobber", False),
        ("job", "jobs", False),
        ("ab", "abonnement", False),
        ("kraft", "kraft", False),
    ],
)
def test_a_short_root_is_a_part_only_at_an_end(part: str, word: str, found: bool) -> None:
    assert is_part(part, word) is found


def test_words_that_say_nothing_and_numbers_are_no_parts() -> None:
    assert not any(can_be_part(stem(word)) for word in STOP_WORDS)
    assert not can_be_part("2015") and not can_be_part("it") and can_be_part("job")


@given(st.sets(st.text("abe", min_size=3, max_size=9), max_size=30))
def test_parts_are_those_that_trying_each_on_each_would_find(words: set[str]) -> None:
    slow = {(word, part) for word in words for part in words if can_be_part(part) and is_part(part, word)}
    assert set(parts_of(words, words)) == slow
