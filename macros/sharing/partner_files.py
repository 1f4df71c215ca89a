"""What partners take along: citations, codes, cards to show, sheets to print, slides, feeds and the calendar.

What belongs to one case is made from that case and what all cases share, so that it can be kept until they change.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from macros.ground.build_cache import Keep, made_anew
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.sharing.citations import FILES, Work, bibtex, csl, ris, work_of
from macros.sharing.embed_cards import card_files, case_card_files
from macros.sharing.feed import theme_feeds
from macros.sharing.handout import handout, handout_url
from macros.sharing.llms_txt import llms_txt
from macros.sharing.open_data import to_json
from macros.sharing.qr_code import qr_svg
from macros.sharing.slide_deck import slide_deck

CALENDAR = "data/gennemgang.ics"
SLIDES = "temaer/temaer.pptx"


def partner_files(content: Content, today: date, site_url: str, keep: Keep = made_anew) -> dict[str, str | bytes]:
    """Path below the site's root to content of all that is no case's own; site_url ends with a slash."""
    # Its library takes long to load, and where nothing has changed it is not needed.
    from macros.sharing.review_calendar import review_calendar

    files: dict[str, str | bytes] = {
        CALENDAR: review_calendar(content, site_url, keep),
        SLIDES: slide_deck(content, site_url, keep),
        "llms.txt": llms_txt(content, site_url),
        **theme_feeds(content, site_url, keep),
        **card_files(content, today, site_url),
    }
    for agreement in content.agreements:
        files |= _own(content, agreement, site_url, keep)
    return files


def case_partner_files(content: Content, case: Case, site_url: str) -> dict[str, str | bytes]:
    """Path below the site's root to content of all that is one case's own; asks the content for no other case."""
    # They are kept together with the case's page; its code by itself would be one more file for each case.
    return {
        **case_card_files(content, case, site_url),
        f"{handout_url(case)}index.html": handout(content, case, site_url),
        **_own(content, case, site_url, made_anew),
    }


def _own(content: Content, item: Case | Agreement, site_url: str, keep: Keep) -> dict[str, str | bytes]:
    citations = _citations(work_of(content, item, site_url), item.url)
    return {**dict(citations), f"{item.url}qr.svg": _code_of(item, site_url, keep)}


def _code_of(item: Case | Agreement, site_url: str, keep: Keep) -> bytes:
    """The QR code of an item's shortest address."""
    short = item.short_url or item.url if isinstance(item, Case) else item.url
    return keep(("qr", site_url, short), partial(_code, site_url + short))


def _code(address: str) -> bytes:
    return qr_svg(address, f"QR-kode til {address}").encode()


def _citations(work: Work, folder: str) -> Iterator[tuple[str, str]]:
    yield folder + FILES["ris"], ris(work)
    yield folder + FILES["bib"], bibtex(work)
    yield folder + FILES["csl"], to_json(csl(work))
