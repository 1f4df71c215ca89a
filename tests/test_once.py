"""Worked out once for each content."""

from __future__ import annotations

from dataclasses import replace

from macros.library.content import Content
from macros.library.once import once


def test_it_is_worked_out_once_for_each_content(content: Content) -> None:
    asked = []

    @once
    def number(of: Content) -> int:
        """How many cases."""
        asked.append(of)
        return len(of.cases)

    other = replace(content, cases=content.cases[:3])
    assert [number(content), number(other), number(content), number(other)] == [len(content.cases), 3] * 2
    assert len(asked) == 2 and asked[0] is content and asked[1] is other


def test_two_questions_have_two_answers(content: Content) -> None:
    first, second = once(lambda of: len(of.cases)), once(lambda of: len(of.clauses))
    assert (first(content), second(content)) == (len(content.cases), len(content.clauses))


def test_content_is_equal_whatever_was_asked_of_it(content: Content) -> None:
    one, other = replace(content), replace(content)
    once(lambda of: len(of.cases))(one)
    assert one == other
