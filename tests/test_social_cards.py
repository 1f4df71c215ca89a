"""Each page that is shared shows a picture that exists, with its own words and absolute addresses."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from pathlib import Path

import pytest

from macros.library.content import PROJECT, Content
from macros.sharing.social_cards import COMMON, FOLDER, ICON, OWN_CARDS, card_files, card_name, cards, case_card

META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[a-z:_]+)" content="([^"]*)">')


def test_each_item_and_kind_has_a_card(content: Content) -> None:
    names = cards(content).keys()
    assert {card_name("case", case.id) for case in content.cases} <= names
    assert {card_name("klausul", clause.id) for clause in content.clauses} <= names
    assert {card_name("aftale", item.id) for item in content.agreements} <= names
    assert {card_name("tema", theme.id) for theme in content.terms("temaer")} <= names
    assert COMMON in names


def test_a_case_shows_its_theme_number_and_place(content: Content) -> None:
    case = next(case for case in content.cases if case.nummer and case.kommuner)
    card = cards(content)[card_name("case", case.id)]
    theme = content.term("temaer", case.tema)
    assert (card.titel, card.tekst, card.nummer) == (case.titel, case.kort, theme.nummer)
    assert card.farve == f"tema-{theme.nummer}"
    assert card.maerke == f"Case {case.nummer} · {content.place(case)}"


def test_files_are_png_below_assets(content: Content) -> None:
    files = card_files(content)
    assert ICON in files and f"{FOLDER}/{COMMON}.png" in files
    assert all(picture.startswith(b"\x89PNG") for picture in files.values())


def test_hand_written_pages_name_only_cards_that_exist(content: Content) -> None:
    for page in (PROJECT / "docs").rglob("*.md"):
        for name in re.findall(r"^delekort: (.*)$", page.read_text(encoding="utf-8"), re.M):
            assert name in cards(content), page


def pages(site: Path) -> list[Path]:
    """Every page with a head of its own."""
    return [
        page
        for page in site.rglob("index.html")
        if not re.match(r"(admin|c/\d+|indlejr/.+|cases/[^/]+/ark)/", page.relative_to(site).as_posix())
    ]


def test_every_built_page_can_be_shared(built_site: Path) -> None:
    found = pages(built_site)
    assert len(found) > 50
    for page in found:
        text = page.read_text(encoding="utf-8")
        meta = dict(META.findall(text))
        canonical = re.search(r'<link rel="canonical" href="([^"]+)">', text)
        assert canonical and meta["og:url"] == canonical[1], page
        assert meta["og:title"] and meta["og:description"] and meta["twitter:card"] == "summary_large_image"
        root = re.sub(r"^(https?://[^/]+/).*", r"\1", meta["og:image"])
        assert (built_site / meta["og:image"].removeprefix(root)).is_file(), page


@pytest.mark.parametrize("kind", ["cases", "aftaler/klausuler", "temaer"])
def test_generated_pages_have_cards_of_their_own(built_site: Path, kind: str) -> None:
    shown = [
        dict(META.findall(page.read_text(encoding="utf-8")))["og:image"]
        for page in (built_site / kind).glob("*/index.html")
        if page.parent.name not in ("efter", "sammenlign")
    ]
    assert len(shown) > 3 and len(set(shown)) == len(shown)


def test_words_are_escaped_once(built_site: Path, content: Content) -> None:
    case = content.cases[0]
    meta = dict(META.findall((built_site / case.url / "index.html").read_text(encoding="utf-8")))
    assert html.unescape(meta["og:title"]) == case.titel
    assert html.unescape(meta["og:description"]) == case.kort


def test_a_large_library_shares_the_cards_of_themes(content: Content) -> None:
    many = replace(content, cases=content.cases * (OWN_CARDS // len(content.cases) + 1))
    case = content.cases[0]
    assert case_card(content, case) == card_name("case", case.id) in cards(content)
    assert case_card(many, case) == card_name("tema", case.tema) in cards(many)
    assert len(cards(many)) == len(cards(content)) - len(content.cases)
