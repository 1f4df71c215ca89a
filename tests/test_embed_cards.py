"""Cards for other people's pages: one for each case, lesson and list; light, safe, and told by oEmbed."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from markupsafe import escape

from macros.finding.facet_pages import facet_pages
from macros.finding.facets import facets
from macros.html.security_policy import card_policy
from macros.html.standalone_styles import standalone_styles
from macros.insight.lessons import all_lessons
from macros.library.content import Content
from macros.pages.pages import Pages
from macros.sharing.embed_cards import EmbedCard, card_files, case_card_files, embed_cards, oembed_address
from macros.sharing.social_cards import FOLDER, OWN_CARDS
from macros.sharing.social_cards import cards as cards_of
from scripts.measuring.synthetic_cases import content_of
from tests.test_site_files import SITE, TODAY

MOST_BYTES = 15_000


@pytest.fixture(scope="module")
def cards(content: Content) -> list[EmbedCard]:
    """Every card."""
    return list(embed_cards(content, TODAY))


def all_files(content: Content) -> dict[str, str]:
    """Those of each case, and all others."""
    files = card_files(content, TODAY, SITE)
    for case in content.cases:
        own = case_card_files(content, case, SITE)
        assert not own.keys() & files.keys()
        files |= own
    return files


@pytest.fixture(scope="module")
def files(content: Content) -> dict[str, str]:
    """Every page and document."""
    return all_files(content)


def test_there_is_a_card_for_each_case_lesson_and_filter(cards: list[EmbedCard], content: Content) -> None:
    by_kind = {kind: [card for card in cards if card.kind == kind] for kind in ("case", "laering", "liste")}
    assert [card.name for card in by_kind["case"]] == [case.id for case in content.cases]
    assert [card.address for card in by_kind["laering"]] == [lesson.url for lesson in all_lessons(content)]
    values = [(facet.key, value.id, value.antal) for facet in facets(content, TODAY) for value in facet.values]
    assert [(*card.name.split("/"), len(card.cases)) for card in by_kind["liste"]] == values
    assert len({card.id for card in cards}) == len(cards)


def test_a_card_is_light_and_needs_nothing_but_a_style_sheet(cards: list[EmbedCard], files: dict[str, str]) -> None:
    styles = len(standalone_styles()["assets/card.css"].encode())
    for card in cards:
        page = files[f"{card.url}index.html"]
        assert len(page.encode()) + styles < MOST_BYTES, card.id
        assert unescape(page).count(f'content="{card_policy()}"') == 1
        assert not re.search(r"<script|<style|style=|\son[a-z]+=", page)
        assert '<meta name="robots" content="noindex">' in page
        assert f'<link rel="canonical" href="{SITE}{card.address}">' in page
        assert page.count("<h1") == 1 and "Referat efter KL (2018)" in page


def test_the_style_sheet_knows_both_schemes_and_paper() -> None:
    styles = standalone_styles()["assets/card.css"]
    assert "light-dark(" in styles and "color-scheme: light dark" in styles and "@media print" in styles
    assert "url(" not in styles and "@import" not in styles


def test_the_document_is_oembed_with_both_kinds_of_code(cards: list[EmbedCard], files: dict[str, str]) -> None:
    for card in cards:
        made = json.loads(files[f"{card.url}oembed.json"])
        assert made["version"] == "1.0" and made["type"] == "rich" and made["title"] == card.title
        assert isinstance(made["width"], int) and made["height"] == card.height <= 700
        assert made["html"].startswith(f'<iframe src="{SITE}{card.url}" title="')
        assert f'height="{card.height}"' in made["html"] and made["html"].endswith("></iframe>")
        plain = made["html_uden_ramme"]
        assert plain.startswith('<article lang="da">') and f'href="{SITE}{card.address}"' in plain
        assert "Referat efter KL (2018)" in plain and SITE in plain
        assert not re.search(r"<(script|style|iframe|img)|style=|class=", plain)


def test_what_is_written_cannot_break_out(content: Content) -> None:
    odd = content.cases[0].model_copy(update={"titel": '"><script>alert(1)</script>', "kort": "</article> & 'x'"})
    changed = {**content.__dict__, "cases": (odd, *content.cases[1:])}
    changed = {key: value for key, value in changed.items() if key in content.__dataclass_fields__}
    files = case_card_files(type(content)(**changed), odd, SITE)
    page, made = files[f"indlejr/case/{odd.id}/index.html"], json.loads(files[f"indlejr/case/{odd.id}/oembed.json"])
    assert made["title"] == odd.titel
    for text in (page, made["html"], made["html_uden_ramme"]):
        assert "<script" not in text and "</article> &" not in text


def test_pages_name_the_document_that_is_there(files: dict[str, str], content: Content) -> None:
    addresses = [case.url for case in content.cases]
    addresses += [f"temaer/{theme.id}/" for theme in content.terms("temaer")]
    addresses += [f"cases/efter/{page.id}/" for page in facet_pages(content, TODAY)]
    assert {oembed_address(address) for address in addresses} <= files.keys()
    for other in ("", "cases/", "cases/efter/", "cases/sammenlign/", "temaer/", "laering/", "om/kilder/", "aftaler/x/"):
        assert oembed_address(other) == ""


def test_the_page_of_cards_links_to_each(cards: list[EmbedCard], content: Content) -> None:
    page = Pages(content, TODAY, SITE).card_chooser()
    assert re.findall(r'data-card="([^"]+)"', page) == [card.id for card in cards]
    assert re.findall(r'data-card="[^"]+"[^>]*>([^<]+)<', page) == [str(escape(card.title)) for card in cards]
    assert re.findall(r'href="../([^"]+)" data-card', page) == [card.url for card in cards]


def test_the_page_of_cards_leads_from_many_cases_to_the_rest(content: Content) -> None:
    page = Pages(content_of(content, 100, 1), TODAY, SITE).card_chooser()
    assert len(re.findall(r'data-card="case/', page)) == 60
    assert page.count("Her står kort til 60 af 100 cases.") == 2


@pytest.mark.parametrize("count", [22, OWN_CARDS + 1])
def test_the_picture_that_the_document_names_is_there(count: int, content: Content) -> None:
    many = content_of(content, count, 1)
    files = card_files(many, TODAY, SITE) | case_card_files(many, many.cases[0], SITE)
    named = {json.loads(text)["thumbnail_url"] for path, text in files.items() if path.endswith("oembed.json")}
    assert named <= {f"{SITE}{FOLDER}/{name}.png" for name in cards_of(many)}
