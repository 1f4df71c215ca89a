"""The documents that the search looks in: cases first of all, then every other page of content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.case_model import Case
from macros.content import Content
from macros.facets import facet_values
from macros.lessons import LessonEntry, all_lessons
from macros.prose import plain
from macros.results import figure_sentence


@dataclass(frozen=True)
class SearchDocument:
    """One thing that can be found; fields weigh from titel (most) to tekst (least)."""

    art: str
    url: str
    titel: str
    kort: str
    laering: str
    tekst: str


def search_documents(content: Content) -> tuple[SearchDocument, ...]:
    """Every document, cases in order of number."""
    return (
        *(_case_document(content, case) for case in content.cases),
        *(
            SearchDocument(
                "Tema", f"temaer/{theme.id}/", theme.navn, plain(theme.beskrivelse), "", plain(theme.formaal)
            )
            for theme in content.terms("temaer")
        ),
        *(
            SearchDocument(
                "Emne", f"laering/#emne-{topic.id}", topic.navn, plain(topic.beskrivelse), plain(topic.svar), ""
            )
            for topic in content.terms("emner")
        ),
        *(_lesson_document(lesson) for lesson in all_lessons(content) if lesson.case is None),
        *(
            SearchDocument("Aftale", item.url, item.titel, item.kort, "", _agreement_text(item))
            for item in content.agreements
        ),
        *(
            SearchDocument("Klausul", clause.url, clause.titel, clause.kort, "", plain(clause.hjaelp))
            for clause in content.clauses
        ),
    )


def _case_document(content: Content, case: Case) -> SearchDocument:
    named = [
        content.term(vocabulary, item).navn
        for vocabulary, field in (
            ("brancher", "brancher"),
            ("maalgrupper", "maalgrupper"),
            ("virkemidler", "virkemidler"),
        )
        for item in getattr(case, field)
    ]
    prose = [case.finansiering, case.periode, case.formaal, case.organisering, case.resultater]
    parts = [
        content.place(case),
        *(f"{actor.navn} {actor.rolle or ''}".strip() for actor in case.aktoerer),
        *(plain(text) for text in prose if text),
        *(f"{figure_sentence(figure)}: {figure.hvad}" for figure in case.noegletal),
        *named,
    ]
    lessons = " ".join(plain(lesson.tekst) for lesson in case.laering)
    return SearchDocument("Case", case.url, case.titel, case.kort, lessons, " · ".join(parts))


def _lesson_document(lesson: LessonEntry) -> SearchDocument:
    text = plain(lesson.tekst)
    title = text if len(text) <= 70 else text[:69].rsplit(" ", 1)[0] + " …"
    return SearchDocument("Læring", lesson.url, title, text, "", "")


def _agreement_text(agreement: Any) -> str:
    parties = " · ".join(party.navn for party in agreement.parter)
    said = " ".join(plain(item.tekst) for item in agreement.klausuler.values() if item.tekst)
    return f"{agreement.omraade} · {parties} · {plain(agreement.formaal)} {said}"


def finder_index(content: Content, today: date) -> dict[str, Any]:
    """What the browser searches: documents, each case's facet values by the facet's key, synonyms."""
    documents = [vars(document) for document in search_documents(content)]
    facet_rows = {case.id: facet_values(content, case, today) for case in content.cases}
    synonyms = [group.ord for group in content.terms("synonymer")]
    return {"dokumenter": documents, "facetter": facet_rows, "synonymer": synonyms}
