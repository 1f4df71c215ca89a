"""What was tested for accessibility, as data: the tests run by it, and the page about accessibility tells it."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

_TESTED = Path(__file__).parent / "accessibility_tests.json"


class Review(BaseModel):
    """What axe leaves for a person: the rule, the elements as a CSS selector, and what a person found there.

    scener names the scenes it holds for; none means all of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    regel: str
    sted: str
    forklaring: str
    scener: list[str] = []


class AccessibilityTests(BaseModel):
    """The matrix that axe runs over, the rules left out with their reasons, and the journeys by keyboard."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    dato: date
    bredder: list[int]
    farver: list[str]
    scener: dict[str, str]
    smalle_scener: list[str]
    tilstande: list[str]
    regler_fra: dict[str, str]
    gennemgang: list[Review]
    rejser: dict[str, str]

    def combinations(self, scene: str) -> list[tuple[int, str]]:
        """Widths and colours of a scene: each kind of page in all of them, its further states in two."""
        widths = [width for width in self.bredder if scene not in self.smalle_scener or width < max(self.bredder)]
        light, dark = self.farver
        if scene in self.tilstande:
            return [(max(widths), light), (min(widths), dark)]
        return [(width, scheme) for scheme in (light, dark) for width in reversed(widths)]

    @property
    def koersler(self) -> int:
        """How many times axe runs."""
        return sum(len(self.combinations(scene)) for scene in self.scener)


@lru_cache(maxsize=1)
def accessibility_tests() -> AccessibilityTests:
    """What was tested; the same data that the tests run by."""
    return AccessibilityTests.model_validate(json.loads(_TESTED.read_text(encoding="utf-8")))
