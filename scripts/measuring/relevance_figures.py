"""How good answers are: recall, precision at five and the rank of the first right one, by kind and half.

Pure arithmetic over queries and the ids that an engine showed for them; knows neither browser nor engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from scripts.measuring.relevance_suite import Query

SEEN_AT_ONCE = 5


@dataclass(frozen=True)
class Judged:
    """One answer against the truth; shares from 0 to 1, None where the query has nothing to find."""

    query: Query
    shown: tuple[str, ...]
    recall: float | None
    precision: float
    reciprocal_rank: float | None
    best_on_top: float | None
    wrong: tuple[str, ...]

    @property
    def perfect(self) -> bool:
        """Tell whether nothing is missing, the best come first and nothing is out of place."""
        shares = (self.recall, self.precision, self.reciprocal_rank, self.best_on_top)
        return not self.wrong and all(share in (None, 1.0) for share in shares)


@dataclass(frozen=True)
class Figures:
    """The means over some queries, as shares, and the number of cases shown that must not be."""

    queries: int
    recall: float
    precision: float
    reciprocal_rank: float
    best_on_top: float
    wrong: int


def judge(query: Query, shown: Sequence[str]) -> Judged:
    """One answer measured: `shown` is the ids of the cases in the order they came."""
    seen = shown[:SEEN_AT_ONCE]
    fitting = sum(case in query.fitting for case in seen)
    precision = fitting / len(seen) if seen else float(not query.right)
    recall = reciprocal = on_top = None
    if query.right:
        recall = len(query.right.intersection(shown)) / len(query.right)
        best = query.first or query.right
        reciprocal = next((1 / rank for rank, case in enumerate(shown, 1) if case in best), 0.0)
    if query.first:
        on_top = len(query.first.intersection(shown[: len(query.first)])) / len(query.first)
    wrong = tuple(case for case in shown if case in query.wrong)
    return Judged(query, tuple(shown), recall, precision, reciprocal, on_top, wrong)


def summary(answers: Sequence[Judged]) -> Figures:
    """The means over answers; a query with nothing to find counts only where it can."""
    return Figures(
        queries=len(answers),
        recall=_mean([answer.recall for answer in answers]),
        precision=_mean([answer.precision for answer in answers]),
        reciprocal_rank=_mean([answer.reciprocal_rank for answer in answers]),
        best_on_top=_mean([answer.best_on_top for answer in answers]),
        wrong=sum(len(answer.wrong) for answer in answers),
    )


def by_kind(answers: Sequence[Judged]) -> dict[str, Figures]:
    """The means over each kind of difficulty, in the order of their names."""
    kinds = sorted({answer.query.kind for answer in answers})
    return {kind: summary([answer for answer in answers if answer.query.kind == kind]) for kind in kinds}


def half(answers: Sequence[Judged], held_back: bool) -> list[Judged]:
    """The answers to the queries of one half."""
    return [answer for answer in answers if answer.query.held_back is held_back]


def table(rows: Mapping[str, Figures]) -> list[str]:
    """Figures as aligned lines with a Danish heading; shares in per cent, the mean reciprocal rank as it is."""
    width = max(map(len, rows), default=0) + 1
    head = f"{'':{width}}{'antal':>6}{'fundet':>9}{'rigtige af 5':>14}{'MRR':>7}{'bedste øverst':>15}{'forkerte':>10}"
    lines = [
        f"{name:{width}}{row.queries:>6}{_percent(row.recall):>9}{_percent(row.precision):>14}"
        f"{_danish(row.reciprocal_rank, 3):>7}{_percent(row.best_on_top):>15}{row.wrong:>10}"
        for name, row in rows.items()
    ]
    return [head, *lines]


def complaint(answer: Judged) -> str:
    """One line on an answer that is not perfect: what is missing, what is wrong, and what came instead."""
    parts = [f"{answer.query.kind}: {answer.query.text}"]
    missing = sorted(answer.query.right.difference(answer.shown))
    if missing:
        parts.append(f"mangler {', '.join(missing)}")
    if answer.wrong:
        parts.append(f"må ikke komme: {', '.join(answer.wrong)}")
    if not missing and answer.best_on_top not in (None, 1.0):
        parts.append(f"skal være øverst: {', '.join(sorted(answer.query.first))}")
    parts.append(f"viste {', '.join(answer.shown[:SEEN_AT_ONCE]) or 'intet'}")
    return " | ".join(parts)


def _mean(values: Sequence[float | None]) -> float:
    known = [value for value in values if value is not None]
    return fmean(known) if known else 1.0


def _danish(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


def _percent(share: float) -> str:
    return _danish(100 * share, 1) + " %"
