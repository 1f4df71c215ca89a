"""Advice on how a text reads: each seen to be given, and to be kept back at a near miss."""

from __future__ import annotations

import pytest

from macros.editing.text_advice import LONG_SENTENCE, at_most, text_advice

HARD = "Beskæftigelsesforvaltningens virksomhedskonsulenter koordinerer rekrutteringsindsatserne lokalt. " * 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{'ord ' * LONG_SENTENCE}og flere til.", f"sætningen er på {LONG_SENTENCE + 3} ord"),
        (f"{'ord ' * (LONG_SENTENCE - 1)}ord.", ""),
        (HARD, "teksten er meget svær at læse (LIX"),
        ("Skolen underviser de ledige.", ""),
        ("Eleverne bliver undervist på skolen.", "passiv: »bliver undervist«"),
        ("Planen skal godkendes af rådet.", "passiv: »skal godkendes«"),
        ("Det blev det. Alle bliver parate, og det kan deres elever også.", ""),
        ("Der findes et hold.", ""),
    ],
)
def test_what_is_advised(text: str, said: str) -> None:
    found = [message for message, expected, tip in text_advice(text) if expected and tip]
    assert any(message.startswith(said) for message in found) if said else found == []


def test_the_limit_is_named() -> None:
    assert at_most(200) == ("højst 200 tegn", "Sig kun det vigtigste.")
