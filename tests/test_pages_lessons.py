"""The page of lessons and the lessons of a theme."""

from __future__ import annotations

import re
from datetime import date

import pytest

from macros.insight.lesson_topics import topic_groups
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.pages.pages import MACROS, Pages
from macros.pages.pages_lessons import lesson_facets, theme_lessons

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def page(content: Content) -> str:
    """The page of all lessons."""
    return Pages(content, TODAY).lesson_overview()


def test_the_page_is_a_macro() -> None:
    assert "lesson_overview" in MACROS


def test_every_lesson_stands_once_with_its_address(page: str, content: Content) -> None:
    anchors = [lesson.anchor for lesson in all_lessons(content)]
    assert sorted(re.findall(r'<li class="lesson" id="([^"]+)"', page)) == sorted(anchors)
    assert sorted(re.findall(r'data-lesson="([^"]+)"', page)) == sorted(anchors)
    for lesson in all_lessons(content):
        if lesson.case is None:
            assert f'id="{lesson.url.partition("#")[2]}"' in page
        else:
            assert f'href="../{lesson.url}"' in page


def test_every_anchor_is_its_own(page: str) -> None:
    found = re.findall(r'\bid="([^"]+)"', page) + re.findall(r"\{ #([a-z0-9-]+) \}", page)
    assert len(found) == len(set(found))


def test_areas_and_topics_have_addresses_and_say_what_they_rest_on(page: str, content: Content) -> None:
    for area in content.terms("laeringsomraader"):
        assert f"{{ #{area.id} }}" in page
    for group in topic_groups(content):
        card = page.partition(f'id="emne-{group.term.id}"')[2].partition("</li>")[0]
        assert f"{len(group.cases)} af {len(content.cases)} cases har" in card
        for case in group.cases:
            assert case.titel in card


def test_cases_without_lessons_are_named(page: str, content: Content) -> None:
    told = sum(1 for case in content.cases if case.laering)
    assert f"{told} af de {len(content.cases)} cases" in page
    opening = page.partition("</p>")[0]
    assert all((case.titel in opening) == (not case.laering) for case in content.cases)


def test_facets_count_lessons(content: Content) -> None:
    lessons = tuple(all_lessons(content))
    found = {facet.key: {value.id: value.antal for value in facet.values} for facet in lesson_facets(content, lessons)}
    assert found.keys() == {"emne", "omraade", "tema", "klausul"}
    assert sum(found["omraade"].values()) == len(lessons)
    assert sum(found["tema"].values()) == sum(len(case.laering) for case in content.cases)
    assert all(number for values in found.values() for number in values.values())


@pytest.mark.parametrize("number", range(4))
def test_a_theme_tells_its_topics_and_clauses(content: Content, number: int) -> None:
    theme = content.terms("temaer")[number]
    cases = [case for case in content.cases if case.tema == theme.id]
    found = theme_lessons(content, cases)
    assert len(found["lessons"]) == sum(len(case.laering) for case in cases)
    text = Pages(content, TODAY).theme_page(theme.id)
    for group in (*found["topics"], *found["clauses"]):
        assert set(group.cases) <= set(cases)
        assert f"fra {len(group.cases)} af temaets {len(cases)} cases" in text
    for group in found["clauses"]:
        assert f'href="../../{group.term.url}"' in text


def test_a_theme_without_lessons_says_nothing_of_them(content: Content) -> None:
    silent = [case for case in content.cases if not case.laering]
    assert theme_lessons(content, silent) == {"lessons": (), "topics": (), "clauses": ()}
