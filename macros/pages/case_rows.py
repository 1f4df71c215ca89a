"""The rows of a case's page as HTML, each filled into its frame; those that many cases have are made once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from jinja2.filters import do_truncate
from markupsafe import Markup

from macros.finding.related import RelatedCase
from macros.ground.danish import format_date, span
from macros.html.prose import plain, prose, prose_line
from macros.html.rendering import environment, render_part
from macros.html.template_frame import filled_part
from macros.insight.charts import charts_of
from macros.library.content import Content
from macros.model.case_model import Actor, Case, KeyFigure, Lesson
from macros.model.vocabulary_model import SinceNote, SourceNote

_ROWS = "_case_rows.html"
# Any case's page: so many folders down.
_HERE = "cases/case/"
# So many signs of a text stand where it is only pointed at.
_BEGINNING, _CHOICE = 50, 90


def label(shared: Content, kind: str) -> Markup:
    """What kind of knowledge a claim is, by its id."""
    return _label(kind, shared.term("viden", kind).navn)


@lru_cache(maxsize=64)
def _label(kind: str, name: str) -> Markup:
    return filled_part("_knowledge_label.html", "named", _HERE, kind=kind, name=name)


def facet_chips(shared: Content, key: str, vocabulary: str, identifiers: Iterable[str]) -> Markup:
    """Values of a facet, each on its line, as links to the cases that have them."""
    terms = shared.vocabularies[vocabulary]
    return Markup("".join([_chip(f"cases/?{key}={one}", terms[one].navn) + "\n" for one in identifiers]))


def chips(shared: Content, address: str, vocabulary: str, identifiers: Iterable[str]) -> Markup:
    """Values of a list as links to where a page tells of them; the address is all but the value's id."""
    terms = shared.vocabularies[vocabulary]
    return Markup("".join([_chip(address + one, terms[one].navn) for one in identifiers]))


@lru_cache(maxsize=4096)
def _chip(address: str, name: str) -> str:
    return str(filled_part(_ROWS, "chip", _HERE, address=address, name=name))


def figure(shared: Content, told: KeyFigure) -> Markup:
    """A key figure."""
    return filled_part(
        _ROWS, "figure", _HERE, caveat=told.forbehold, number=told.display_number, unit=told.enhed, what=told.hvad,
        year=span(told.aar), knowledge=label(shared, told.knowledge), address=None, title=None,
    )  # fmt: skip


def drawings(shared: Content, case: Case) -> Markup:
    """The charts of a case; few have any."""
    charts = (render_part("_chart.html", "chart", _HERE, drawn, from_case=False) for drawn in charts_of(shared, case))
    return Markup("\n").join(charts)


def actor(shared: Content, party: Actor) -> Markup:
    """One of the parties."""
    kind = shared.term("aktoertyper", party.type)
    return filled_part(_ROWS, "actor", _HERE, name=party.navn, kind=kind.id, kind_name=kind.navn, role=party.rolle)


def lesson(shared: Content, case: Case, taught: Lesson, number: int) -> Markup:
    """A lesson as the case's page has it."""
    area = shared.term("laeringsomraader", taught.omraade)
    return filled_part(
        _ROWS, "lesson", _HERE, anchor=f"laering-{taught.id}", text=prose(taught.tekst),
        knowledge=label(shared, "oplevet"), address=None, source=None, area=area.id, area_name=area.navn,
        topics=Markup("".join([_topic(one, shared.term("emner", one).navn) for one in taught.emner])),
        clauses=Markup("".join([_clause(one, shared.clause_by_id[one].titel) for one in taught.klausuler])),
        number=str(number), reference=f"{case.id}#{taught.id}", quoted=f"{case.id}%23{taught.id}",
        begins=_cut(taught.tekst, _BEGINNING),
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _topic(identifier: str, name: str) -> str:
    return str(filled_part(_ROWS, "topic", _HERE, id=identifier, name=name))


@lru_cache(maxsize=1024)
def _clause(identifier: str, title: str) -> str:
    return str(filled_part(_ROWS, "clause", _HERE, id=identifier, title=title))


@lru_cache(maxsize=1024)
def clause_link(address: str, title: str) -> Markup:
    """A clause type that the case argues for."""
    return filled_part(_ROWS, "clause_link", _HERE, address=address, title=title)


def related(item: RelatedCase) -> Markup:
    """A related case with the reason."""
    case = item.case
    return filled_part(
        _ROWS, "related", _HERE, theme=case.tema, address=case.url, title=case.titel, reason=item.grund
    )  # fmt: skip


def since(note: SinceNote) -> Markup:
    """What has changed since the source was written."""
    text, day = prose_line(note.tekst), format_date(note.dato)
    return filled_part(_ROWS, "since", _HERE, id=note.id, topic=note.emne, text=text, day=day)


def note(choice: SourceNote) -> Markup:
    """A choice that the editors made in reading the source."""
    return filled_part(_ROWS, "note", _HERE, id=choice.id, place=choice.sted, shows=_cut(choice.vi_viser, _CHOICE))


def _cut(text: str, length: int) -> str:
    return do_truncate(environment(), plain(text), length)
