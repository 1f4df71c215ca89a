"""How to cite what stands here: the summary and its source, in the forms that people and programs use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from macros.ground.danish import format_date, span
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.vocabulary_model import Publication

SITE = "Alliancebanken"
# What each file is called beside the page it cites.
FILES = {"ris": "citat.ris", "bib": "citat.bib", "csl": "citat.csl.json"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BIBTEX_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "&%$#_{}"} | {"\\": "\\textbackslash{}", "~": "\\~{}"})


@dataclass(frozen=True)
class Work:
    """A page of ours with its source; url is absolute, side is the source's pages or empty."""

    id: str
    titel: str
    url: str
    dato: date
    source: Publication
    side: str

    @property
    def source_year(self) -> str:
        """The year the source itself gives, or empty."""
        found = _YEAR.search(self.source.aar)
        return found[0] if found else ""

    @property
    def told(self) -> str:
        """What we say of the source where there is one line for it."""
        named = ", ".join(filter(None, (self.source.titel, self.source_pages)))
        return f"Selvstændigt referat af {self.source.udgiver}: {named}"

    @property
    def source_pages(self) -> str:
        """The source's pages as running text: "side 11-12" with a dash between, or empty."""
        return f"side {span(self.side)}" if self.side else ""


def citable(content: Content) -> tuple[Case | Agreement, ...]:
    """What has a page and a source of its own."""
    return (*content.cases, *content.agreements)


def work_of(content: Content, item: Case | Agreement, site_url: str) -> Work:
    """One item as a work to cite; site_url ends with a slash."""
    source = content.term("udgivelser", item.kilde.udgivelse)
    return Work(item.id, item.titel, site_url + item.url, item.gennemgaaet, source, item.kilde.side or "")


def works(content: Content, site_url: str) -> Iterator[Work]:
    """Every case and agreement; site_url ends with a slash."""
    return (work_of(content, item, site_url) for item in citable(content))


def citation_texts(content: Content, item: Case | Agreement, site_url: str) -> dict[str, str]:
    """The references that a page shows, by what its template calls them."""
    work = work_of(content, item, site_url)
    return {"apa": apa(work), "short_form": short_form(work)}


def apa(work: Work) -> str:
    """The reference in the APA style (7th edition), in Danish."""
    source = ", ".join(filter(None, (work.source.titel, work.source_pages)))
    told = f"Selvstændigt referat af {work.source.udgiver} ({work.source.aar}), {source}"
    return f"{SITE}. ({work.dato.year}, {format_date(work.dato).rsplit(' ', 1)[0]}). {work.titel} [{told}]. {work.url}"


def short_form(work: Work) -> str:
    """The reference in one short Danish line."""
    source = f"Efter {work.source.udgiver} {work.source.aar}" + (f", {work.source_pages}" if work.side else "")
    return f"{SITE} ({work.dato.year}): {work.titel}. {source}. {work.url}"


def ris(work: Work) -> str:
    """Two records: ours, and the source's."""
    return _our_ris(work) + _source_ris(work)


def _our_ris(work: Work) -> str:
    return _ris_record([
        ("TY", "ELEC"), ("AU", SITE), ("TI", work.titel), ("PY", str(work.dato.year)),
        ("DA", work.dato.strftime("%Y/%m/%d")), ("PB", SITE), ("LA", "da"), ("UR", work.url),
        ("N1", work.told),
    ])  # fmt: skip


def _source_ris(work: Work) -> str:
    return _ris_record([
        ("TY", "BOOK" if work.source.isbn else "GEN"), ("AU", work.source.udgiver), ("TI", work.source.titel),
        ("PY", work.source_year), ("PB", work.source.udgiver), ("LA", "da"), ("SP", work.side),
        *(("SN", number) for number in work.source.isbn),
    ])  # fmt: skip


def _ris_record(rows: Iterable[tuple[str, str]]) -> str:
    return "".join([f"{tag}  - {_line(text)}\r\n" for tag, text in rows if text]) + "ER  - \r\n"


def bibtex(work: Work) -> str:
    """Two entries: ours, and the source's, which ours names as related."""
    return _our_bibtex(work) + "\n" + _source_bibtex(work)


def _our_bibtex(work: Work) -> str:
    ours = {
        "author": f"{{{SITE}}}", "title": work.titel, "year": str(work.dato.year), "date": work.dato.isoformat(),
        "url": work.url, "langid": "danish", "related": _source_key(work),
        "note": work.told,
    }  # fmt: skip
    return _entry("online", f"{SITE.lower()}-{work.id}", ours)


def _source_bibtex(work: Work) -> str:
    source = {
        "author": f"{{{work.source.udgiver}}}", "title": work.source.titel, "year": work.source_year,
        "publisher": work.source.udgiver, "pages": work.side.replace("-", "--"), "isbn": ", ".join(work.source.isbn),
        "langid": "danish",
    }  # fmt: skip
    return _entry("book", _source_key(work), source)


def _source_key(work: Work) -> str:
    return f"kilde-{work.source.id}"


def csl(work: Work) -> list[dict[str, Any]]:
    """Two items of CSL-JSON: ours, and the source's."""
    return [_our_csl(work), _source_csl(work)]


def _our_csl(work: Work) -> dict[str, Any]:
    day = work.dato
    return {
        "id": f"{SITE.lower()}-{work.id}", "type": "webpage", "title": work.titel, "author": [{"literal": SITE}],
        "issued": {"date-parts": [[day.year, day.month, day.day]]}, "URL": work.url, "language": "da-DK",
        "container-title": SITE, "note": work.told,
    }  # fmt: skip


def _source_csl(work: Work) -> dict[str, Any]:
    source = {
        "id": _source_key(work), "type": "report", "title": work.source.titel, "language": "da-DK",
        "author": [{"literal": work.source.udgiver}], "publisher": work.source.udgiver,
        "issued": {"date-parts": [[int(work.source_year)]]} if work.source_year else None,
        "page": work.side, "ISBN": ", ".join(work.source.isbn),
    }  # fmt: skip
    return {key: value for key, value in source.items() if value}


def citations_of_ours(works: Iterable[Work]) -> tuple[str, str, list[dict[str, Any]]]:
    """RIS, BibTeX and CSL-JSON of many works of ours, without their sources."""
    ours = list(works)
    return "".join(map(_our_ris, ours)), "\n".join(map(_our_bibtex, ours)), list(map(_our_csl, ours))


def citations_of_sources(works: Iterable[Work]) -> tuple[str, str, list[dict[str, Any]]]:
    """The same of their sources, each once: cited as a whole, since the pages stand in what we say of it."""
    sources = list({work.source.id: replace(work, side="") for work in works}.values())
    return "".join(map(_source_ris, sources)), "\n".join(map(_source_bibtex, sources)), list(map(_source_csl, sources))


def _entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    # A field in double braces is a name of an organisation, which no program may turn round.
    rows = [f"  {name} = {{{_bibtex(name, text)}}}," for name, text in fields.items() if text]
    return "\n".join([f"@{kind}{{{key},", *rows, "}", ""])


def _bibtex(name: str, text: str) -> str:
    if name == "url" or name == "related":
        return text
    if name == "author":
        return f"{{{_line(text[1:-1]).translate(_BIBTEX_MARKS)}}}"
    return _line(text).translate(_BIBTEX_MARKS)


def _line(text: str) -> str:
    return " ".join(text.split())
