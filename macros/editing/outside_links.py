"""The addresses outside the site that content points at, and what is said of the dead ones. Asks nobody itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_ADDRESS = re.compile(r"https?://[^\s<>\"'»«|\\^`{}]+")
# Written for people to read, or made for examples: nobody is there to answer.
_NEVER = re.compile(r"^https?://(127\.0\.0\.1|localhost|[^/]*\.example)([:/]|$)")
# The host is there but wants no machines: no fault of the link.
_CLOSED_TO_MACHINES = {401, 403, 405, 406, 429, 451, 999}
FIRST_FAULT = 400


def outside_links(texts: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Address to the places it is used ("cases/x.yml:12"), of files given as name and text."""
    found: dict[str, list[str]] = {}
    for name, text in texts:
        for number, line in enumerate(text.splitlines(), start=1):
            for match in _ADDRESS.finditer(line):
                address = _tidy(match[0])
                if not _NEVER.match(address):
                    found.setdefault(address, []).append(f"{name}:{number}")
    return dict(sorted(found.items()))


def _tidy(address: str) -> str:
    """The address without the signs of the sentence that it stands in."""
    address = address.split("#")[0].rstrip(".,;:!?…*_]")
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = address[:-1].rstrip(".,;:!?…*_]")
    return address


def fault_of(status: int) -> str:
    """What is wrong with an answer, or nothing."""
    if status < FIRST_FAULT or status in _CLOSED_TO_MACHINES:
        return ""
    return "siden findes ikke mere" if status in (404, 410) else f"serveren svarer med fejl {status}"


def links_report(links: Mapping[str, list[str]], faults: Mapping[str, str]) -> dict[str, object]:
    """The one issue about dead links, as macros.editing.github_posts takes it; faults is address to what was wrong."""
    lines = [f"- {address}: {faults[address]}. Står i {_places(links[address])}." for address in sorted(faults)]
    told = f"{len(links)} adresser er spurgt. {len(faults)} svarer ikke:\n\n" + "\n".join(lines)
    mend = (
        "\n\nFind den nye adresse, eller skriv en note om, at kilden ikke længere er på nettet. "
        "Slet aldrig en kilde, som indholdet bygger på."
    )
    body = told + mend if faults else f"Alle {len(links)} adresser svarer."
    return {"mark": "henvisninger", "title": "Henvisninger, der ikke svarer", "body": body, "open": bool(faults)}


def _places(places: list[str]) -> str:
    return ", ".join(f"`{place}`" for place in places)
