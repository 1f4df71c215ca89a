"""The content without its cases: a page's test tries what it shows; here, that no function sees a case by it."""

from __future__ import annotations

import pytest

from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.library.shared_content import shared_content


def test_what_counts_all_cases_cannot_be_asked(content: Content) -> None:
    with pytest.raises(AttributeError, match=r"__dict__|cases"):
        all_lessons(shared_content(content))


def test_lists_and_clauses_are_the_contents_own(content: Content) -> None:
    shared = shared_content(content)
    assert shared.vocabularies is content.vocabularies and shared.clauses is content.clauses
