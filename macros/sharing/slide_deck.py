"""The themes as slides for a meeting (PowerPoint): what the cases share, their figures and lessons, the source."""

from __future__ import annotations

from macros.ground.danish import count, format_date, join_list, span
from macros.html.prose import plain
from macros.insight.lesson_topics import most_carried, topic_groups
from macros.insight.lessons import all_lessons
from macros.insight.results import figure_number
from macros.library.content import Content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Theme
from macros.sharing.citations import citable
from macros.sharing.slides import Slides

_TITLE = "Lær af dem, der fik folk i arbejde"
# Rows that one slide has room for.
_FIGURES, _TOPICS = 6, 6


def slide_deck(content: Content, site_url: str) -> bytes:
    """The file; site_url ends with a slash. The same content gives the same bytes."""
    day = max(item.gennemgaaet for item in citable(content))
    deck = Slides(_TITLE, day)
    themes = content.terms("temaer")
    both = f"{count(len(content.cases), 'case', 'cases')} i {count(len(themes), 'tema', 'temaer')}"
    deck.cover(_TITLE, f"{both} om at skaffe kvalificeret arbejdskraft sammen", site_url)
    for theme in themes:
        _theme(deck, content, theme, site_url)
    publication = content.term("udgivelser", content.catalogue.udgivelse)
    source = f"{publication.udgiver} ({publication.aar}): {publication.titel}. {publication.oplag or ''}".strip()
    deck.text(
        "Kilde og brug",
        (
            source,
            plain(publication.rettigheder),
            "Brug teksterne efter CC BY 4.0. Nævn både Alliancebanken og den oprindelige kilde.",
            f"Casene er sidst holdt op mod kilden {format_date(day)}.",
        ),
        f"{site_url}om/kilder/",
    )
    return deck.to_bytes()


def _theme(deck: Slides, content: Content, theme: Theme, site: str) -> None:
    cases = [case for case in content.cases if case.tema == theme.id]
    if not cases:
        return
    address = f"{site}temaer/{theme.id}/"
    colour, short = theme.nummer, f"Tema {theme.nummer}"
    rows = [(case.titel, content.place(case)) for case in cases]
    deck.theme(f"{theme.nummer}. {theme.navn}", plain(theme.beskrivelse), rows, address, colour)
    deck.columns(
        f"{short}: fælles og forskelle",
        (("Det har casene til fælles", plain(theme.faelles)), ("Her skiller de sig ud", plain(theme.forskelle))),
        address,
        colour,
    )
    if figures := [_figure(case) for case in cases if case.noegletal][:_FIGURES]:
        deck.table(f"{short}: tal fra casene", ("Tal", "Hvad", "Case"), figures, f"{address}#noegletal", colour)
    lessons = tuple(lesson for lesson in all_lessons(content) if lesson.case and lesson.case.tema == theme.id)
    if topics := most_carried(topic_groups(content, lessons), _TOPICS):
        told = [
            (
                group.term.navn,
                count(len(group.lessons), "punkt", "punkter"),
                join_list([case.titel for case in group.cases]),
            )
            for group in topics
        ]
        deck.table(f"{short}: læring fra casene", ("Emne", "Punkter", "Cases"), told, f"{address}#laering", colour)


def _figure(case: Case) -> tuple[str, str, str]:
    figure = case.noegletal[0]
    year = f" ({span(figure.aar)})" if figure.aar else ""
    page = f" (kilden, side {span(case.kilde.side)})" if case.kilde.side else ""
    return f"{figure_number(figure)} {figure.enhed}", f"{figure.hvad}{year}", f"{case.titel}{page}"
