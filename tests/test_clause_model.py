"""A clause type's blanks."""

from __future__ import annotations

import pytest

from macros.model.clause_model import PLACEHOLDER, Variant


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fra [startdato] til [slutdato].", ["startdato", "slutdato"]),
        ("[a] og [b] og [a]", ["a", "b"]),
        ("Se [teksten](https://kl.dk) og [Navn] og [ ].", []),
        ("[varsel_2]", ["varsel_2"]),
    ],
)
def test_blanks(text: str, names: list[str]) -> None:
    variant = Variant.model_validate({"id": "a", "titel": "A", "passer_naar": "altid.", "tekst": text})
    assert list(variant.placeholders) == names
    assert bool(PLACEHOLDER.search(text)) == bool(names)
