"""A template's text as HTML: the same as Python-Markdown makes of it, many times faster."""

from __future__ import annotations

import re
from datetime import date

import markdown
import pytest

from macros.ground.danish import slug
from macros.html.page_body import anchors, contents, framed_tables, headings, page_body
from macros.html.rendering import markdown_text
from macros.library.content import Content
from macros.pages.pages import Pages
from macros.site.site_files import generated_pages

TODAY = date(2026, 11, 22)
ODD = """Mål & "midler" < 5 * 3 * 2 _x_ [y] #1 'z' a|b {w} $8 ~9 ! 1. + `k` &lt; »c« \\ &amp; <b>"""


def by_markdown(text: str) -> tuple[str, list[str]]:
    """The text as the generator's own Markdown makes it, and the headings of its contents."""
    options = {
        "permalink": "#",
        "permalink_title": "Link til afsnittet",
        "toc_depth": 3,
        "slugify": lambda words, _: slug(words),
    }
    converter = markdown.Markdown(
        extensions=["toc", "tables", "fenced_code", "attr_list", "md_in_html"], extension_configs={"toc": options}
    )
    html = converter.convert(text)

    def ids(tokens: list[dict[str, object]]) -> list[str]:
        found: list[str] = []
        for token in tokens:
            found += [f"{token['level']} {token['id']} {token['name']}", *ids(token["children"])]  # type: ignore[arg-type]
        return found

    return html, ids(converter.toc_tokens)  # type: ignore[attr-defined]


def meant(html: str) -> str:
    """HTML without what means nothing: blank space between tags, and the way a sign is written."""
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", re.sub(r"\s+", " ", html.replace("&quot;", '"'))).strip()


def test_every_page_means_the_same_to_markdown(content: Content) -> None:
    pages = Pages(content, TODAY, "https://a.example/")
    kinds: dict[str, int] = {}
    for page in generated_pages(content, TODAY):
        kinds[page.macro] = kinds.get(page.macro, 0) + 1
        if kinds[page.macro] > 4:
            continue
        text = getattr(pages, page.macro)(page.identifier)
        html, listed = by_markdown(text)
        body = page_body(text)
        assert meant(body) == meant(html), page.path
        assert [f"{one.level} {one.id} {one.name}" for one in headings(body)] == listed
    assert kinds.keys() == {"case_page", "theme_page", "agreement_page", "clause_page", "facet_page"}


@pytest.mark.parametrize("words", [ODD, "a \\# b", "Ærø & Åbenrå", "1. maj", "x > y", "a &copy; b", "100 % af 5"])
def test_odd_words_in_a_heading_stay_words(words: str) -> None:
    text = f"## {markdown_text(words)} {{ #id }}"
    assert meant(page_body(text)) == meant(by_markdown(text)[0])


def test_a_heading_without_an_anchor_gets_an_ascii_one() -> None:
    assert page_body("# Hvem får æren?").startswith('<h1 id="hvem-faar-aeren">Hvem får æren?<a class="headerlink"')


def test_html_and_words_inside_it_stay_as_they_are() -> None:
    text = '<div class="prose">\n<p>a # b</p>\n</div>\n<p># ikke en overskrift</p>\n'
    assert page_body(text) == text


def test_contents_are_a_tree_of_what_can_be_linked_to() -> None:
    html = page_body("# A { #a }\n## B { #b }\n### C { #c }\n## D { #d }\n#### E { #e }\n") + '<h2 id="f">F</h2>'
    (top,) = contents(headings(html))
    assert (top.heading.id, [entry.heading.id for entry in top.children]) == ("a", ["b", "d"])
    assert [entry.heading.id for entry in top.children[0].children] == ["c"]
    assert anchors(html) == set("abcdef")


def test_a_smaller_heading_first_is_listed_by_itself() -> None:
    tree = contents(headings(page_body("### C { #c }\n## B { #b }\n")))
    assert [entry.heading.id for entry in tree] == ["c", "b"]


def test_a_hand_written_table_scrolls_by_keyboard_and_is_named() -> None:
    """By the heading above it, also where that has marks; a table that a template has framed is left alone."""
    text = '## Om "tal" & *mål* { #tal }\n\n|a|b|\n|-|-|\n|1|2|\n'
    html = markdown.markdown(text, extensions=["tables", "attr_list", "toc"])
    framed = framed_tables(html)
    assert (
        '<div class="table-scroll" tabindex="0" role="region" aria-label="Tabel: Om &quot;tal&quot; &amp; mål"><table>'
        in framed
    )
    assert framed.count("</table></div>") == 1
    own = '<div class="table-scroll"><table class="figures"><tr><td>1</td></tr></table></div>'
    assert framed_tables(own) == own
    assert 'aria-label="Tabel">' in framed_tables("<table><tr><td>1</td></tr></table>")
