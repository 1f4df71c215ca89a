"""What the real agreements say on a clause type, counted: always with how many say so, of how many, and which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.ground.danish import count
from macros.library.content import Content
from macros.model.agreement_model import Agreement
from macros.model.clause_model import ClauseType

# Neuter where it counts a body ("ét organ"), common where it counts a time ("én gang").
_WORDS = ("ingen", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
Labels = Iterator[str]


@dataclass(frozen=True)
class Statistic:
    """How many agreements, and which, say the same on a clause type; variant names the model text they come nearest."""

    clause: str
    text: str
    agreements: tuple[Agreement, ...]
    total: int
    variant: str = ""

    @property
    def share(self) -> str:
        """How many of how many: "2 af 3 aftaler"."""
        return f"{self.agreements_count} af {count(self.total, 'aftale', 'aftaler')}"

    @property
    def agreements_count(self) -> int:
        """How many agreements say so."""
        return len(self.agreements)

    @property
    def receipt(self) -> str:
        """The statistic as one line: "2 af 3 aftaler: tre måneders varsel"."""
        return f"{self.share}: {self.text}"


def clause_statistics(content: Content, clause: ClauseType) -> tuple[Statistic, ...]:
    """What is counted on one clause type, the most usual first; then how many come near each variant."""
    measured = [
        found for kind, measure in MEASURES if kind == clause.id for found in _counted(content, clause.id, measure)
    ]
    return (*measured, *_nearest_variants(content, clause))


def builder_statistics(content: Content, clause: ClauseType) -> list[dict[str, Any]]:
    """The statistics as the builder shows them beside its choices."""
    return [
        {"tekst": item.receipt, "variant": item.variant, "aftaler": [agreement.id for agreement in item.agreements]}
        for item in clause_statistics(content, clause)
    ]


def _counted(content: Content, clause: str, measure: Callable[[Content, Agreement], Labels]) -> Iterator[Statistic]:
    """Agreements by what a measure says of them, the largest group first."""
    groups: dict[str, list[Agreement]] = {}
    for agreement in content.agreements:
        for label in measure(content, agreement):
            groups.setdefault(label, []).append(agreement)
    for label, agreements in sorted(groups.items(), key=lambda item: -len(item[1])):
        yield Statistic(clause, label, tuple(agreements), len(content.agreements))


def _nearest_variants(content: Content, clause: ClauseType) -> Iterator[Statistic]:
    for variant in clause.varianter:
        near = tuple(item for item in content.agreements if item.klausuler[clause.id].model == variant.id)
        if near:
            text = f"nærmest modelteksten »{variant.titel}«"
            yield Statistic(clause.id, text, near, len(content.agreements), variant.id)


def word(number: int, neuter: bool = False) -> str:
    """A small number as a word, a large one in digits."""
    if number == 1 and neuter:
        return "ét"
    return _WORDS[number] if number < len(_WORDS) else str(number)


def times(number: int) -> str:
    """How often in a year: "én gang om året", "to gange om året"."""
    return f"{word(number)} {'gang' if number == 1 else 'gange'} om året"


def _party_count(_: Content, agreement: Agreement) -> Labels:
    yield f"{word(len(agreement.parter))} parter"


def _party_kinds(content: Content, agreement: Agreement) -> Labels:
    for kind in dict.fromkeys(party.type for party in agreement.parter):
        name: str = content.term("aktoertyper", kind).navn
        yield f"{name[:1].lower()}{name[1:]} er blandt parterne"


def _duties(_: Content, agreement: Agreement) -> Labels:
    with_duty = {duty.part for duty in agreement.ansvar}
    every = all(party.navn in with_duty for party in agreement.parter)
    yield "hver part har en opgave" if every else "nogle parter har ingen opgave"


def _focus(_: Content, agreement: Agreement) -> Labels:
    if number := len(agreement.indsatsomraader):
        yield f"{word(number, True)} {'område' if number == 1 else 'områder'} med vision og aktiviteter"


def _goals(_: Content, agreement: Agreement) -> Labels:
    if agreement.maal:
        yield f"{word(len(agreement.maal), True)} mål i selve aftalen"
        if any(not (goal.maal and goal.frist) for goal in agreement.maal):
            yield "mål uden tal og frist"
    elif "maal" in agreement.ikke_i_kilden:
        yield "målene står i et bilag"


def _bodies(_: Content, agreement: Agreement) -> Labels:
    number = len(agreement.organer)
    names = ", ".join(body.navn for body in agreement.organer)
    yield f"{word(number, True)} organ ({names})" if number == 1 else f"{word(number)} organer ({names})"


def _meetings(_: Content, agreement: Agreement) -> Labels:
    for index, number in enumerate(dict.fromkeys(body.moeder_pr_aar for body in agreement.organer)):
        if number:
            yield f"{times(number)}{' i arbejdsgrupperne' if index else ''}"


def _secretariat(_: Content, agreement: Agreement) -> Labels:
    if agreement.klausuler["sekretariat"].findes:
        named = agreement.tovholder
        yield "delt mellem to" if named and " og " in named else "hos én enhed" if named else "ikke navngivet"


def _evaluation(_: Content, agreement: Agreement) -> Labels:
    review = agreement.evaluering
    if review and review.gange_pr_aar:
        yield times(review.gange_pr_aar)
    elif review:
        yield "uden fast tidspunkt"


def _term(_: Content, agreement: Agreement) -> Labels:
    months = agreement.periode.maaneder
    if months:
        years = months // 12
        length = f"{word(years, True)} år" if months == years * 12 else f"{word(months)} måneder"
        yield f"fast periode på {length}"
    elif not agreement.periode.til:
        yield "løber, til den bliver opsagt"


def _notice(_: Content, agreement: Agreement) -> Labels:
    if months := agreement.opsigelse.maaneder:
        yield f"{word(months)} {'måneds' if months == 1 else 'måneders'} varsel"


def _annexes(_: Content, agreement: Agreement) -> Labels:
    if number := len(agreement.bilag):
        yield f"nævner {word(number, True)} bilag"


def _signing(_: Content, agreement: Agreement) -> Labels:
    yield "dato ved underskriften" if agreement.underskrevet.dato else "ingen dato ved underskriften"


# Clause type -> what is counted on it.
MEASURES: tuple[tuple[str, Callable[[Content, Agreement], Labels]], ...] = (
    ("parter", _party_count),
    ("parter", _party_kinds),
    ("roller-og-ansvar", _duties),
    ("indsatsomraader", _focus),
    ("maal", _goals),
    ("organisering", _bodies),
    ("moeder", _meetings),
    ("sekretariat", _secretariat),
    ("evaluering", _evaluation),
    ("loebetid", _term),
    ("opsigelse", _notice),
    ("bilag", _annexes),
    ("underskrift", _signing),
)
