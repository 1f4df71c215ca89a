"""The map of the 98 municipalities: outlines from the vendored file, and how much content each one has."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from macros.ground.danish import count, join_list, sort_key
from macros.ground.outline import middle
from macros.insight.shades import Shades, shades
from macros.library.content import PROJECT, Content
from macros.library.once import once
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.vocabulary_model import Municipality

OUTLINES = PROJECT / "docs" / "assets" / "vendor" / "kommuner.json"
# In a small library, so much content at most has each colour but the darkest.
USUAL = (1, 2)


class OutlineError(Exception):
    """Raised when the file of outlines is missing or lacks a municipality."""


@dataclass(frozen=True)
class Outlines:
    """The drawing's size, and one SVG path per municipality code."""

    bredde: int
    hoejde: int
    kommuner: dict[str, str]


@dataclass(frozen=True)
class MunicipalityShape:
    """A municipality as drawn: its outline, its content, and where a press on it leads ("" where there is nothing)."""

    id: str
    navn: str
    kode: str
    path: str
    cases: int
    aftaler: int
    href: str

    @property
    def antal(self) -> int:
        """Cases and agreements together."""
        return self.cases + self.aftaler

    @property
    def label(self) -> str:
        """Name and content in words, and the number on its marker: "Horsens: 2 cases, 1 aftale, 3 i alt"."""
        parts = [count(self.cases, "case", "cases")] if self.cases else []
        parts += [count(self.aftaler, "aftale", "aftaler")] if self.aftaler else []
        parts += [f"{self.antal} i alt"] if len(parts) > 1 else []
        return f"{self.navn}: {', '.join(parts)}" if parts else self.navn

    @property
    def middle(self) -> tuple[int, int]:
        """Where its marker stands."""
        return middle(self.path)


@dataclass(frozen=True)
class MapView:
    """A part of the drawing, shown at its own scale, and the municipalities whose markers stand in it."""

    id: str
    navn: str
    x: int
    y: int
    bredde: int
    hoejde: int
    markers: tuple[MunicipalityShape, ...] = ()

    @property
    def view_box(self) -> str:
        """The part as SVG names it."""
        return f"{self.x} {self.y} {self.bredde} {self.hoejde}"

    def holds(self, shape: MunicipalityShape) -> bool:
        """Whether the middle of a municipality lies in this part."""
        x, y = shape.middle
        return self.x <= x < self.x + self.bredde and self.y <= y < self.y + self.hoejde


@dataclass(frozen=True)
class MunicipalityMap:
    """Everything the map's templates draw."""

    shapes: tuple[MunicipalityShape, ...]
    main: MapView
    insets: tuple[MapView, ...]

    @property
    def shades(self) -> Shades:
        """How dark a municipality is drawn."""
        return shades((shape.antal for shape in self.shapes), USUAL)

    @property
    def active(self) -> tuple[MunicipalityShape, ...]:
        """The municipalities with content."""
        return tuple(shape for shape in self.shapes if shape.antal)

    @property
    def land(self) -> str:
        """The whole country as one path."""
        return "".join(shape.path for shape in self.shapes)

    @property
    def quiet_land(self) -> str:
        """The municipalities without content as one path."""
        return "".join(shape.path for shape in self.shapes if not shape.antal)


# Where municipalities lie so close that their markers need a larger scale. Both have the same proportions.
INSETS = (
    MapView("fyn", "Fyn og øerne", 173, 407, 146, 178),
    MapView("hovedstaden", "Omkring København", 411, 322, 93, 113),
)


@lru_cache(maxsize=2)
def read_outlines(file: Path = OUTLINES) -> Outlines:
    """The outlines in a file; read once."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise OutlineError(f"Kortets omrids mangler: {file.name} findes ikke i {file.parent.name}/.") from None
    return Outlines(data["bredde"], data["hoejde"], data["kommuner"])


def municipality_shapes(content: Content, outlines: Outlines) -> tuple[MunicipalityShape, ...]:
    """Every municipality with its outline and content, by name; raises OutlineError where an outline is missing."""
    places: list[Municipality] = sorted(content.terms("kommuner"), key=lambda place: sort_key(place.navn))
    missing = [f"{place.navn} ({place.kode})" for place in places if place.kode not in outlines.kommuner]
    if missing:
        raise OutlineError(f"Kortet mangler omrids af {join_list(missing)} i {OUTLINES.name}.")
    return tuple(_shape(content, place, outlines.kommuner[place.kode]) for place in places)


def content_of_place(content: Content, place: str) -> tuple[list[Case], list[Agreement]]:
    """The cases and the agreements that name a municipality."""
    return _by_place(content).get(place, ([], []))


@once
def _by_place(content: Content) -> dict[str, tuple[list[Case], list[Agreement]]]:
    found: dict[str, tuple[list[Case], list[Agreement]]] = {}
    for case in content.cases:
        for place in dict.fromkeys(case.kommuner):
            found.setdefault(place, ([], []))[0].append(case)
    for agreement in content.agreements:
        for place in dict.fromkeys(agreement.kommuner):
            found.setdefault(place, ([], []))[1].append(agreement)
    return found


def outline_data(content: Content) -> dict[str, Any]:
    """The drawing's size, and each municipality's name and outline by id: what the finder's map is drawn from."""
    outlines = read_outlines()
    shapes = municipality_shapes(content, outlines)
    return {
        "bredde": outlines.bredde,
        "hoejde": outlines.hoejde,
        "kommuner": {shape.id: [shape.navn, shape.path] for shape in shapes},
    }


def municipality_map(content: Content) -> MunicipalityMap:
    """The map with each marker in one view only: an inset where there is one, else the main drawing."""
    outlines = read_outlines()
    shapes = municipality_shapes(content, outlines)
    active = [shape for shape in shapes if shape.antal]
    insets = tuple(_with_markers(view, [shape for shape in active if view.holds(shape)]) for view in INSETS)
    rest = [shape for shape in active if not any(view.holds(shape) for view in INSETS)]
    main = MapView("danmark", "Danmark", 0, 0, outlines.bredde, outlines.hoejde, tuple(rest))
    return MunicipalityMap(shapes, main, insets)


def _with_markers(view: MapView, shapes: list[MunicipalityShape]) -> MapView:
    return MapView(view.id, view.navn, view.x, view.y, view.bredde, view.hoejde, tuple(shapes))


def _shape(content: Content, place: Municipality, path: str) -> MunicipalityShape:
    cases, agreements = content_of_place(content, place.id)
    href = ""
    if cases:
        href = f"cases/?kommune={place.id}"
    elif agreements:
        href = agreements[0].url if len(agreements) == 1 else "aftaler/"
    return MunicipalityShape(place.id, place.navn, place.kode, path, len(cases), len(agreements), href)
