"""The theme's list of contents, as the theme itself reads it, and plain edit links."""

from __future__ import annotations

from types import SimpleNamespace

from macros.mkdocs_theme import plain_edit_link, toc_of
from macros.page_body import contents, headings, page_body


def test_headings_become_the_themes_own_tree() -> None:
    found = headings(page_body("# A { #a }\n## B & C { #b }\n### D { #d }\n## E { #e }\n"))
    (top,) = toc_of(contents(found))
    assert (top.title, top.url, top.level) == ("A", "#a", 1)
    assert [(one.title, one.url) for one in top.children] == [("B &amp; C", "#b"), ("E", "#e")]
    assert [one.url for one in top.children[0].children] == ["#d"]


def test_an_edit_link_leads_straight_to_its_file() -> None:
    page = SimpleNamespace(edit_url="https://git.example/edit/main/docs/../cases/a.yml")
    plain_edit_link(page)  # type: ignore[arg-type]
    assert page.edit_url == "https://git.example/edit/main/cases/a.yml"
    none = SimpleNamespace(edit_url=None)
    plain_edit_link(none)  # type: ignore[arg-type]
    assert none.edit_url is None
