"""A page calls macros on lines of their own; nothing else in it is ever run."""

from __future__ import annotations

import pytest

from macros.html.page_calls import PageCalls, UnknownMacroError
from tests.altered_site import CANARY, EVALUATED, attacks

CALLS = PageCalls({"liste": lambda: "<ul></ul>", "side": lambda identifier: f"side {identifier}"})
# What the plugin would show every page.
SHOWN = {"config": {"hemmelig": CANARY}, "files": [CANARY], "plugin": CANARY, "environment": {"HEMMELIG": CANARY}}


def rendered(text: str) -> str:
    """A page's text after its calls."""
    return CALLS.from_string(text).render(**SHOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ liste() }}", "<ul></ul>"),
        ('# Titel\n\n{{ side("a-b1") }}\n\ntekst\n', "# Titel\n\nside a-b1\n\ntekst\n"),
        ("{{ liste() }}\n{{ liste() }}", "<ul></ul>\n<ul></ul>"),
    ],
)
def test_calls_are_replaced(text: str, expected: str) -> None:
    assert rendered(text) == expected


def test_whatever_else_a_page_holds_stays_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every attack as a page of its own: the same text again, or a call of something there is not."""
    monkeypatch.setenv("HEMMELIG", CANARY)
    unknown = 0
    for text in attacks():
        try:
            found = rendered(text)
        except UnknownMacroError:
            unknown += 1
            continue
        assert found == text and EVALUATED not in found and CANARY not in found
    assert 0 < unknown < 10


@pytest.mark.parametrize("name", ["config", "files", "plugin", "environment", "now", "macros_info", "context"])
def test_what_the_plugin_offers_is_unknown(name: str) -> None:
    assert rendered(f"{{{{ {name} }}}}") == f"{{{{ {name} }}}}"
    with pytest.raises(UnknownMacroError, match=f"Makroen {name} findes ikke"):
        rendered(f"{{{{ {name}() }}}}")


def test_the_plugin_can_ask_what_begins_a_template() -> None:
    """It looks for these in every title."""
    assert (CALLS.variable_start_string, CALLS.block_start_string, CALLS.comment_start_string) == ("{{", "{%", "{#")
