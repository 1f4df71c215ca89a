"""What partners take along: citations, codes, cards to show, sheets to print, slides, feeds and the calendar."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from macros.ground.build_cache import Keep, made_anew
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.sharing.citations import FILES, Work, bibtex, citable, csl, ris, works
from macros.sharing.embed_cards import card_files
from macros.sharing.feed import theme_feeds
from macros.sharing.handout import handout_files
from macros.sharing.llms_txt import llms_txt
from macros.sharing.qr_code import qr_svg
from macros.sharing.review_calendar import review_calendar
from macros.sharing.slide_deck import slide_deck

CALENDAR = "data/gennemgang.ics"
SLIDES = "temaer/temaer.pptx"


def partner_files(content: Content, today: date, site_url: str, keep: Keep = made_anew) -> dict[str, str | bytes]:
    """Path below the site's root to content; site_url ends with a slash."""
    files: dict[str, str | bytes] = {
        CALENDAR: review_calendar(content, site_url),
        SLIDES: slide_deck(content, site_url),
        "llms.txt": llms_txt(content, site_url),
        **theme_feeds(content, site_url),
        **card_files(content, today, site_url),
        **handout_files(content, site_url),
    }
    for work in works(content, site_url):
        files.update(_citations(work, work.url.removeprefix(site_url)))
    for item in citable(content):
        files[f"{item.url}qr.svg"] = code_of(item, site_url, keep)
    return files


def code_of(item: Case | Agreement, site_url: str, keep: Keep) -> bytes:
    """The QR code of an item's shortest address."""
    short = item.short_url or item.url if isinstance(item, Case) else item.url
    return keep(("qr", site_url, short), partial(_code, site_url + short))


def _code(address: str) -> bytes:
    return qr_svg(address, f"QR-kode til {address}").encode()


def _citations(work: Work, folder: str) -> Iterator[tuple[str, str]]:
    yield folder + FILES["ris"], ris(work)
    yield folder + FILES["bib"], bibtex(work)
    yield folder + FILES["csl"], json.dumps(csl(work), ensure_ascii=False, indent=1) + "\n"
