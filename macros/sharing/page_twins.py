"""Each page's content as one JSON file and one Markdown file beside it, for programs that read pages."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from macros.finding.facet_pages import FacetPage, listing_url, theme_listing
from macros.html.long_lists import LESSONS_OF_THEME, LISTED_LESSONS, MOST, OF_CLAUSE, OF_THEME, shown
from macros.html.prose import plain
from macros.html.rendering import render
from macros.html.template_frame import filled_plain
from macros.insight.lessons import all_lessons
from macros.insight.results import figure_sentence
from macros.library.content import Content
from macros.model.case_model import Case, KeyFigure
from macros.sharing.open_data import clause_record, lesson_record, names, public_agreement, record, to_json

JSON, MARKDOWN = "index.json", "index.md"


def page_twins(content: Content, site_url: str) -> dict[str, str]:
    """Path below the site's root to text, for every page but those of cases and of facets' values."""
    files = {f"{address}{JSON}": to_json(data) for address, data in _data(content)}
    files |= {f"{address}{MARKDOWN}": text.strip() + "\n" for address, text in _texts(content, site_url)}
    return files


def facet_twins(content: Content, page: FacetPage, site_url: str) -> dict[str, str]:
    """The two files of one value's page; asks the content for no case."""
    cases = [case for _, group in page.groups for case in group]
    data = {"filter": page.facet.key, "id": page.value.id, "navn": page.value.navn, "cases": _named(cases)}
    following = listing_url(page.facet.key, page.value.id, page.number + 1) if page.number < page.pages else ""
    if following:
        data["naeste"] = following + JSON
    text = render(
        "page_twin.md", page.url, kind="liste", content=content, site_url=site_url, item=None, cases=cases,
        title=page.title, most=len(cases), every="", more=following and following + MARKDOWN,
    )  # fmt: skip
    return {f"{page.url}{JSON}": to_json(data), f"{page.url}{MARKDOWN}": text.strip() + "\n"}


def case_twin(content: Content, case: Case, site_url: str) -> str:
    """A case's page as Markdown; its JSON is made elsewhere, because pages of our own read it."""
    source = content.term("udgivelser", case.kilde.udgivelse)
    text = filled_plain(
        "case_twin.md", case.url, title=case.titel, short=case.kort,
        number=str(case.nummer) if case.nummer else None, theme=content.term("temaer", case.tema).navn,
        place=content.place(case), period=case.periode, trades=names(content, "brancher", case.brancher),
        groups=names(content, "maalgrupper", case.maalgrupper), means=names(content, "virkemidler", case.virkemidler),
        actors="; ".join([f"{one.navn} ({one.rolle})" if one.rolle else one.navn for one in case.aktoerer]),
        figures="".join(map(_figure_line, case.noegletal)),
        purpose=_trimmed(case.formaal), organising=_trimmed(case.organisering),
        financing=_trimmed(case.finansiering), results=_trimmed(case.resultater),
        lessons="".join([f"{number}. {plain(lesson.tekst)}\n" for number, lesson in enumerate(case.laering, 1)]),
        publisher=source.udgiver, published=source.aar, source=source.titel, pages=case.kilde.side,
        reviewed=case.gennemgaaet.isoformat(), rights=_trimmed(source.rettigheder), site_url=site_url,
        address=case.url,
    )  # fmt: skip
    return text.strip() + "\n"


def _figure_line(figure: KeyFigure) -> str:
    year = f" ({figure.aar})" if figure.aar else ""
    return f"- {figure_sentence(figure)}{year}: {figure.hvad}\n"


def _trimmed(text: str | None) -> str | None:
    return text and text.strip()


def has_twins(content: Content, address: str) -> bool:
    """Whether the page at an address below the site's root has them."""
    parts = address.rstrip("/").split("/")
    if address in ("laering/", "cases/"):
        return True
    kinds: dict[str, Container[str]] = {
        "cases": content.case_by_id, "aftaler": content.agreement_by_id, "temaer": content.vocabularies["temaer"],
    }  # fmt: skip
    if len(parts) == 2:
        return parts[1] in kinds.get(parts[0], ())
    return (parts[:2] == ["cases", "efter"] and len(parts) == 4) or (
        parts[:2] == ["aftaler", "klausuler"] and len(parts) == 3
    )


def _data(content: Content) -> Iterator[tuple[str, Any]]:
    for agreement in content.agreements:
        yield agreement.url, public_agreement(agreement)
    for clause in content.clauses:
        yield clause.url, _first(clause_record(content, clause), "laering", OF_CLAUSE, "data/laering.json")
    lessons = list(all_lessons(content))
    yield "laering/", [lesson_record(lesson) for lesson in lessons]
    for theme in content.terms("temaer"):
        cases = [case for case in content.cases if case.tema == theme.id]
        own = [lesson_record(lesson) for lesson in lessons if lesson.case and lesson.case.tema == theme.id]
        listed = _first({"cases": _named(cases)}, "cases", OF_THEME, theme_listing(theme.id, len(cases)) + JSON)
        taught = _first({"laering": own}, "laering", LESSONS_OF_THEME, "data/laering.json")
        yield f"temaer/{theme.id}/", {**record(theme), **listed, **taught}
    yield "cases/", _named(content.cases)


def _first(data: dict[str, Any], name: str, most: int, every: str) -> dict[str, Any]:
    """A page's data with so much of a list as the page shows; where that is not all, how many and where they are."""
    items = data[name]
    if len(items) <= most:
        return data
    return {**data, name: shown(items, most), f"{name}_i_alt": len(items), f"{name}_alle": every}


def _named(cases: Any) -> list[dict[str, Any]]:
    return [{"id": case.id, "titel": case.titel, "kort": case.kort, "adresse": case.url} for case in cases]


def _texts(content: Content, site_url: str) -> Iterator[tuple[str, str]]:
    def text(kind: str, address: str, **values: Any) -> tuple[str, str]:
        return address, render("page_twin.md", address, kind=kind, content=content, site_url=site_url, **values)

    for agreement in content.agreements:
        yield text("aftale", agreement.url, item=agreement)
    for clause in content.clauses:
        yield text("klausul", clause.url, item=clause)
    lessons = list(all_lessons(content))
    for theme in content.terms("temaer"):
        cases = [case for case in content.cases if case.tema == theme.id]
        every = theme_listing(theme.id, len(cases)) + MARKDOWN
        yield text("tema", f"temaer/{theme.id}/", item=theme, cases=cases, title=theme.navn, most=OF_THEME, every=every)
    yield text("laering", "laering/", item=None, lessons=lessons, most=LISTED_LESSONS)
    every = f"cases/{JSON}"
    yield text("liste", "cases/", item=None, cases=content.cases, title="Cases", most=MOST, every=every, more="")
