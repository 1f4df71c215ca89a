"""Which case has which facet value, as one small binary column a facet: all that filters and their counts need.

Each facet is written in the way that travels lighter: as one number a case that names its set of values, or as each
value's rising case numbers. docs/assets/javascripts/finder/columns.mjs reads it.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from datetime import date

from macros.finding.facets import facet_values, facets
from macros.finding.search_shards import rising, text_bytes, varint
from macros.library.content import Content
from macros.model.case_model import Case

AS_SETS, AS_LISTS = 0, 1
STRENGTH = "styrke"
# How much a figure says: counted with a year most, a goal or an estimate least.
_STRENGTH = {"optalt-med-aar": 4, "optalt-uden-aar": 3}
_MOST_STRENGTH = 255


def figure_strength(case: Case) -> int:
    """How strong a case's figures are together, 0 where it has none."""
    return min(_MOST_STRENGTH, sum(_STRENGTH.get(figure.knowledge, 1) for figure in case.noegletal))


def finder_columns(content: Content, today: date) -> dict[str, bytes]:
    """Payload by facet: number of cases, the values' ids, the column; by STRENGTH one byte a case for its figures."""
    having = [facet_values(content, case, today) for case in content.cases]
    columns = {STRENGTH: varint(len(having)) + bytes(figure_strength(case) for case in content.cases)}
    for facet in facets(content, today):
        number = {value.id: at for at, value in enumerate(facet.values)}
        rows = [tuple(sorted(number[value] for value in row[facet.key])) for row in having]
        columns[facet.key] = varint(len(rows)) + text_bytes(" ".join(number)) + column_bytes(rows, len(number))
    return columns


def column_bytes(rows: Sequence[tuple[int, ...]], values: int) -> bytes:
    """One facet's column; rows hold each case's values as rising numbers below values."""
    ways = (bytes([AS_SETS]) + _as_sets(rows), bytes([AS_LISTS]) + _as_lists(rows, values))
    return min(ways, key=lambda way: len(zlib.compress(way, 6)))


def _as_sets(rows: Sequence[tuple[int, ...]]) -> bytes:
    """Count of different sets, each as count and values; then each case's set, the commonest with low numbers."""
    sets = [found for found, _ in sorted(Counter(rows).items(), key=lambda item: (-item[1], item[0]))]
    number = {found: varint(at) for at, found in enumerate(sets)}
    listed = b"".join(varint(len(found)) + rising(found) for found in sets)
    return varint(len(sets)) + listed + b"".join(number[row] for row in rows)


def _as_lists(rows: Sequence[tuple[int, ...]], values: int) -> bytes:
    """For each value: how many cases have it, and their rising numbers."""
    found: list[list[int]] = [[] for _ in range(values)]
    for case, row in enumerate(rows):
        for value in row:
            found[value].append(case)
    return b"".join(varint(len(cases)) + rising(cases) for cases in found)
