"""One case on one A4 page, to hand out at a meeting: facts, figures, results, lessons, source, address and code."""

from __future__ import annotations

from macros.html.prose import plain
from macros.html.rendering import render
from macros.html.security_policy import content_security_policy
from macros.library.content import Content
from macros.model.case_model import Case
from macros.sharing.citations import short_form, work_of

# Signs of text up to which a size of print fits one page: a test prints every case and counts the pages.
_ROOM = ((1_400, "stor"), (2_150, "mellem"), (2_600, "lille"), (99_999, "mindst"))
_FIGURE_SIGNS, _LESSON_SIGNS = 40, 40


def handout_url(case: Case) -> str:
    """Where a case's page lies below the site's root."""
    return f"{case.url}ark/"


def handout(content: Content, case: Case, site_url: str) -> str:
    """The page of one case; site_url ends with a slash."""
    return render(
        "handout.html", handout_url(case), case=case, content=content, site_url=site_url, size=print_size(case),
        theme=content.term("temaer", case.tema), source=content.term("udgivelser", case.kilde.udgivelse),
        policy=content_security_policy(), short_form=short_form(work_of(content, case, site_url)),
    )  # fmt: skip


def print_size(case: Case) -> str:
    """How large the print may be for the case to fit the page."""
    texts = (case.formaal, case.organisering, case.resultater, case.finansiering)
    signs = sum(len(plain(text)) for text in texts if text)
    signs += sum(len(figure.hvad) + _FIGURE_SIGNS for figure in case.noegletal)
    signs += sum(len(lesson.tekst) + _LESSON_SIGNS for lesson in case.laering)
    signs += sum(len(actor.navn) for actor in case.aktoerer)
    return next(size for room, size in _ROOM if signs <= room)
