"""What a page is, told to search engines by the vocabulary of schema.org, as JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.sharing.data_files import DATA_GROUPS
from macros.sharing.open_data import compact_json
from macros.sharing.page_dates import page_date

SITE = "Alliancebanken"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_MEDIA = {
    ".json": "application/json", ".csv": "text/csv", ".sqlite": "application/vnd.sqlite3",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
# Pages that have others below them, as breadcrumbs call them.
_SECTIONS = {
    "cases/": "Cases", "cases/efter/": "Alle indgange", "temaer/": "Temaer", "aftaler/": "Aftaler",
    "aftaler/klausuler/": "Klausuler", "om/": "Om", "bidrag/": "Bidrag",
}  # fmt: skip
_LISTS = ("cases/", "temaer/", "laering/", "resultater/", "aftaler/", "aftaler/klausuler/")
Node = dict[str, Any]


@dataclass(frozen=True)
class PageSubject:
    """The page to describe: its address below the site's root, and what its head says."""

    address: str
    title: str
    description: str


def structured_data(content: Content, site_url: str, page: PageSubject) -> str:
    """The JSON of a page, safe inside a script element."""
    nodes = [_subject(content, site_url, page)]
    if page.address:
        nodes.append(_breadcrumbs(content, site_url, page))
    return script_safe({"@context": "https://schema.org", "@graph": nodes})


def script_safe(value: Any) -> str:
    """JSON that can neither end the element it stands in nor be read as a mark of HTML."""
    text = compact_json(value)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _organisation(site: str) -> Node:
    return {"@type": "Organization", "@id": f"{site}#udgiver", "name": SITE, "url": site}


def _subject(content: Content, site: str, page: PageSubject) -> Node:
    day = page_date(content, page.address)
    common = {
        "name": page.title, "description": page.description, "url": site + page.address, "inLanguage": "da",
        "dateModified": day.isoformat() if day else None,
    }  # fmt: skip
    parts = page.address.rstrip("/").split("/")
    if not page.address:
        return {"@type": "WebSite", "@id": f"{site}#site", **_clean(common), "publisher": _organisation(site)}
    own: Node = {"@type": "WebPage"}
    if len(parts) == 2 and parts[0] == "cases" and parts[1] in content.case_by_id:
        own = _case(content, content.case_by_id[parts[1]])
    elif len(parts) == 2 and parts[0] == "aftaler" and parts[1] in content.agreement_by_id:
        agreement = content.agreement_by_id[parts[1]]
        own = {
            "@type": "CreativeWork",
            "isBasedOn": _source(content, agreement),
            "spatialCoverage": _places(content, agreement),
        }
    elif page.address.startswith("aftaler/klausuler/") and len(parts) == 3:
        own = {"@type": "CreativeWork", "genre": "Modeltekst"}
    elif page.address == "data/":
        own = _dataset(site)
    elif page.address in _LISTS or parts[0] == "temaer" or parts[:2] == ["cases", "efter"]:
        own = {"@type": "CollectionPage"}
    # The front page says who that is; a data set is read alone, so it says it again.
    publisher = _organisation(site) if own["@type"] == "Dataset" else {"@id": f"{site}#udgiver"}
    rights = {"license": _LICENCE, "publisher": publisher} if own["@type"] in ("CreativeWork", "Dataset") else {}
    return _clean({**own, **common, **rights, "isPartOf": {"@id": f"{site}#site"}})


def _clean(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], "")}


def _case(content: Content, case: Case) -> Node:
    words = [content.term("temaer", case.tema).navn, *(content.term("brancher", item).navn for item in case.brancher)]
    return {
        "@type": "CreativeWork", "isBasedOn": _source(content, case), "spatialCoverage": _places(content, case),
        "keywords": ", ".join(words),
    }  # fmt: skip


def _source(content: Content, item: Case | Agreement) -> Node:
    publication = content.term("udgivelser", item.kilde.udgivelse)
    kind = "Book" if publication.isbn else "CreativeWork"
    return _clean({
        "@type": kind, "name": publication.titel, "publisher": {"@type": "Organization", "name": publication.udgiver},
        "datePublished": publication.aar if publication.aar.isdigit() else None,
        "isbn": publication.isbn[0] if publication.isbn else None,  # one names the work; the others are its other forms
    })  # fmt: skip


def _places(content: Content, item: Case | Agreement) -> list[Node]:
    return [{"@type": "Place", "name": f"{content.term('kommuner', place).navn} Kommune"} for place in item.kommuner]


def _dataset(site: str) -> Node:
    files = [name for files in DATA_GROUPS.values() for name in files]
    offered = [
        {"@type": "DataDownload", "name": name, "contentUrl": f"{site}data/{name}", "encodingFormat": media}
        for name in files
        for ending, media in _MEDIA.items()
        if name.endswith(ending) and not name.endswith((".schema.json", "openapi.json", "metadata.json"))
    ]
    return {"@type": "Dataset", "isAccessibleForFree": True, "distribution": offered}


def _breadcrumbs(content: Content, site: str, page: PageSubject) -> Node:
    trail = [("Forside", ""), *_above(content, page.address), (page.title, page.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": {"@id": site + address}}
        for number, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _above(content: Content, address: str) -> Sequence[tuple[str, str]]:
    """The pages over a page, from the top: as its own breadcrumbs have them."""
    parts = address.rstrip("/").split("/")
    if len(parts) == 2 and parts[0] == "cases" and parts[1] in content.case_by_id:
        theme = content.term("temaer", content.case_by_id[parts[1]].tema)
        return [("Cases", "cases/"), (theme.navn, f"temaer/{theme.id}/")]
    above = ["/".join(parts[:number]) + "/" for number in range(1, len(parts))]
    return [(_SECTIONS[path], path) for path in above if path in _SECTIONS]
