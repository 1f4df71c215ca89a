"""The words of each case without any markup of ours: the same text for every search engine that is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.library.content import Content
from macros.model.case_model import Case

PROSE = (
    ("formaal", "Formål"),
    ("organisering", "Organisering"),
    ("resultater", "Resultater"),
    ("finansiering", "Finansiering"),
)
TERMS = (
    ("tema", "temaer"),
    ("brancher", "brancher"),
    ("maalgrupper", "maalgrupper"),
    ("virkemidler", "virkemidler"),
    ("resultattyper", "resultattyper"),
    ("organiseringsform", "organiseringsformer"),
    ("finansieringsform", "finansieringsformer"),
)


@dataclass(frozen=True)
class PlainPage:
    """One case as a search engine of any kind is given it."""

    id: str
    title: str
    summary: str
    sections: tuple[tuple[str, str], ...]

    @property
    def markdown(self) -> str:
        """The page as an editor without our templates would write it."""
        parts = [f"# {self.title}", self.summary]
        for heading, text in self.sections:
            parts += [f"## {heading}", text]
        return "\n\n".join(parts) + "\n"

    @property
    def text(self) -> str:
        """Everything below the title."""
        return "\n".join([self.summary, *(f"{heading}\n{text}" for heading, text in self.sections)])


def plain_pages(content: Content) -> list[PlainPage]:
    """Every case with all that a reader of its page can read."""
    return [PlainPage(case.id, case.titel, case.kort, tuple(_sections(content, case))) for case in content.cases]


def _sections(content: Content, case: Case) -> Iterator[tuple[str, str]]:
    yield "Sted", ", ".join(_places(content, case))
    for key, heading in PROSE:
        text = getattr(case, key)
        if text:
            yield heading, text
    if case.noegletal:
        yield "Nøgletal", _lines(f"{item.display_number} {item.enhed}: {item.hvad}" for item in case.noegletal)
    if case.laering:
        yield "Læring", _lines(lesson.tekst.replace("\n", " ") for lesson in case.laering)
    yield "Parter", _lines(": ".join(filter(None, (actor.navn, actor.rolle))) for actor in case.aktoerer)
    yield "Emneord", ", ".join(_names(content, case))


def _places(content: Content, case: Case) -> list[str]:
    towns = [content.term("kommuner", item) for item in case.kommuner]
    regions = [*case.regioner, *(town.region for town in towns)]
    names = [content.term("regioner", item).navn for item in dict.fromkeys(regions)]
    return [*(f"{town.navn} Kommune" for town in towns), *([case.omraade] if case.omraade else []), *names]


def _names(content: Content, case: Case) -> Iterator[str]:
    for key, vocabulary in TERMS:
        value = getattr(case, key)
        for identifier in (value,) if isinstance(value, str) else value:
            yield content.term(vocabulary, identifier).navn


def _lines(items: Iterator[str]) -> str:
    return "\n".join(f"- {item}" for item in items)
