"""Cards that others show on their own pages: a page for each case, lesson and list, and its oEmbed document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from markupsafe import Markup

from macros.finding.facet_pages import facet_url
from macros.finding.facets import facet_values, facets
from macros.ground.danish import count, span
from macros.html.long_lists import shown
from macros.html.prose import plain
from macros.html.security_policy import CARDS, card_policy
from macros.html.template_frame import filled, filled_part
from macros.insight.lessons import LessonEntry, all_lessons, case_lessons
from macros.insight.results import figure_sentence
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.open_data import to_json
from macros.sharing.social_cards import COMMON, FOLDER, card_name

ROOT = CARDS
Values = dict[str, str | None]
WIDTH = 600
# Signs a line and CSS pixels a line of each text in a column of 320 pixels; a wider column leaves air.
_TOP, _TITLE, _TEXT, _FIGURE, _QUOTE = (32, 24), (20, 28), (31, 24), (30, 30), (28, 27)
# What is always there (edges, origin), the line over a figure, and a row of a list.
_FRAME, _RULE, _ROW = 124, 20, 56
_TALLEST = 560
_DAY = 86_400
# Any list's page: so many folders down.
_LIST_PAGE = f"{ROOT}liste/facet/value/"


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
    # Its theme's, since in a large library cases have none of their own.
    picture = card_name("tema", case.tema)
    return EmbedCard("case", case.id, case.titel, theme, case.url, height, picture, case=case)


def _lesson_card(content: Content, lesson: LessonEntry) -> EmbedCard:
    text = plain(lesson.tekst)
    source = lesson.case.titel if lesson.case else "Kataloget på tværs"
    place = content.place(lesson.case) if lesson.case else ""
    height = _height((f"Læring fra {place}", *_TOP), (text, *_QUOTE), (source, *_TEXT))
    picture = card_name("tema", lesson.case.tema) if lesson.case else "laering"
    title = text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + " …"
    return EmbedCard("laering", lesson.anchor, title, source, lesson.url, height, picture, lesson=lesson)


def _lists(content: Content, today: date) -> Iterator[EmbedCard]:
    having = [(case, facet_values(content, case, today)) for case in content.cases]
    for facet in facets(content, today):
        listed: dict[str, list[Case]] = {}
        for case, row in having:
            for identifier in set(row[facet.key]):
                listed.setdefault(identifier, []).append(case)
        for value in facet.values:
            cases = tuple(listed.get(value.id, ()))
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
    files = {}
    source = content.term("udgivelser", content.catalogue.udgivelse)
    common = {"site_url": site_url, "publisher": source.udgiver, "published": source.aar}
    policy, rows = card_policy(), _Rows(content, site_url)
    for card in cards:
        address, values = card.url, common | _values(content, card, rows)
        files[f"{address}index.html"] = filled("embed_card.html", address, policy=policy, **values)
        frame = filled("embed_frame.html", "", height=str(card.height), **values)
        plain_code = filled("embed_plain.html", "", **values)
        files[f"{address}oembed.json"] = to_json(oembed(card, site_url, frame, plain_code))
    return files


def _values(content: Content, card: EmbedCard, rows: _Rows) -> Values:
    """What the templates of a card ask for; a kind of card has none of what only others show."""
    values: Values = {"kind": card.kind, "title": card.title, "url": card.url, "address": card.address}
    values |= {"short": None, "lesson": None, "theme": None, "pages": None}
    if card.case:
        return values | _case_values(content, card.case)
    if card.lesson:
        return values | _lesson_values(content, card.lesson)
    some, counted = shown(card.cases), count(len(card.cases), "case", "cases")
    return values | {"counted": counted, "rows": rows.all(some), "plain_rows": rows.all_plain(some)}


def _case_values(content: Content, case: Case) -> Values:
    values: Values = {
        "theme": case.tema, "place": content.place(case), "pages": span(case.kilde.side), "short": case.kort,
        "number": str(case.nummer) if case.nummer else None, "figure": None,
    }  # fmt: skip
    if case.noegletal:
        figure = case.noegletal[0]
        values |= {"figure": figure.display_number, "reservation": figure.forbehold, "unit": figure.enhed}
        values["year"] = span(figure.aar)
    return values


def _lesson_values(content: Content, lesson: LessonEntry) -> Values:
    values: Values = {"lesson": plain(lesson.tekst), "pages": span(lesson.side)}
    if case := lesson.case:
        values |= {"theme": case.tema, "place": content.place(case), "case_title": case.titel}
    return values


class _Rows:
    """The rows of lists, each made once, since a case stands in many lists."""

    def __init__(self, content: Content, site_url: str) -> None:
        self.content, self.site_url = content, site_url
        self._made: dict[str, tuple[Markup, Markup]] = {}

    def all(self, cases: Iterable[Case]) -> Markup:
        """Those of a card's own page."""
        return Markup("".join([self._of(case)[0] for case in cases]))

    def all_plain(self, cases: Iterable[Case]) -> Markup:
        """Those of the plain code."""
        return Markup("".join([self._of(case)[1] for case in cases]))

    def _of(self, case: Case) -> tuple[Markup, Markup]:
        if case.id not in self._made:
            values = {"address": case.url, "title": case.titel, "place": self.content.place(case)}
            self._made[case.id] = (
                filled_part("_embed_rows.html", "row", _LIST_PAGE, theme=case.tema, **values),
                filled_part("_embed_rows.html", "plain_row", "", site_url=self.site_url, **values),
            )
        return self._made[case.id]


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
