"""One case's page, made from nothing but the case, the cases it names, and what all cases share.

So a kept page can be found by a digest of just these: SharedContent has no cases that a template could reach.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from macros.checking.since_2018 import notes_for
from macros.finding.facets import regions_of
from macros.finding.related import RelatedCase
from macros.ground.danish import count, format_date, span
from macros.html.prose import prose
from macros.html.rendering import markdown_text
from macros.html.template_frame import filled
from macros.library.content import Content
from macros.model.case_model import Case
from macros.pages import case_rows as rows
from macros.sharing.citations import citation_texts

_COMPARED = 5


def case_page(shared: Content, case: Case, related: tuple[RelatedCase, ...], today: date, site_url: str) -> str:
    """The page's text; shared comes from shared_content()."""
    unknown = rows.label(shared, "ikke-oplyst")
    return filled(
        "case_page.md", case.url, id=case.id, title=case.titel, heading=markdown_text(case.titel), short=case.kort,
        unknown=unknown, **_theme(shared, case), **_facts(shared, case, today, unknown),
        figures=_joined(rows.figure(shared, figure) for figure in case.noegletal),
        drawings=rows.drawings(shared, case),
        purpose=_prose(case.formaal, unknown), organising=_prose(case.organisering, unknown),
        actors=_joined(rows.actor(shared, actor) for actor in case.aktoerer),
        told=rows.label(shared, "oplevet") if case.resultater else None, results=_prose(case.resultater, unknown),
        **_lessons(shared, case), **_related(case, related),
        since=_joined(map(rows.since, notes_for(shared.terms("siden_2018"), case))),
        **_source(shared, case), **citation_texts(shared, case, site_url),
    )  # fmt: skip


def _joined(made: Iterable[str]) -> Markup:
    return Markup("".join(made))


def _prose(text: str | None, otherwise: Markup) -> Markup:
    return prose(text) if text else Markup("<p>%s</p>") % otherwise


def _theme(shared: Content, case: Case) -> dict[str, str]:
    theme = shared.term("temaer", case.tema)
    return {"theme": theme.id, "theme_name": theme.navn, "theme_number": str(theme.nummer)}


def _facts(shared: Content, case: Case, today: date, unknown: Markup) -> dict[str, str | None]:
    """The table of facts: chips that lead to the cases with the same."""
    return {
        "places": rows.facet_chips(shared, "kommune", "kommuner", case.kommuner), "area": case.omraade,
        "regions": rows.facet_chips(shared, "region", "regioner", regions_of(shared, case, today)) or unknown,
        "period": case.periode or unknown,
        "trades": rows.facet_chips(shared, "branche", "brancher", case.brancher),
        "groups": rows.facet_chips(shared, "maalgruppe", "maalgrupper", case.maalgrupper),
        "means": rows.facet_chips(shared, "virkemiddel", "virkemidler", case.virkemidler),
        "organised": rows.facet_chips(shared, "organisering", "organiseringsformer", case.organiseringsform),
        "funders": rows.chips(shared, "samarbejde/#finansiering-", "finansieringsformer", case.finansieringsform),
        "financing": prose(case.finansiering) if case.finansiering else unknown,
        "result_types": rows.chips(shared, "resultater/#", "resultattyper", case.resultattyper),
    }  # fmt: skip


def _lessons(shared: Content, case: Case) -> dict[str, str]:
    """The lessons, and the clause types that they argue for."""
    wanted = {clause for lesson in case.laering for clause in lesson.klausuler}
    lessons = (rows.lesson(shared, case, lesson, number) for number, lesson in enumerate(case.laering, 1))
    clauses = (rows.clause_link(clause.url, clause.titel) for clause in shared.clauses if clause.id in wanted)
    return {"lessons": _joined(lessons), "clauses": _joined(clauses)}


def _related(case: Case, related: tuple[RelatedCase, ...]) -> dict[str, str]:
    compared = [case.id, *(item.case.id for item in related)][:_COMPARED]
    return {"related": _joined(map(rows.related, related)), "compared": ",".join(compared)}


def _source(shared: Content, case: Case) -> dict[str, str | None]:
    publication = shared.term("udgivelser", case.kilde.udgivelse)
    notes = [note for note in shared.terms("kildenoter") if case.id in note.cases]
    return {
        "publisher": publication.udgiver, "published": publication.aar, "source": publication.titel,
        "pages": span(case.kilde.side), "rights": publication.rettigheder,
        "source_note": prose(case.kilde.note) if case.kilde.note else None,
        "choices": count(len(notes), "valg", "valg"), "notes": _joined(map(rows.note, notes)),
        "number": str(case.nummer) if case.nummer else None, "reviewed": format_date(case.gennemgaaet),
    }  # fmt: skip
