"""The arithmetic and the table of the bench: medians, 95th percentiles, ratios. Knows no browser."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from statistics import median

from scripts.measuring.web_server import Sent

# Figure -> number; milliseconds, bytes or a count as its name says.
Figures = dict[str, float]
NAMES = {
    "load_bytes": "søgedata, før nogen spørger (byte)",
    "list_own": "første filtrerede liste: søgesidens eget (byte)",
    "list_html": "  heraf siden, ud over en tom side",
    "list_js": "  heraf scripts",
    "list_data": "  heraf data",
    "list_bytes": "  i alt ud over Materials filer, også sidens ramme og stilark",
    "list_requests": "  forespørgsler i alt",
    "query_bytes": "første søgning, til ti resultater står der (byte)",
    "query_js": "  heraf scripts",
    "query_data": "  heraf data",
    "query_requests": "  forespørgsler",
    "query_settled": "  når også begrundelser og antal er hentet (byte)",
    "query_settled_requests": "  forespørgsler da",
    "toggle_work_ms": "sidens arbejde for et filter, til billedet er afleveret, p95 (ms)",
    "toggle_work_median_ms": "  median (ms)",
    "floor_work_ms": "  kun ét tal skiftet på samme side, p95 (ms)",
    "toggle_after_ms": "  arbejde, der venter til efter billedet, median (ms)",
    "toggle_ms": "filter til tegnet billede på uret, med ventetid, p95 (ms)",
    "floor_ms": "  kun ét tal skiftet på samme side, p95 (ms)",
    "slow_task_ms": "længste opgave med processoren fire gange langsommere (ms)",
    "slow_long_tasks": "  opgaver over 50 ms på uret (antal)",
    "slow_toggle_ms": "  filter til tegnet billede på uret, p95 (ms)",
    "key_ms": "tast til resultat, indeks hentet, p95 (ms)",
    "key_first_ms": "  første gang ordene skrives, mens deres del af indekset hentes, p95 (ms)",
    "cold_ms": "sidste tast til første resultat, intet hentet (ms)",
}
# The theme's own files carry a hash in their name; ours never do.
_THEME = re.compile(r"/assets/(stylesheets|javascripts|images)/.*\.[0-9a-f]{8}\.min\.(css|js)$|/assets/images/favicon")
_KINDS = ((".css", "css"), (".mjs", "js"), (".js", "js"), ("/", "html"), (".html", "html"))


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values do not exceed; nan where there are none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def beyond_theme(sent: Sent) -> Sent:
    """What travelled that is not one of the theme's own files."""
    return [(path, size) for path, size in sent if not _THEME.search(path.split("?")[0])]


def own(sent: Sent, shared: Sent) -> Sent:
    """What travelled to one page and not to another one; of the pages themselves, what the one is larger."""
    others = dict(shared)
    pages = [size for path, size in shared if path.endswith("/")]
    rest = [(path, size) for path, size in sent if path not in others]
    return [(path, size - sum(pages[:1]) if path.split("?")[0].endswith("/") else size) for path, size in rest]


def total(sent: Sent) -> int:
    """The bytes of some requests."""
    return sum(size for _, size in sent)


def by_kind(sent: Sent) -> dict[str, int]:
    """The bytes of some requests by kind: html, css, js, and data for the rest."""
    sizes = dict.fromkeys(("html", "css", "js", "data"), 0)
    for path, size in sent:
        plain = path.split("?")[0]
        sizes[next((kind for ending, kind in _KINDS if plain.endswith(ending)), "data")] += size
    return sizes


def medians(rounds: Sequence[Figures]) -> Figures:
    """Each figure's median over several rounds; a figure that is missing in one counts in the others."""
    names = dict.fromkeys(name for figures in rounds for name in figures)
    return {name: median(figures[name] for figures in rounds if name in figures) for name in names}


def table(size: int, engines: Mapping[str, Figures]) -> list[str]:
    """One size as aligned lines: a figure a line, an engine a column, then ours as a share of each other's."""
    ours, *others = engines
    head = [f"{size} cases", *engines, *(f"{ours}/{name}" for name in others)]
    rows = [head]
    for figure, name in NAMES.items():
        values = [engines[engine].get(figure) for engine in engines]
        if any(value is not None for value in values):
            ratios = [_ratio(values[0], value) for value in values[1:]]
            rows.append([name, *map(number, values), *ratios])
    return aligned(rows)


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells as lines: the first column to the left, the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    cells = ([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])] for row in rows)
    return ["  ".join(row).rstrip() for row in cells]


def number(value: float | None) -> str:
    """A figure the Danish way, a dash where there is none."""
    if value is None or math.isnan(value):
        return "–"
    text = (
        f"{value:,.3g}" if value < 1 else f"{value:,.1f}" if value < 1000 and value != int(value) else f"{value:,.0f}"
    )
    return text.translate(str.maketrans(",.", ".,"))


def _ratio(ours: float | None, other: float | None) -> str:
    if ours is None or not other or math.isnan(ours) or math.isnan(other):
        return "–"
    return f"{ours / other:.3f}".replace(".", ",")
