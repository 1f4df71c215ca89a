"""The one Jinja environment: escapes, knows no undefined name, and makes relative links."""

from __future__ import annotations

from html import unescape

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateNotFound, UndefinedError
from markupsafe import Markup

from macros.html.rendering import TEMPLATES, environment, markdown_text, relative, render


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("", "", "./"),
        ("", "cases/", "cases/"),
        ("cases/", "", "../"),
        ("cases/", "cases/", "../cases/"),
        ("cases/x/", "data/cases.json", "../../data/cases.json"),
        ("aftaler/klausuler/opsigelse/", "cases/x/#laering-y", "../../../cases/x/#laering-y"),
    ],
)
def test_links_are_relative(here: str, target: str, expected: str) -> None:
    assert relative(here, target) == expected


def test_everything_is_escaped() -> None:
    template = environment().from_string("<p>{{ x }}</p>")
    assert template.render(x="<b>\"'&") == "<p>&lt;b&gt;&#34;&#39;&amp;</p>"


def test_what_stands_in_a_value_is_never_a_template() -> None:
    template = environment().from_string("{{ x }}{{ x | prose }}")
    assert template.render(x="{{ 7*7 }}") == "{{ 7*7 }}<p>{{ 7*7 }}</p>"


def test_a_line_with_nothing_but_a_sign_of_ours_leaves_no_line() -> None:
    assert environment().from_string("a\n  {% if true %}\nb\n  {% endif %}\nc").render() == "a\nb\nc"


def test_plain_text_in_markdown_holds_no_sign_of_html() -> None:
    assert markdown_text("<b> & c") == "&lt;b\\> &amp; c"


def test_an_unknown_name_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ findes_ikke }}").render()
    with pytest.raises(UndefinedError):
        environment().from_string("{% if findes_ikke %}{% endif %}").render()


def test_an_unknown_template_is_a_fault() -> None:
    with pytest.raises(TemplateNotFound):
        render("findes_ikke.html", "")


@pytest.mark.parametrize("file", sorted(file.name for file in TEMPLATES.iterdir()))
def test_every_template_can_be_read(file: str) -> None:
    environment().get_template(file)


def test_a_template_links_from_where_it_stands() -> None:
    html = render("redirect.html", "c/1/", title="A & B", target="cases/a/", policy="default-src 'none'")
    assert 'href="../../cases/a/"' in html
    assert "<title>A &amp; B</title>" in html


@given(st.text(alphabet=st.sampled_from("ab*_`#[](){}<>!|&~+\\ 1.-:")))
def test_plain_text_in_markdown_stays_plain_text(text: str) -> None:
    words = " ".join(text.split())
    html = markdown.markdown(f"x{markdown_text(words)}x {'{'} #id {'}'}", extensions=["attr_list", "tables"])
    assert html.count("<") == 2, html


@pytest.mark.parametrize(
    "text", ["Mål & midler", "a < b > c", "#1 [x](y) *z* _w_ `k` {v} 1. + - ! | ~ \\", "&lt; &amp;lt;", "{: .x }"]
)
def test_a_title_is_shown_as_it_was_written(text: str) -> None:
    html = markdown.markdown(f"# {markdown_text(text)} {{ #id }}", extensions=["attr_list", "tables"])
    assert unescape(html) == f'<h1 id="id">{text}</h1>'


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("# Falsk", "&#35; Falsk"),
        ("a\n## Falsk & b", "a\n&#35;# Falsk &amp; b"),
        ("a # b", "a # b"),
        (Markup("<b>#</b>\n# c"), "<b>#</b>\n# c"),
        (3, "3"),
    ],
)
def test_a_value_is_never_a_heading(value: object, shown: str) -> None:
    assert environment().from_string("{{ value }}").render(value=value) == shown
