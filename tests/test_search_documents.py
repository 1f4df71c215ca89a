"""What the search looks in: every page of content, as plain text."""

from __future__ import annotations

import pytest

from macros.finding.search_documents import SearchDocument, search_documents
from macros.html.prose import plain
from macros.insight.lessons import all_lessons
from macros.library.content import PROJECT, Content


@pytest.fixture(scope="module")
def documents(content: Content) -> dict[str, SearchDocument]:
    """Every document by its address."""
    return {document.url: document for document in search_documents(content)}


def test_everything_can_be_found(documents: dict[str, SearchDocument], content: Content) -> None:
    expected = [
        *(case.url for case in content.cases),
        *(f"temaer/{theme.id}/" for theme in content.terms("temaer")),
        *(f"laering/#emne-{topic.id}" for topic in content.terms("emner")),
        *(lesson.url for lesson in all_lessons(content) if lesson.case is None),
        *(agreement.url for agreement in content.agreements),
        *(clause.url for clause in content.clauses),
        *(page.url for page in content.pages),
    ]
    assert list(documents) == expected


def test_documents_are_plain_text(documents: dict[str, SearchDocument]) -> None:
    for document in documents.values():
        for text in (document.titel, document.kort, *(part for row in document.dele for part in row)):
            assert not any(mark in text for mark in ("<", "&lt;", "&amp;", "**", "\n", "  "))
        assert document.titel and document.kort


def test_a_case_is_found_by_all_that_stands_on_its_page(documents: dict[str, SearchDocument], content: Content) -> None:
    for case in content.cases:
        text = " ".join(documents[case.url].fields())
        for actor in case.aktoerer:
            assert actor.navn in text
        for figure in case.noegletal:
            assert figure.display_number in text
        for branch in case.brancher:
            assert content.term("brancher", branch).navn in text
        assert content.place(case) in text


def test_fields_fall_from_title_to_text(documents: dict[str, SearchDocument], content: Content) -> None:
    case = next(case for case in content.cases if case.laering and case.formaal)
    title, summary, lessons, rest, labels = documents[case.url].fields()
    assert (title, summary) == (case.titel, case.kort)
    assert plain(case.laering[0].tekst) in lessons and plain(case.laering[0].tekst) not in rest
    assert plain(case.formaal or "") in rest
    assert content.term("temaer", case.tema).navn in labels


def test_a_long_lesson_gets_a_short_title(documents: dict[str, SearchDocument]) -> None:
    titles = [document.titel for document in documents.values() if document.art == "Læring"]
    assert all(len(title) <= 72 for title in titles)
    assert any(title.endswith(" …") for title in titles)


def test_synonyms_are_words_that_readers_use() -> None:
    text = (PROJECT / "cases" / "_synonymer.yml").read_text(encoding="utf-8")
    assert "lærling" in text and "EUD" in text
