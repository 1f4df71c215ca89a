"""The draft's schema: what fits it, and a wrong value of each kind that does not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from macros.model.draft_model import LIMITS, DraftFile

PARTY = {"navn": "Egeby Kommune", "art": "kommune", "rolle": "Indkalder\nBetaler", "cvr": "", "underskriver": ""}
GOAL = {
    "tekst": "Flere læreaftaler", "maaltal": "antal", "start": "40", "maal": "60", "frist": "31.12.2028",
    "ansvarlig": "", "status": "", "fra": "case:byg-til-vaekst-fyn",
}  # fmt: skip
CLAUSE = {"id": "egen-1", "variant": "", "titel": "Ny", "tekst": None, "model": "", "fra": ["egen", "laering:a-b#c-d"]}
DRAFT: dict[str, Any] = {
    "id": "0123456789abcdef", "navn": "", "parter": [PARTY, PARTY], "maal": [GOAL], "aktiviteter": [], "organer": [],
    "klausuler": [CLAUSE], "svar": {"varsel": "tre måneder"},
    "grundlag": {"skabelon": "", "aftale": "", "cases": [], "laering": []}, "forgaenger": "",
}  # fmt: skip


def envelope(**changes: Any) -> dict[str, Any]:
    """A file with a draft in it, changed."""
    return {"format": "alliancebanken-kladde", "version": 2, "kladde": {**DRAFT, **changes}}


def test_a_draft_fits() -> None:
    assert DraftFile.model_validate(envelope()).model_dump(mode="json")["kladde"] == DRAFT


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "0123456789ABCDEF"},
        {"id": ""},
        {"forgaenger": "x"},
        {"ukendt": 1},
        {"navn": "to\nlinjer"},
        {"parter": [PARTY] * (LIMITS["parties"] + 1)},
        {"parter": [{**PARTY, "navn": "x" * (LIMITS["name"] + 1)}]},
        {"parter": [{"navn": "kun navn"}]},
        {"maal": [{**GOAL, "status": "måske"}]},
        {"maal": [{**GOAL, "fra": "http://example.org"}]},
        {"klausuler": [{**CLAUSE, "tekst": "x" * (LIMITS["text"] + 1)}]},
        {"klausuler": [{**CLAUSE, "model": "123"}]},
        {"svar": {"__proto__ x": "y"}},
        {"svar": {"varsel": 3}},
    ],
)
def test_what_is_no_draft_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        DraftFile.model_validate(envelope(**changes))


@pytest.mark.parametrize("wrong", [{"format": "andet"}, {"version": 1}, {"kladde": None}])
def test_another_envelope_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        DraftFile.model_validate({**envelope(), **wrong})
