"""The themes as slides for a meeting (PowerPoint): what the cases share, their figures and lessons, the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from macros.ground.build_cache import Keep, made_anew
from macros.ground.danish import count, format_date, join_list, span
from macros.html.prose import plain
from macros.insight.lesson_topics import most_carried, topic_groups
from macros.insight.lessons import all_lessons
from macros.insight.results import figure_number
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Theme
from macros.sharing.citations import citable

_TITLE = "Lær af dem, der fik folk i arbejde"
# Rows that one slide has room for.
_CASES, _FIGURES, _TOPICS, _TITLES = 14, 6, 6, 4
# The method of Slides that makes a slide, and what it is given.
Slide = tuple[str, tuple[Any, ...]]


def slide_deck(content: Content, site_url: str, keep: Keep = made_anew) -> bytes:
    """The file; site_url ends with a slash. The same content gives the same bytes."""
    day = max(item.gennemgaaet for item in citable(content))
    # Slides show a few of many cases, so most changes leave them as they are, and they take long to draw.
    told = tuple(_slides(content, site_url, day))
    return keep(("oplaeg", day, told), lambda: _drawn(day, told))


def _drawn(day: date, told: Iterable[Slide]) -> bytes:
    # Its library takes long to load, and most builds have kept what it draws.
    from macros.sharing.slides import Slides

    deck = Slides(_TITLE, day)
    for kind, values in told:
        getattr(deck, kind)(*values)
    return deck.to_bytes()


def _slides(content: Content, site_url: str, day: date) -> Iterator[Slide]:
    themes = content.terms("temaer")
    both = f"{count(len(content.cases), 'case', 'cases')} i {count(len(themes), 'tema', 'temaer')}"
    yield "cover", (_TITLE, f"{both} om at skaffe kvalificeret arbejdskraft sammen", site_url)
    for theme in themes:
        yield from _theme(content, theme, site_url)
    publication = content.term("udgivelser", content.catalogue.udgivelse)
    source = f"{publication.udgiver} ({publication.aar}): {publication.titel}. {publication.oplag or ''}".strip()
    rights = (
        source,
        plain(publication.rettigheder),
        "Brug teksterne efter CC BY 4.0. Nævn både Alliancebanken og den oprindelige kilde.",
        f"Casene er sidst holdt op mod kilden {format_date(day)}.",
    )
    yield "text", ("Kilde og brug", rights, f"{site_url}om/kilder/")


def _theme(content: Content, theme: Theme, site: str) -> Iterator[Slide]:
    cases = [case for case in content.cases if case.tema == theme.id]
    if not cases:
        return
    address = f"{site}temaer/{theme.id}/"
    colour, short = theme.nummer, f"Tema {theme.nummer}"
    some = cases if len(cases) <= _CASES else cases[: _CASES - 1]
    rows = [(case.titel, content.place(case)) for case in some]
    if more := len(cases) - len(some):
        rows.append((count(more, "case mere", "cases mere"), address))
    yield "theme", (f"{theme.nummer}. {theme.navn}", plain(theme.beskrivelse), rows, address, colour)
    parts = (("Det har casene til fælles", plain(theme.faelles)), ("Her skiller de sig ud", plain(theme.forskelle)))
    yield "columns", (f"{short}: fælles og forskelle", parts, address, colour)
    if figures := [_figure(case) for case in islice((case for case in cases if case.noegletal), _FIGURES)]:
        head = ("Tal", "Hvad", "Case")
        yield "table", (f"{short}: tal fra casene", head, figures, f"{address}#noegletal", colour)
    lessons = tuple(lesson for lesson in all_lessons(content) if lesson.case and lesson.case.tema == theme.id)
    if topics := most_carried(topic_groups(content, lessons), _TOPICS):
        told = [
            (
                group.term.navn,
                count(len(group.lessons), "punkt", "punkter"),
                _some(group.cases),
            )
            for group in topics
        ]
        head = ("Emne", "Punkter", "Cases")
        yield "table", (f"{short}: læring fra casene", head, told, f"{address}#laering", colour)


def _some(cases: Sequence[Case]) -> str:
    """The cases' titles in a sentence, as many as a cell has room for."""
    titles = [case.titel for case in cases]
    if len(titles) <= _TITLES:
        return join_list(titles)
    return join_list([*titles[: _TITLES - 1], f"{count(len(titles) - _TITLES + 1, 'anden', 'andre')}"])


def _figure(case: Case) -> tuple[str, str, str]:
    figure = case.noegletal[0]
    year = f" ({span(figure.aar)})" if figure.aar else ""
    page = f" (kilden, side {span(case.kilde.side)})" if case.kilde.side else ""
    return f"{figure_number(figure)} {figure.enhed}", f"{figure.hvad}{year}", f"{case.titel}{page}"
