"""The picture that a shared link shows: a card per case, theme, agreement and clause type, and per kind of page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from macros.ground.build_cache import Keep, made_anew
from macros.ground.danish import count
from macros.html.prose import plain
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.card_image import Card, draw_card, draw_icon

FOLDER = "assets/delekort"
ICON, ICON_SIZE = "assets/apple-touch-icon.png", 180
# The card of every page that names no other in its front matter (delekort).
COMMON = "alliancebanken"
# A card takes as long to draw as five pages to make.
OWN_CARDS = 200


def case_card(content: Content, case: Case) -> str:
    """The name of the card that a case's page shows; in a large library cases share their theme's."""
    own = len(content.cases) <= OWN_CARDS
    return card_name("case", case.id) if own else card_name("tema", case.tema)


def card_name(kind: str, identifier: str) -> str:
    """What the card of one item is called, in the front matter of its page too."""
    return f"{kind}-{identifier}"


def cards(content: Content) -> dict[str, Card]:
    """Every card by its name."""
    return {**dict(_kinds(content)), **dict(_items(content))}


def card_files(content: Content, keep: Keep = made_anew) -> dict[str, bytes]:
    """Path below docs/ to picture: the cards and the icon for a telephone's home screen."""
    pictures = {
        f"{FOLDER}/{name}.png": keep(("kort", card), partial(draw_card, card)) for name, card in cards(content).items()
    }
    return {**pictures, ICON: keep(("ikon", ICON_SIZE), partial(draw_icon, ICON_SIZE))}


def _items(content: Content) -> Iterator[tuple[str, Card]]:
    for case in content.cases if len(content.cases) <= OWN_CARDS else ():
        theme = content.term("temaer", case.tema)
        number = f"Case {case.nummer}" if case.nummer else "Case"
        label = f"{number} · {content.place(case)}"
        yield card_name("case", case.id), Card(case.titel, case.kort, label, f"tema-{theme.nummer}", theme.nummer)
    for theme in content.terms("temaer"):
        text, colour = plain(theme.beskrivelse), f"tema-{theme.nummer}"
        yield card_name("tema", theme.id), Card(theme.navn, text, f"Tema {theme.nummer}", colour, theme.nummer)
    for agreement in content.agreements:
        yield card_name("aftale", agreement.id), Card(agreement.titel, agreement.kort, "Partnerskabsaftale")
    for clause in content.clauses:
        yield card_name("klausul", clause.id), Card(clause.titel, clause.kort, "Klausul")


def _kinds(content: Content) -> Iterator[tuple[str, Card]]:
    site = "Alliancebanken"
    cases = count(len(content.cases), "case", "cases")
    agreements = count(len(content.agreements), "aftale", "aftaler")
    clauses = count(len(content.clauses), "klausul", "klausuler")
    themes = len(content.terms("temaer"))
    both = f"{cases} og {agreements} om at skaffe kvalificeret arbejdskraft sammen."
    yield COMMON, Card("Lær af dem, der fik folk i arbejde", both, "Viden og aftaler")
    yield "cases", Card("Find en case", f"{cases} om samarbejde mellem kommuner, virksomheder og skoler.", site)
    yield "temaer", Card("Temaer", f"{cases} i {themes} temaer: hvad de deler, og hvor de er forskellige.", site)
    yield "laering", Card("Læring på tværs", f"Det, {cases} lærer os sammen.", site)
    yield "resultater", Card("Resultater og nøgletal", f"Tal fra {cases} med år, forbehold og kilde.", site)
    yield "kort", Card("Kort over cases og aftaler", "Se, hvilke kommuner der er med.", site)
    yield "samarbejde", Card("Hvem arbejder sammen?", f"Parterne i {cases}, og hvor tit de mødes.", site)
    yield "aftaler", Card("Partnerskabsaftaler", f"{agreements}, delt op i {clauses}.", site)
    yield "klausuler", Card("Klausuler med modeltekster", f"{clauses} til jeres egen aftale.", site)
    yield "bygger", Card("Byg en aftale", "Vælg klausuler, udfyld felterne, og hent aftalen som Word.", site)
