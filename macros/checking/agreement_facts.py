"""What a real agreement answers, in the shape that the rules of the agreement check ask about.

The same shape is made from a draft by docs/assets/javascripts/agreement/facts.mjs. A value is a text, "" where the
agreement says nothing, or None where the source does not let us see it. Numbers are months. Dates are ISO texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from macros.ground.danish import MONTHS
from macros.model.agreement_model import Agreement

Value = str | float | None
Row = Mapping[str, Value]
Facts = Mapping[str, Any]

# The facts about the agreement as a whole, and those of each row in its lists. Only "_maaneder" are numbers.
WHOLE = "aftale"
FACTS: dict[str, tuple[str, ...]] = {
    WHOLE: (
        "loebetid", "loebetid_maaneder", "start", "slut", "opfoelgning", "varsel", "varsel_maaneder",
        "sekretariat", "evaluering_hvornaar", "status_aarlig", "persondata_kontakt", "maal_i_bilag",
    ),
    "klausuler": ("id", "navn", "variant"),
    "parter": ("navn", "art", "rolle", "underskriver"),
    "maal": ("navn", "tekst", "maaltal", "start", "maal", "frist", "frist_dato", "ansvarlig"),
    "aktiviteter": ("navn", "tekst", "hvem", "hvornaar"),
    "organer": ("navn", "medlemmer", "moeder_pr_aar", "indkalder", "opgaver"),
    "bilag": ("navn", "vedlagt"),
    "tekster": ("navn", "tekst"),
}  # fmt: skip
_NAME_LENGTH = 70
_MONTH = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})")


def agreement_facts(agreement: Agreement) -> Facts:
    """The facts of a real agreement; a list that the source only points to is None.

    Its clauses have words of their own. The model text that comes nearest may say more than they do, so it is no fact.
    """
    facts: dict[str, Any] = {
        WHOLE: _whole(agreement),
        "klausuler": [
            {"id": kind, "navn": kind, "variant": ""}
            for kind, statement in agreement.klausuler.items()
            if statement.findes
        ],
        "parter": _parties(agreement),
        "maal": _goals(agreement),
        "aktiviteter": [
            {"navn": short(item.tekst), "tekst": item.tekst, "hvem": item.hvem or "", "hvornaar": item.hvornaar or ""}
            for area in agreement.indsatsomraader
            for item in area.aktiviteter
        ],
        "organer": _bodies(agreement),
        "bilag": [{"navn": annex.navn, "vedlagt": _yes_or_unknown(annex.vedlagt)} for annex in agreement.bilag],
        "tekster": [{"navn": rest.sted, "tekst": rest.tekst} for rest in agreement.rester],
    }
    return {name: None if name in agreement.ikke_i_kilden else value for name, value in facts.items()}


def short(text: str) -> str:
    """The beginning of a text, as a row is called in a finding."""
    line = " ".join(text.split())
    if len(line) <= _NAME_LENGTH:
        return line.rstrip(".")
    return line[:_NAME_LENGTH].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def _whole(agreement: Agreement) -> Row:
    term, notice, review = agreement.periode, agreement.opsigelse, agreement.evaluering
    times = review.gange_pr_aar if review else None
    has_term = agreement.klausuler["loebetid"].findes if "loebetid" in agreement.klausuler else bool(term.til)
    return {
        "loebetid": "fast" if term.til else "loebende" if has_term else "",
        "loebetid_maaneder": term.maaneder or (None if term.til else ""),
        "start": _month(term.fra),
        "slut": _month(term.til),
        "opfoelgning": term.opfoelgning or "",
        "varsel": f"{notice.maaneder} måneder" if notice.maaneder else "",
        "varsel_maaneder": notice.maaneder if notice.maaneder else "",
        "sekretariat": agreement.tovholder or "",
        "evaluering_hvornaar": f"{times} gange om året" if times else "",
        "status_aarlig": "ja" if times else "",
        "persondata_kontakt": "",
        "maal_i_bilag": "ja" if "maal" in agreement.ikke_i_kilden else "",
    }


def _month(text: str | None) -> Value:
    """The month that a text names, as "2023-01"; None for one that cannot be read."""
    found = _MONTH.search(text or "")
    if found:
        return f"{found[2]}-{MONTHS.index(found[1]) + 1:02}"
    return None if text else ""


def _parties(agreement: Agreement) -> Sequence[Row]:
    duties = {duty.part: duty.tekst for duty in agreement.ansvar}
    return [
        {
            "navn": party.navn,
            "art": party.type,
            "rolle": duties.get(party.navn, ""),
            "underskriver": party.underskriver or "",
        }
        for party in agreement.parter
    ]


def _goals(agreement: Agreement) -> Sequence[Row]:
    return [
        {
            "navn": short(goal.tekst),
            "tekst": goal.tekst,
            "maaltal": goal.maaltal or "",
            "start": goal.start or "",
            "maal": goal.maal or "",
            "frist": goal.frist or "",
            "frist_dato": _month(goal.frist),
            "ansvarlig": goal.ansvarlig or "",
        }
        for goal in agreement.maal
    ]


def _bodies(agreement: Agreement) -> Sequence[Row]:
    return [
        {
            "navn": body.navn,
            "medlemmer": ", ".join(member.organisation for member in body.medlemmer),
            "moeder_pr_aar": str(body.moeder_pr_aar or ""),
            "indkalder": "",
            "opgaver": "\n".join(body.opgaver),
        }
        for body in agreement.organer
    ]


def _yes_or_unknown(answer: bool | None) -> Value:
    return None if answer is None else "ja" if answer else ""
