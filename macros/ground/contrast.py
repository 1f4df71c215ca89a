"""The palette as data: the colours of 10-tokens.css in light and dark, and how far they stand apart (WCAG 2.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TOKENS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "stylesheets" / "10-tokens.css"
LIGHT, DARK = "lys", "moerk"
TEXT, SHAPE = 4.5, 3.0
Palette = dict[str, str]

_COLOUR = re.compile(r"--ab-([a-z0-9-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)")

# (what it is for, token in front, token behind); text needs 4.5:1.
TEXT_PAIRS = (
    ("Brødtekst", "ink", "paper"),
    ("Brødtekst på flade", "ink", "surface"),
    ("Brødtekst på kraftig flade", "ink", "surface-strong"),
    ("Fundet søgeord og tomt felt", "ink", "mark"),
    ("Dæmpet tekst", "ink-soft", "paper"),
    ("Dæmpet tekst på flade", "ink-soft", "surface"),
    ("Dæmpet tekst på kraftig flade", "ink-soft", "surface-strong"),
    ("Link", "brand", "paper"),
    ("Link på flade", "brand", "surface"),
    ("Link på kraftig flade", "brand", "surface-strong"),
    ("Link under musen", "brand-strong", "paper"),
    ("Link under musen på kraftig flade", "brand-strong", "surface-strong"),
    ("Knap", "on-brand", "brand"),
    ("Knap under musen", "on-brand", "brand-strong"),
    ("Overspringslink", "paper", "ink"),
    ("Fremhævet tekst", "accent", "paper"),
    ("Besked", "warn-ink", "warn-bg"),
    ("Dæmpet tekst i en besked", "ink-soft", "warn-bg"),
    ("Link i en besked", "brand", "warn-bg"),
    ("Det gik godt", "ok-ink", "paper"),
    ("Fejl", "error-ink", "paper"),
    ("Fejl på flade", "error-ink", "surface"),
    *((f"Tema {number}", f"tema-{number}", "paper") for number in range(1, 5)),
    *((f"Tema {number} på flade", f"tema-{number}", "surface") for number in range(1, 5)),
    *((f"Temaets nummer {number}", "paper", f"tema-{number}") for number in range(1, 5)),
)
# Edges that one must see to find a field, and the ring around what has the focus: 3:1.
SHAPE_PAIRS = (
    ("Feltets kant", "line-strong", "paper"),
    ("Feltets kant på flade", "line-strong", "surface"),
    ("Fokus", "focus", "paper"),
    ("Fokus på flade", "focus", "surface"),
)


@dataclass(frozen=True)
class PairRow:
    """A pair of tokens with its colours and its contrast in both colour schemes."""

    navn: str
    front: str
    back: str
    krav: float
    light: tuple[str, str, float]
    dark: tuple[str, str, float]


def read_palettes(css: str) -> dict[str, Palette]:
    """Colour scheme -> token without its prefix -> #rrggbb."""
    found = _COLOUR.findall(css.lower())
    return {LIGHT: {name: light for name, light, _ in found}, DARK: {name: dark for name, _, dark in found}}


@lru_cache(maxsize=1)
def palettes() -> dict[str, Palette]:
    """The site's own palettes."""
    return read_palettes(TOKENS.read_text(encoding="utf-8"))


def sizes() -> dict[str, dict[str, str]]:
    """The scales of type and of space: number of the step to its size."""
    css = TOKENS.read_text(encoding="utf-8")
    return {name: dict(re.findall(rf"--ab-{name}-(\d+):\s*([\d.]+(?:px|rem))", css)) for name in ("text", "space")}


def contrast(one: str, other: str) -> float:
    """The ratio between two #rrggbb colours, from 1 (the same) to 21 (black on white)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def pair_rows() -> tuple[PairRow, ...]:
    """Every pair that the site uses."""
    pairs = [(*pair, TEXT) for pair in TEXT_PAIRS] + [(*pair, SHAPE) for pair in SHAPE_PAIRS]
    light, dark = palettes()[LIGHT], palettes()[DARK]
    return tuple(
        PairRow(name, front, back, limit, _measured(light, front, back), _measured(dark, front, back))
        for name, front, back, limit in pairs
    )


def _measured(palette: Palette, front: str, back: str) -> tuple[str, str, float]:
    return palette[front], palette[back], contrast(palette[front], palette[back])


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
