"""The data set described by DCAT-AP-DK, the Danish profile for data catalogues: as JSON-LD and as Turtle, one graph."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from macros.sharing.open_data import to_json

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# The day the data were first published here.
_ISSUED = date(2026, 11, 22)
# Ending of a file -> its name in the EU's list of file types, and its media type.
_FORMATS = {
    ".json": ("JSON", "application/json"),
    ".csv": ("CSV", "text/csv"),
    ".xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ".sqlite": ("SQLITE", "application/vnd.sqlite3"),
    ".xml": ("ATOM", "application/atom+xml"),
}
Node = Mapping[str, Any]


def catalogue_files(files: Mapping[str, str], site_url: str, day: date, contact: str = "") -> dict[str, str]:
    """Name below data/ to text. files is name to title, site_url ends with a slash, day is the newest change."""
    graph = _graph({name: text for name, text in files.items() if _ending(name)}, site_url, day, contact)
    return {"dcat.jsonld": _json_ld(graph), "dcat.ttl": _turtle(graph)}


def _ending(name: str) -> str:
    kinds = [ending for ending in _FORMATS if name.endswith(ending) and not name.endswith(".schema.json")]
    return kinds[0] if kinds and name not in ("openapi.json", "metadata.json") else ""


def _ref(address: str) -> Node:
    return {"@id": address}


def _danish(text: str) -> Node:
    return {"@value": text, "@language": "da"}


def _day(day: date) -> Node:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _graph(files: Mapping[str, str], site: str, day: date, contact: str) -> list[Node]:
    publisher, dataset = f"{site}#udgiver", f"{site}data/#datasaet"
    titles = {name: f"{site}data/{name}" for name in files}
    reached = {"vcard:hasEmail": _ref(f"mailto:{contact}")} if contact else {"vcard:hasURL": _ref(f"{site}om/")}
    common = {"dct:publisher": _ref(publisher), "dct:language": _ref(f"{_EU}language/DAN")}
    return [
        {
            "@id": f"{site}data/#katalog",
            "@type": "dcat:Catalog",
            "dct:title": _danish("Alliancebankens åbne data"),
            "dct:description": _danish(
                "Data fra Alliancebanken til fri brug med henvisning til Alliancebanken og kilden."
            ),
            "foaf:homepage": _ref(f"{site}data/"),
            "dcat:dataset": _ref(dataset),
            **common,
        },
        {"@id": publisher, "@type": "foaf:Agent", "foaf:name": _danish("Alliancebanken"), "foaf:homepage": _ref(site)},
        {
            "@id": dataset,
            "@type": "dcat:Dataset",
            "dct:title": _danish("Cases og aftaler om kvalificeret arbejdskraft"),
            "dct:description": _danish(
                "Referater af kommunale indsatser fra KL's katalog fra 2018 og af rigtige partnerskabsaftaler: "
                "fakta, nøgletal med forbehold, læring, klausuler og modeltekster."
            ),
            "dct:identifier": dataset,
            "dct:issued": _day(_ISSUED),
            "dct:modified": _day(day),
            "dct:accessRights": _ref(f"{_EU}access-right/PUBLIC"),
            "dct:accrualPeriodicity": _ref(f"{_EU}frequency/IRREG"),
            "dct:spatial": _ref(f"{_EU}country/DNK"),
            "dcat:theme": [_ref(f"{_EU}data-theme/{name}") for name in ("EDUC", "GOVE", "SOCI")],
            "dcat:keyword": [_danish(word) for word in ("arbejdskraft", "beskæftigelse", "kommuner", "partnerskab")],
            "dcat:landingPage": _ref(f"{site}data/"),
            "dcat:contactPoint": {"@type": "vcard:Organization", "vcard:fn": _danish("Redaktionen"), **reached},
            "dcat:distribution": [_ref(f"{address}#fil") for address in titles.values()],
            **common,
        },
        *(_distribution(name, address, files[name], site) for name, address in titles.items()),
    ]


def _distribution(name: str, address: str, title: str, site: str) -> Node:
    kind, media = _FORMATS[_ending(name)]
    return {
        "@id": f"{address}#fil",
        "@type": "dcat:Distribution",
        "dct:title": _danish(title),
        "dcat:accessURL": _ref(f"{site}data/"),
        "dcat:downloadURL": _ref(address),
        "dct:format": _ref(f"{_EU}file-type/{kind}"),
        "dcat:mediaType": _ref(_MEDIA + media),
        "dct:license": _ref(_LICENCE),
    }


def _json_ld(graph: Sequence[Node]) -> str:
    return to_json({"@context": _PREFIXES, "@graph": graph})


def _turtle(graph: Sequence[Node]) -> str:
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in _PREFIXES.items())
    return head + "".join(f"\n<{node['@id']}>\n{_facts(node)} .\n" for node in graph)


def _facts(node: Node) -> str:
    rows = []
    for name, value in node.items():
        if name != "@id":
            values = value if isinstance(value, list) else [value]
            rows.append(f"  {'a' if name == '@type' else name} " + ", ".join(_term(item, name) for item in values))
    return " ;\n".join(rows)


def _term(value: Any, name: str) -> str:
    if name == "@type":
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if "@id" in value:
        return f"<{value['@id']}>"
    if "@value" not in value:
        return f"[\n{_facts(value)}\n  ]"
    text = json.dumps(value["@value"], ensure_ascii=False)
    return f"{text}@{value['@language']}" if "@language" in value else f"{text}^^{value['@type']}"
