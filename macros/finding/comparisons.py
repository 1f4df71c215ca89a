"""Comparisons that are worth making, chosen by rule: cases that share a theme or a means and are most alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from macros.finding.related import TOO_BROAD
from macros.library.content import Content
from macros.model.case_model import Case

# Few enough to read side by side, and enough to see a pattern.
FEWEST, MOST = 3, 4
_SHARED_FIELDS = ("virkemidler", "maalgrupper", "brancher")


@dataclass(frozen=True)
class Comparison:
    """What the cases share, in the words of the list, the cases, and how many share it in all."""

    navn: str
    cases: tuple[Case, ...]
    antal: int

    @property
    def address(self) -> str:
        """The comparison's address below the site's root."""
        return f"cases/sammenlign/?c={','.join(case.id for case in self.cases)}"


def ready_comparisons(content: Content, most: int = 3) -> tuple[Comparison, ...]:
    """The groups whose cases are most alike, no case in two of them; whole groups before parts of large ones."""
    chosen: list[Comparison] = []
    groups = sorted(_groups(content), key=lambda item: (len(item.cases) == item.antal, _likeness(item)), reverse=True)
    for comparison in groups:
        taken = {case.id for other in chosen for case in other.cases}
        if len(chosen) < most and not any(case.id in taken for case in comparison.cases):
            chosen.append(comparison)
    return tuple(chosen)


def _groups(content: Content) -> Iterator[Comparison]:
    for vocabulary, field in (("temaer", "tema"), ("virkemidler", "virkemidler")):
        members: dict[str, list[Case]] = {}
        for case in content.cases:
            named = getattr(case, field)
            for value in (named,) if isinstance(named, str) else named:
                members.setdefault(value, []).append(case)
        for term in content.terms(vocabulary):
            cases = members.get(term.id, [])
            if len(cases) >= FEWEST:
                yield Comparison(term.navn, tuple(cases if len(cases) <= MOST else cases[:FEWEST]), len(cases))


def _likeness(comparison: Comparison) -> float:
    """The mean share of values that two of the cases have in common, from 0 to 1."""
    pairs = [(_values(one), _values(other)) for one, other in combinations(comparison.cases, 2)]
    return sum(len(one & other) / max(1, len(one | other)) for one, other in pairs) / len(pairs)


def _values(case: Case) -> set[str]:
    return {f"{field}:{value}" for field in _SHARED_FIELDS for value in getattr(case, field) if value not in TOO_BROAD}
