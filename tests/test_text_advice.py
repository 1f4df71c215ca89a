"""Advice on how a text reads."""

from __future__ import annotations

from macros.text_advice import at_most


def test_the_limit_is_named() -> None:
    assert at_most(200) == ("højst 200 tegn", "Sig kun det vigtigste.")
