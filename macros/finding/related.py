"""Which cases are related to a case, and why: the editors' own choice first, then shared facets.

Every case is weighed against every other at once: a set of cases is one long number with a bit for each case, and
the cases' scores are the columns of a few such numbers, added bit by bit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.ground.danish import join_list
from macros.library.content import Content
from macros.library.once import once
from macros.model.case_model import Case

# facet field, vocabulary, sentence, weight: rarer kinships weigh more.
_KINSHIPS = (
    ("kommuner", "kommuner", "Samme kommune", 5),
    ("brancher", "brancher", "Samme branche", 4),
    ("virkemidler", "virkemidler", "Samme virkemiddel", 2),
    ("maalgrupper", "maalgrupper", "Samme målgruppe", 1),
)
TOO_BROAD = {"alle-brancher", "virksomheder", "ledige"}
_SAME_THEME = 1


@dataclass(frozen=True)
class RelatedCase:
    """A case and the reason why it is shown."""

    case: Case
    grund: str


def related_cases(content: Content, case: Case, most: int = 4) -> tuple[RelatedCase, ...]:
    """The cases nearest to a case with the reason, best first; among equals the lowest number."""
    found = _kin(content)
    chosen = found.members(case.se_ogsaa)
    scores = found.scores(case)
    rows = [*found.best(chosen, scores, most, zero=True), *found.best(found.others(case) & ~chosen, scores, most)]
    return tuple(RelatedCase(other, _reason(content, case, other)) for other in rows[:most])


def _reason(content: Content, case: Case, other: Case) -> str:
    reasons: list[str] = []
    for field, vocabulary, sentence, _ in _KINSHIPS:
        shared = [item for item in getattr(case, field) if item in getattr(other, field) and item not in TOO_BROAD]
        if shared and len(reasons) < 2:
            names = join_list([content.term(vocabulary, item).navn for item in shared[:2]])
            reasons.append(f"{sentence}: {names}")
    if not reasons and case.tema == other.tema:
        reasons.append("Samme tema")
    return ". ".join(reasons) or "Valgt af redaktionen"


class _Kin:
    """For each value of each facet the set of cases that have it."""

    def __init__(self, content: Content) -> None:
        self.cases = sorted(content.cases, key=lambda case: case.nummer or 0)
        self.place = {case.id: place for place, case in enumerate(self.cases)}
        self.having: dict[tuple[str, str], int] = {}
        for place, case in enumerate(self.cases):
            for key, _ in _values(case):
                self.having[key] = self.having.get(key, 0) | 1 << place

    def members(self, identifiers: tuple[str, ...]) -> int:
        """The set of the cases with these ids; ids of no case are passed over."""
        return sum(1 << self.place[identifier] for identifier in set(identifiers) if identifier in self.place)

    def others(self, case: Case) -> int:
        """Every case but one."""
        return (1 << len(self.cases)) - 1 & ~self.members((case.id,))

    def scores(self, case: Case) -> list[int]:
        """How near each case is, as sets: the cases whose score has the bit 1, the bit 2, the bit 4 …"""
        bits: list[int] = []
        for key, weight in _values(case):
            for level in range(weight.bit_length()):
                carried = self.having[key] if weight >> level & 1 else 0
                while carried:
                    bits += [0] * (level + 1 - len(bits))
                    bits[level], carried = bits[level] ^ carried, bits[level] & carried
                    level += 1
        return bits

    def best(self, among: int, scores: list[int], most: int, zero: bool = False) -> Iterator[Case]:
        """The cases of a set with the highest scores; those without any only where zero is asked for."""
        if not zero:
            any_score = 0
            for bit in scores:
                any_score |= bit
            among &= any_score
        while among and most:
            top = among
            for bit in reversed(scores):
                top = top & bit or top
            while top and most:
                first = top & -top
                yield self.cases[first.bit_length() - 1]
                top, among, most = top ^ first, among ^ first, most - 1


def _values(case: Case) -> Iterator[tuple[tuple[str, str], int]]:
    """Each value of a case that makes kin, with its weight; a value that is named twice counts twice."""
    for field, _, _, weight in _KINSHIPS:
        for value in getattr(case, field):
            if value not in TOO_BROAD:
                yield (field, value), weight
    yield ("tema", case.tema), _SAME_THEME


_kin = once(_Kin)
