"""The drawing of who works with whom: kinds of party in a column, joined by arcs that grow with the number of cases.

A column reads well on a phone, where a net of circles does not; it needs no library, only the arithmetic below.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from textwrap import wrap

from macros.insight.partners import KindRow, PairRow

DRAWN_FROM = 5  # cases that a pair must share to be drawn: fewer lines can be told apart
MOST_DRAWN = 30  # of many pairs those with most cases, and as many as the last of them
STRONG_FROM = 10  # cases that a pair must share to be drawn in colour
STRONG_SHARE = 0.6  # and of the cases of the pair that shares most
WIDTH = 340
_ROW, _TOP, _AXIS = 46, 26, 186
_LARGEST, _LABEL_CHARACTERS = 17, 20
_WIDEST = 10


@dataclass(frozen=True)
class Node:
    """A kind of party: where its circle stands, how large it is, and its name in lines."""

    y: int
    radius: float
    antal: int
    label: tuple[str, ...]


@dataclass(frozen=True)
class Arc:
    """A pair: the path from one circle to the other, and its width."""

    path: str
    width: float
    strong: bool


@dataclass(frozen=True)
class PartnerPicture:
    """All that the template draws, in units of its own."""

    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    height: int
    drawn_from: int = DRAWN_FROM
    strong_from: int = STRONG_FROM
    width: int = WIDTH
    axis: int = _AXIS


def partner_picture(kinds: tuple[KindRow, ...], pairs: tuple[PairRow, ...]) -> PartnerPicture:
    """The kinds that share enough cases with another, and the pairs they make; the strongest arc is drawn last."""
    shared = [len(pair.cases) for pair in pairs]
    foremost = max(shared, default=0)
    drawn_from = max(DRAWN_FROM, shared[MOST_DRAWN - 1] if len(shared) >= MOST_DRAWN else 0)
    strong_from = max(STRONG_FROM, round(STRONG_SHARE * foremost))
    drawn = [pair for pair in pairs if len(pair.cases) >= drawn_from]
    used = {kind.id for pair in drawn for kind in (pair.first, pair.second)}
    rows = [row for row in kinds if row.kind.id in used]
    places = {row.kind.id: _TOP + _ROW * index for index, row in enumerate(rows)}
    largest = max((len(row.cases) for row in rows), default=1)
    nodes = tuple(
        Node(
            places[row.kind.id],
            round(_LARGEST * sqrt(len(row.cases) / largest), 1),
            len(row.cases),
            tuple(wrap(row.kind.navn, _LABEL_CHARACTERS, break_long_words=False)),
        )
        for row in rows
    )
    thin = min(0.5, _WIDEST / max(foremost, 1))
    arcs = tuple(
        _arc(places[pair.first.id], places[pair.second.id], len(pair.cases) * thin, len(pair.cases) >= strong_from)
        for pair in reversed(drawn)
    )
    return PartnerPicture(nodes, arcs, 2 * _TOP + _ROW * max(len(rows) - 1, 0), drawn_from, strong_from)


def _arc(start: int, end: int, width: float, strong: bool) -> Arc:
    top, bottom = sorted((start, end))
    tall = (bottom - top) / 2
    wide = 22 + tall * 0.55
    return Arc(f"M{_AXIS} {top}A{wide:.0f} {tall:.0f} 0 0 1 {_AXIS} {bottom}", round(width, 1), strong)
