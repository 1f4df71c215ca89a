"""One case on one A4 page, to hand out at a meeting: facts, figures, results, lessons, source, address and code."""

from __future__ import annotations

from markupsafe import Markup

from macros.ground.danish import format_date, span
from macros.html.prose import plain, prose, prose_line
from macros.html.security_policy import content_security_policy
from macros.html.template_frame import filled, filled_part
from macros.library.content import Content
from macros.model.case_model import Case, KeyFigure, Lesson
from macros.sharing.citations import short_form, work_of
from macros.sharing.open_data import names

# Signs of text up to which a size of print fits one page: a test prints every case and counts the pages.
_ROOM = ((1_400, "stor"), (2_150, "mellem"), (2_600, "lille"), (99_999, "mindst"))
_FIGURE_SIGNS, _LESSON_SIGNS = 40, 40


def handout_url(case: Case) -> str:
    """Where a case's page lies below the site's root."""
    return f"{case.url}ark/"


def handout(content: Content, case: Case, site_url: str) -> str:
    """The page of one case; site_url ends with a slash."""
    source = content.term("udgivelser", case.kilde.udgivelse)
    return filled(
        "handout.html", handout_url(case), policy=content_security_policy(), site_url=site_url, address=case.url,
        title=case.titel, short=case.kort, size=print_size(case), theme=case.tema,
        theme_name=content.term("temaer", case.tema).navn, number=str(case.nummer) if case.nummer else None,
        place=content.place(case), period=case.periode, trades=names(content, "brancher", case.brancher),
        groups=names(content, "maalgrupper", case.maalgrupper), means=names(content, "virkemidler", case.virkemidler),
        actors=", ".join([actor.navn for actor in case.aktoerer]),
        figures=Markup("".join([_figure_row(figure) for figure in case.noegletal])),
        lessons=Markup("".join([_lesson_row(lesson) for lesson in case.laering])),
        purpose=_prose(case.formaal), organising=_prose(case.organisering), financing=_prose(case.finansiering),
        results=_prose(case.resultater), publisher=source.udgiver, published=source.aar, source=source.titel,
        pages=span(case.kilde.side), reviewed=format_date(case.gennemgaaet),
        short_form=short_form(work_of(content, case, site_url)),
    )  # fmt: skip


def _prose(text: str | None) -> Markup | None:
    return prose(text) if text else None


def _figure_row(figure: KeyFigure) -> str:
    return filled_part(
        "_handout_rows.html", "figure", "", reservation=figure.forbehold, number=figure.display_number,
        unit=figure.enhed, year=span(figure.aar), what=figure.hvad,
    )  # fmt: skip


def _lesson_row(lesson: Lesson) -> str:
    return filled_part("_handout_rows.html", "lesson", "", text=prose_line(lesson.tekst))


def print_size(case: Case) -> str:
    """How large the print may be for the case to fit the page."""
    texts = (case.formaal, case.organisering, case.resultater, case.finansiering)
    signs = sum(len(plain(text)) for text in texts if text)
    signs += sum(len(figure.hvad) + _FIGURE_SIGNS for figure in case.noegletal)
    signs += sum(len(lesson.tekst) + _LESSON_SIGNS for lesson in case.laering)
    signs += sum(len(actor.navn) for actor in case.aktoerer)
    return next(size for room, size in _ROOM if signs <= room)
