"""The documents that the search looks in: cases first of all, then every other page of content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.html.prose import plain
from macros.insight.lessons import LessonEntry, all_lessons
from macros.insight.results import figure_sentence
from macros.library.content import Content
from macros.model.case_model import Case

LESSONS = "Læring"
# Names from the common lists; they stand on many cases and say less than a case's own words.
LABELS = frozenset(("Tema", "Branche", "Målgruppe", "Virkemiddel"))


@dataclass(frozen=True)
class SearchDocument:
    """One thing that can be found; dele are the rest of its text, each with the name a reader knows it by."""

    art: str
    url: str
    titel: str
    kort: str
    dele: tuple[tuple[str, str], ...] = ()

    def fields(self) -> tuple[str, str, str, str, str]:
        """Title, summary, lessons, other text and labels, as macros/finding/search_index.py weighs them."""
        lessons = " · ".join(text for name, text in self.dele if name == LESSONS)
        labels = " · ".join(text for name, text in self.dele if name in LABELS)
        others = " · ".join(text for name, text in self.dele if name != LESSONS and name not in LABELS)
        return self.titel, self.kort, lessons, others, labels


def search_documents(content: Content) -> tuple[SearchDocument, ...]:
    """Every document: the cases in their order, so that a case's number is its row, then the rest by kind."""
    return (*(case_document(content, case) for case in content.cases), *other_documents(content))


def other_documents(content: Content) -> tuple[SearchDocument, ...]:
    """Every document that is not a case, by kind."""
    return (
        *(
            SearchDocument(
                "Tema", f"temaer/{theme.id}/", theme.navn, plain(theme.beskrivelse), (("Formål", plain(theme.formaal)),)
            )
            for theme in content.terms("temaer")
        ),
        *(
            SearchDocument(
                "Emne",
                f"laering/#emne-{topic.id}",
                topic.navn,
                plain(topic.beskrivelse),
                ((LESSONS, plain(topic.svar)),),
            )
            for topic in content.terms("emner")
        ),
        *(_lesson_document(lesson) for lesson in all_lessons(content) if lesson.case is None),
        *(
            SearchDocument("Aftale", item.url, item.titel, item.kort, tuple(_agreement_parts(item)))
            for item in content.agreements
        ),
        *(
            SearchDocument("Klausul", clause.url, clause.titel, clause.kort, (("Hjælp", plain(clause.hjaelp)),))
            for clause in content.clauses
        ),
        *(SearchDocument("Side", page.url, page.titel, page.kort, (("Siden", page.tekst),)) for page in content.pages),
    )


def case_document(content: Content, case: Case) -> SearchDocument:
    """One case, from its own file and the names in the common lists alone."""
    parts = tuple((name, text) for name, text in _case_parts(content, case) if text)
    return SearchDocument("Case", case.url, case.titel, case.kort, parts)


def _case_parts(content: Content, case: Case) -> Iterator[tuple[str, str]]:
    for lesson in case.laering:
        yield LESSONS, plain(lesson.tekst)
    yield "Sted", content.place(case)
    yield "Tema", content.term("temaer", case.tema).navn
    yield "Parter", " · ".join(f"{actor.navn} {actor.rolle or ''}".strip() for actor in case.aktoerer)
    for name, text in (
        ("Finansiering", case.finansiering),
        ("Periode", case.periode),
        ("Formål", case.formaal),
        ("Organisering", case.organisering),
        ("Resultater", case.resultater),
    ):
        yield name, plain(text or "")
    yield "Nøgletal", " · ".join(f"{figure_sentence(figure)}: {figure.hvad}" for figure in case.noegletal)
    for name, vocabulary, chosen in (
        ("Branche", "brancher", case.brancher),
        ("Målgruppe", "maalgrupper", case.maalgrupper),
        ("Virkemiddel", "virkemidler", case.virkemidler),
    ):
        yield name, " · ".join(content.term(vocabulary, item).navn for item in chosen)


def _lesson_document(lesson: LessonEntry) -> SearchDocument:
    text = plain(lesson.tekst)
    title = text if len(text) <= 70 else text[:69].rsplit(" ", 1)[0] + " …"
    return SearchDocument(LESSONS, lesson.url, title, text)


def _agreement_parts(agreement: Any) -> Iterator[tuple[str, str]]:
    yield "Område", agreement.omraade
    yield "Parter", " · ".join(party.navn for party in agreement.parter)
    yield "Formål", plain(agreement.formaal)
    yield "Klausuler", " · ".join(plain(item.tekst) for item in agreement.klausuler.values() if item.tekst)
