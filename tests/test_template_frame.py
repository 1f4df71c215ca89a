"""A filled template is what Jinja itself would have written."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from macros.html import template_frame
from macros.html.rendering import environment
from macros.html.template_frame import filled, filled_part, filled_plain

ODD = ("", None, "a", "<b>\"'&", "a\0b", "qzxnamexzq", "{{ name }}", Markup("<em>x</em>"), "æøå\n# x")
TEXTS = st.one_of(st.sampled_from(ODD), st.text(max_size=8))
PAGE = '<a href="{{ up }}">{% if name %}{{ name }}: {% endif %}{{ text }}</a>{{ text }}'
ROWS = "{% macro row(name, text) %}<li>{{ name }} {{ text }}</li>{% endmacro %}"


@cache
def _made() -> Environment:
    loader = DictLoader({"page.html": PAGE, "page.md": PAGE, "_rows.html": ROWS})
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


@pytest.fixture(autouse=True)
def templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment with templates of our own."""
    template_frame._frame.cache_clear()
    monkeypatch.setattr(template_frame, "environment", _made)


@given(name=TEXTS, text=TEXTS)
def test_it_is_what_the_template_gives(name: str | None, text: str | None) -> None:
    made = _made()
    values = {"up": "../", "name": name or "", "text": text or ""}
    assert filled("page.html", "a/", up="../", name=name, text=text) == made.get_template("page.html").render(values)
    rows = made.get_template("_rows.html").make_module()
    given = {key: values[key] for key in ("name", "text")}
    assert filled_part("_rows.html", "row", "", **given) == rows.row(**given)  # type: ignore[attr-defined]


def test_what_is_no_html_is_not_escaped() -> None:
    assert filled_plain("page.md", "", up="<", name="", text="&") == '<a href="<">&</a>&'


def test_a_value_that_nobody_gave_is_a_fault() -> None:
    with pytest.raises(UndefinedError, match="text"):
        filled("page.html", "", up="", name="x")


def test_an_address_is_as_deep_as_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_frame, "environment", environment)
    values = {"theme": "x", "address": "cases/y/", "title": "", "place": ""}
    for here, up in (("a/", "../"), ("a/b/c/", "../../../")):
        row = filled_part("_embed_rows.html", "row", here, **values)
        assert f'href="{up}cases/y/"' in row
