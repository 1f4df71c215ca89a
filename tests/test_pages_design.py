"""The page of components and the booklet: from the real templates, complete, and without a double id."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from macros.html.rendering import environment
from macros.library.content import PROJECT, Content
from macros.pages.pages import Pages
from macros.pages.pages_design import sample_cases, sample_figures

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def design(content: Content) -> str:
    """The page of components."""
    return Pages(content, TODAY).design_page()


@pytest.fixture(scope="module")
def booklet(content: Content) -> str:
    """The booklet."""
    return Pages(content, TODAY).booklet()


def icons() -> dict[str, str]:
    """Every icon by name."""
    return environment().get_template("_icons.html").module.ICONS  # type: ignore[attr-defined, no-any-return]


def test_samples_show_each_state(content: Content) -> None:
    cases = dict(sample_cases(content))
    assert not cases["Uden tal"].noegletal and cases["Uden nummer"].nummer is None
    assert len({case.tema for case in cases.values()}) == 4
    figures = dict(sample_figures())
    assert figures["Uden år"].aar is None and figures["Med forbehold og år"].forbehold


@pytest.mark.parametrize(
    "mark",
    ["button--quiet", "disabled", "specimen--focus", "theme-badge", "chip", "absent", "unknown|knowledge", "<mark>",
     "municipality__marker", 'class="figure"', "case-card", 'class="lesson"', "notice", "empty", "blank", "variant",
     "statement", "matrix", "aria-invalid", "facet", "finder__chip", "Passer ikke på", "source"],
)  # fmt: skip
def test_every_component_is_shown(design: str, mark: str) -> None:
    assert re.search(mark, design)


def test_every_icon_is_shown_and_hidden_from_screen_readers(design: str) -> None:
    assert 0 < len(icons()) <= 14
    for shape in icons().values():
        assert f'd="{shape}"' in design
    assert design.count('class="icon"') == design.count(
        'class="icon" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"'
    )


def test_every_icon_is_used_on_some_page() -> None:
    templates = [
        path
        for path in (PROJECT / "macros" / "templates").iterdir()
        if path.name not in ("_icons.html", "design_page.md")
    ]
    called = " ".join(path.read_text(encoding="utf-8") for path in templates)
    themes = {name for name in icons() if "-" in name}
    assert "icons.icon(theme.id)" in called
    assert [name for name in icons().keys() - themes if f'icon("{name}")' not in called] == []


def test_ids_stand_once(design: str, booklet: str) -> None:
    for page in (design, booklet):
        found = Counter(re.findall(r'\sid="([^"]+)"', page) + re.findall(r"\{ #([a-z0-9-]+) \}", page))
        assert [name for name, number in found.items() if number > 1] == []


def test_nothing_is_styled_inline(design: str, booklet: str) -> None:
    assert " style=" not in design + booklet


def test_the_booklet_holds_every_case_in_order(booklet: str, content: Content) -> None:
    headings = re.findall(r'<h3 id="([^"]+)">', booklet)
    assert sorted(headings) == sorted(case.id for case in content.cases)
    assert [name for name in headings if content.case_by_id[name].nummer] == [
        case.id for case in content.cases if case.nummer
    ]
    assert re.findall(r'<a href="#([^"]+)">', booklet) == headings


def test_the_booklet_holds_every_figure_lesson_and_source(booklet: str, content: Content) -> None:
    lists = re.findall(r'<ul class="booklet__figures">.*?</ul>', booklet, re.S)
    assert sum(text.count("<li>") for text in lists) == sum(len(case.noegletal) for case in content.cases)
    lessons = re.findall(r'<ol class="booklet__lessons">(.*?)</ol>\n<p class="booklet__source">', booklet, re.S)
    assert len(lessons) == sum(1 for case in content.cases if case.laering)
    assert booklet.count('class="booklet__source"') == len(content.cases)
    assert "22. november 2026" in booklet


def test_the_booklet_is_not_in_the_search(built_site: Path) -> None:
    assert not [path for path in (built_site / "data" / "soeg").rglob("*.*") if b"om/haefte" in path.read_bytes()]
    assert '<meta name="robots" content="noindex">' in (built_site / "om/haefte/index.html").read_text(encoding="utf-8")
    assert "robots" not in (built_site / "om/design/index.html").read_text(encoding="utf-8")
