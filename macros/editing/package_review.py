"""What GitHub says of the packages that a proposal changes; an answer that cannot be read is a fault, never a pass."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

UNREADABLE = "Svaret om pakkerne fra GitHub kan ikke læses, så ingen har set efter kendte huller"


def package_faults(answer: str) -> list[str]:
    """Each known hole in a package that is added, as a sentence; ValueError where the answer says nothing."""
    try:
        changes = list(_changes(json.loads(answer)))
        return sorted(
            f"{change['name']} {change['version']} ({change['manifest']}): {hole['advisory_summary']}"
            f" (alvor: {hole['severity']}, {hole['advisory_url']})"
            for change in changes
            if change["change_type"] == "added"
            for hole in change["vulnerabilities"]
        )
    except (ValueError, TypeError, KeyError) as fault:
        raise ValueError(UNREADABLE) from fault


def _changes(answer: Any) -> Iterator[dict[str, Any]]:
    """The changes of every page of the answer: a list of pages, each a list of changes."""
    if not isinstance(answer, list):
        raise TypeError("not a list of pages")
    for page in answer:
        if not isinstance(page, list):
            raise TypeError("not a page")
        yield from page
