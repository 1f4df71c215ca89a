"""Cards that others show on their own pages: a page for each case, lesson and list, and its oEmbed document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from macros.finding.facet_pages import facet_url
from macros.finding.facets import facet_values, facets
from macros.html.prose import plain
from macros.html.rendering import render
from macros.html.security_policy import CARDS, card_policy
from macros.insight.lessons import LessonEntry, all_lessons, case_lessons
from macros.insight.results import figure_sentence
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.open_data import to_json
from macros.sharing.social_cards import COMMON, FOLDER, card_name

ROOT = CARDS
WIDTH = 600
# Signs a line and CSS pixels a line of each text in a column of 320 pixels; a wider column leaves air.
_TOP, _TITLE, _TEXT, _FIGURE, _QUOTE = (32, 24), (20, 28), (31, 24), (30, 30), (28, 27)
# What is always there (edges, origin), the line over a figure, and a row of a list.
_FRAME, _RULE, _ROW = 124, 20, 56
_TALLEST = 560
_DAY = 86_400


@dataclass(frozen=True)
class EmbedCard:
    """One card: kind is case, laering or liste; address is the page it stands for, below the site's root."""

    kind: str
    name: str
    title: str
    group: str
    address: str
    height: int
    picture: str
    case: Case | None = None
    lesson: LessonEntry | None = None
    cases: tuple[Case, ...] = ()

    @property
    def id(self) -> str:
        """What chooses it on the page of cards: "case/horsens-alliancen"."""
        return f"{self.kind}/{self.name}"

    @property
    def url(self) -> str:
        """The card's own address below the site's root."""
        return f"{ROOT}{self.id}/"


def embed_cards(content: Content, today: date) -> Iterator[EmbedCard]:
    """Every card: cases by number, lessons as on their page, lists by facet."""
    yield from (_case_card(content, case) for case in content.cases)
    yield from (_lesson_card(content, lesson) for lesson in all_lessons(content))
    yield from _lists(content, today)


def _case_card(content: Content, case: Case) -> EmbedCard:
    theme = content.term("temaer", case.tema).navn
    figure = f"{figure_sentence(case.noegletal[0])} (2015-2016)" if case.noegletal else ""
    height = _height(
        (f"Case 22 · {content.place(case)}", *_TOP), (case.titel, *_TITLE), (case.kort, *_TEXT),
        (figure, *_FIGURE), extra=_RULE if figure else 0,
    )  # fmt: skip
    picture = card_name("case", case.id)
    return EmbedCard("case", case.id, case.titel, theme, case.url, height, picture, case=case)


def _lesson_card(content: Content, lesson: LessonEntry) -> EmbedCard:
    text = plain(lesson.tekst)
    source = lesson.case.titel if lesson.case else "Kataloget på tværs"
    place = content.place(lesson.case) if lesson.case else ""
    height = _height((f"Læring fra {place}", *_TOP), (text, *_QUOTE), (source, *_TEXT))
    picture = card_name("case", lesson.case.id) if lesson.case else "laering"
    title = text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + " …"
    return EmbedCard("laering", lesson.anchor, title, source, lesson.url, height, picture, lesson=lesson)


def _lists(content: Content, today: date) -> Iterator[EmbedCard]:
    having = [(case, facet_values(content, case, today)) for case in content.cases]
    for facet in facets(content, today):
        for value in facet.values:
            cases = tuple(case for case, row in having if value.id in row[facet.key])
            title = f"{facet.navn}: {value.navn}"
            height = min(_TALLEST, _height(("22 cases", *_TOP), (title, *_TITLE), extra=_ROW * len(cases)))
            picture = card_name("tema", value.id) if facet.key == "tema" else "cases"
            address = facet_url(facet.key, value.id)
            name = f"{facet.key}/{value.id}"
            yield EmbedCard("liste", name, title, facet.navn, address, height, picture, cases=cases)


def _height(*texts: tuple[str, int, int], extra: int = 0) -> int:
    """How tall a card is in CSS pixels, from its texts with signs a line and pixels a line in the narrowest column."""
    return _FRAME + extra + sum(ceil(len(text) / signs) * line for text, signs, line in texts)


def card_files(content: Content, today: date, site_url: str) -> dict[str, str]:
    """Path below the site's root to the page and the oEmbed document of each card that is no case's own."""
    lessons = (_lesson_card(content, lesson) for lesson in all_lessons(content) if not lesson.case)
    return _card_files(content, (*lessons, *_lists(content, today)), site_url)


def case_card_files(content: Content, case: Case, site_url: str) -> dict[str, str]:
    """The same for the cards of a case and its lessons; site_url ends with a slash."""
    lessons = (_lesson_card(content, lesson) for lesson in case_lessons(case))
    return _card_files(content, (_case_card(content, case), *lessons), site_url)


def _card_files(content: Content, cards: Iterable[EmbedCard], site_url: str) -> dict[str, str]:
    files, policy = {}, card_policy()
    source = content.term("udgivelser", content.catalogue.udgivelse)
    for card in cards:
        common: dict[str, Any] = {"card": card, "site_url": site_url, "content": content, "source": source}
        files[f"{card.url}index.html"] = render("embed_card.html", card.url, policy=policy, **common)
        made = oembed(
            card, site_url, render("embed_frame.html", "", **common), render("embed_plain.html", "", **common)
        )
        files[f"{card.url}oembed.json"] = to_json(made)
    return files


def oembed(card: EmbedCard, site_url: str, frame: str, plain_code: str) -> dict[str, Any]:
    """The document by oEmbed 1.0; html_uden_ramme is ours: the same card as plain HTML without a frame."""
    picture = card.picture or COMMON
    return {
        "version": "1.0",
        "type": "rich",
        "title": card.title,
        "author_name": "Alliancebanken",
        "provider_name": "Alliancebanken",
        "provider_url": site_url,
        "cache_age": _DAY,
        "thumbnail_url": f"{site_url}{FOLDER}/{picture}.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "width": WIDTH,
        "height": card.height,
        "html": _one_line(frame),
        "html_uden_ramme": _one_line(plain_code),
        "url": site_url + card.address,
    }


def _one_line(code: str) -> str:
    return "".join(line.strip() for line in code.splitlines())


def oembed_address(address: str) -> str:
    """The oEmbed document of a page that a card stands for, below the site's root, or empty."""
    parts = address.rstrip("/").split("/")
    if len(parts) == 2 and parts[0] == "cases" and parts[1] not in ("efter", "sammenlign"):
        return f"{ROOT}case/{parts[1]}/oembed.json"
    if len(parts) == 2 and parts[0] == "temaer":
        return f"{ROOT}liste/tema/{parts[1]}/oembed.json"
    return f"{ROOT}liste/{parts[2]}/{parts[3]}/oembed.json" if parts[:2] == ["cases", "efter"] and parts[3:] else ""
