"""The colours stand apart in light and dark, and the style sheets use no pair and no size that nobody has looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.ground.contrast import DARK, LIGHT, TEXT_PAIRS, TOKENS, contrast, pair_rows, palettes, read_palettes, sizes

STYLES = sorted(TOKENS.parent.glob("*.css"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FRONT = re.compile(r"(?<![\w-])color:\s*var\(--ab-([a-z0-9-]+)\)")
BACK = re.compile(r"(?<![\w-])background(?:-color)?:\s*var\(--ab-([a-z0-9-]+)\)")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#0d5c63", "#0d5c63", 1.0),
    ],
)
def test_the_ratio_is_that_of_the_standard(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


def test_a_colour_is_told_once_for_both_schemes() -> None:
    css = ":root { --ab-ink: light-dark(#111111, #EEEEEE); --ab-space-1: 4px; --ab-brand: #222222; }"
    assert read_palettes(css) == {LIGHT: {"ink": "#111111"}, DARK: {"ink": "#eeeeee"}}


def test_no_colour_is_told_for_one_scheme_only() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    assert re.findall(r"--ab-[a-z0-9-]+:\s*#", css) == []
    assert len(palettes()[LIGHT]) == css.count("light-dark(#") > 20


@pytest.mark.parametrize("row", pair_rows(), ids=lambda row: f"{row.front} på {row.back}")
def test_each_pair_stands_apart_in_light_and_dark(row) -> None:  # type: ignore[no-untyped-def]
    assert row.light[2] >= row.krav
    assert row.dark[2] >= row.krav


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_rule_with_both_colours_uses_a_pair_that_is_measured(file: Path) -> None:
    known = {(front, back) for _, front, back in TEXT_PAIRS}
    used = {
        (front, back)
        for _, body in RULE.findall(file.read_text(encoding="utf-8"))
        for front in FRONT.findall(body)
        for back in BACK.findall(body)
    }
    assert used <= known


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_type_has_only_the_sizes_of_the_scale(file: Path) -> None:
    assert re.findall(r"font-size:\s*[\d.]+rem", file.read_text(encoding="utf-8")) == []


def test_the_scales_have_eight_growing_steps() -> None:
    for steps in sizes().values():
        values = [float(re.sub(r"[a-z]", "", size)) for size in steps.values()]
        assert len(values) == 8 and values == sorted(values)


def test_paper_is_never_dark() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    printed = css[css.index("@media print") :]
    assert ":root, :root[data-farver] { color-scheme: light; }" in printed[: printed.index("\n}")]
