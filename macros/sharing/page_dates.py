"""The day each page's content last changed, told by the content itself: the same sources give the same dates."""

from __future__ import annotations

import re
from datetime import date

from macros.library.content import Content
from macros.library.once import once
from macros.sharing.citations import citable

# Pages that are written by hand, or whose content carries no dates: no date is better than a wrong one.
_UNDATED = re.compile(r"(bidrag/.*|(del|links|liste|tilgaengelighed|was|om|om/design|om/viden)/)$")
_NEWS, _SINCE = "", "om/siden-2018/"


@once
def _newest(content: Content) -> date:
    return max(item.gennemgaaet for item in citable(content))


def page_date(content: Content, address: str) -> date | None:
    """The date of the page at an address below the site's root, or None where none is true."""
    parts = address.rstrip("/").split("/")
    if parts[0] == "cases" and len(parts) == 2 and parts[1] in content.case_by_id:
        return content.case_by_id[parts[1]].gennemgaaet
    for case in content.withdrawn:
        if case.trukket_tilbage and address == case.url:
            return case.trukket_tilbage.dato
    if parts[0] == "aftaler" and len(parts) == 2 and parts[1] in content.agreement_by_id:
        return content.agreement_by_id[parts[1]].gennemgaaet
    if parts[0] == "temaer" and len(parts) == 2:
        days: list[date] = [case.gennemgaaet for case in content.cases if case.tema == parts[1]]
        return max(days, default=None)
    if address == _SINCE:
        told: list[date] = [note.dato for note in content.terms("siden_2018")]
        return max(told, default=None)
    if _UNDATED.match(address):
        return None
    newest = _newest(content)
    if address == _NEWS:
        news: list[date] = [item.dato for item in content.terms("nyheder")]
        return max(newest, *news)
    if parts[0] == "aftaler":
        return max(item.gennemgaaet for item in content.agreements)
    return newest
