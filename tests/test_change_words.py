"""Words for a difference: plain in quotes, odd as code, long cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.editing.change_words import LONGEST, became, number, rewritten, shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("17 virksomheder", "»17 virksomheder«"),
        ("Børn & unge", "`Børn & unge`"),
        ("<b>", "`<b>`"),
        ("@alle", "`@alle`"),
        ("#12", "`#12`"),
        ("[x](y)", "`[x](y)`"),
        ("a `b` c", "`a ´b´ c`"),
        ("se www.ond.example", "`se www.ond.example`"),
        ("https://x", "`https://x`"),
        ("a\n## b", "`a ## b`"),
        ("x\u202ey\u200b", "»x?y?«"),
        ("", "»«"),
        ("_x_ *y*", "`_x_ *y*`"),
    ],
)
def test_a_text_is_shown_so_that_it_is_only_words(text: str, said: str) -> None:
    assert shown(text) == said


@given(st.text())
def test_no_text_gets_out_of_its_quotes(text: str) -> None:
    said = shown(text)
    assert "\n" not in said and len(said) <= LONGEST + 2
    inside = said[1:-1]
    assert (said[0], said[-1]) in (("»", "«"), ("`", "`"))
    assert "`" not in inside
    assert said[0] == "`" or not re.search(r"[<>@#&\[\]*_\\|~`!]", inside)


def test_long_texts_are_cut() -> None:
    assert shown("x" * 200) == f"»{'x' * (LONGEST - 1)}…«"


def test_what_was_and_is() -> None:
    assert became("a", "b") == "»a« er blevet »b«"
    assert (number("1.200,5"), number("=1+1")) == ("1.200,5", "`=1+1`".replace("`", "`"))


def test_a_longer_text_tells_a_few_places() -> None:
    old = "en to tre fire fem seks syv otte ni ti elleve tolv"
    assert list(rewritten(old, old.replace("tre", "3").replace(" ti ", " "))) == [
        "»tre« er blevet »3«",
        "»ti« er slettet",
    ]
    new = " ".join(f"{word} x" for word in old.split())
    assert list(rewritten(old, new))[-1] == "og 8 steder mere"
    assert list(rewritten("", "ny")) == ["»« er blevet »ny«"]
