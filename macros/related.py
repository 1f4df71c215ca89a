"""Which cases are related to a case, and why: the editors' own choice first, then shared facets."""

from __future__ import annotations

from dataclasses import dataclass

from macros.case_model import Case
from macros.content import Content
from macros.danish import join_list

# facet field, vocabulary, sentence, weight: rarer kinships weigh more.
_KINSHIPS = (
    ("kommuner", "kommuner", "Samme kommune", 5),
    ("brancher", "brancher", "Samme branche", 4),
    ("virkemidler", "virkemidler", "Samme virkemiddel", 2),
    ("maalgrupper", "maalgrupper", "Samme målgruppe", 1),
)
TOO_BROAD = {"alle-brancher", "virksomheder", "ledige"}


@dataclass(frozen=True)
class RelatedCase:
    """A case and the reason why it is shown."""

    case: Case
    grund: str


def related_cases(content: Content, case: Case, most: int = 4) -> tuple[RelatedCase, ...]:
    """The cases nearest to a case with the reason, best first."""
    found = []
    for other in content.cases:
        if other.id == case.id:
            continue
        score, reason = _kinship(content, case, other)
        chosen = other.id in case.se_ogsaa
        if score or chosen:
            found.append((not chosen, -score, other.nummer or 0, RelatedCase(other, reason or "Valgt af redaktionen")))
    return tuple(row[-1] for row in sorted(found, key=lambda row: row[:3])[:most])


def _kinship(content: Content, case: Case, other: Case) -> tuple[int, str]:
    score = 0
    reasons: list[str] = []
    for field, vocabulary, sentence, weight in _KINSHIPS:
        shared = [item for item in getattr(case, field) if item in getattr(other, field) and item not in TOO_BROAD]
        score += weight * len(shared)
        if shared and len(reasons) < 2:
            names = join_list([content.term(vocabulary, item).navn for item in shared[:2]])
            reasons.append(f"{sentence}: {names}")
    if case.tema == other.tema:
        score += 1
        if not reasons:
            reasons.append("Samme tema")
    return score, ". ".join(reasons)
