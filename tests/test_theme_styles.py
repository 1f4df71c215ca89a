"""Only rules that may match something are kept of the theme's sheet, and all of those."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.html.theme_styles import used_styles, words

KNOWN = words(['<nav class="md-nav" data-open="yes" id="menu"> fold.className = "is-open"'])


def kept(theme: str, own: str = "") -> str:
    return used_styles(theme, own, KNOWN).replace(" ", "")


@pytest.mark.parametrize(
    "rule",
    [
        "a{color:red}", ".md-nav{color:red}", "#menu{color:red}", "[data-open=yes]{color:red}", "*{color:red}",
        ".md-nav:not(.other){color:red}", ".md-nav>li::before{color:red}", ".is-open{color:red}",
        ":is(.md-nav,.other){color:red}", "[class]{color:red}", "html:has(.other){color:red}",
        ".md-nav{width:calc(1px + 2%)}",
        "[data-open^=\"http://\"]{color:red}", "@font-face{font-family:x}",
    ],
)  # fmt: skip
def test_what_may_match_is_kept(rule: str) -> None:
    assert kept(rule).rstrip(";}") == rule.replace(" ", "").rstrip(";}")
    assert kept(f"@media print{{{rule}}}") if not rule.startswith("@") else True


@pytest.mark.parametrize(
    "rule",
    [
        ".other{color:red}", "#other{color:red}", "[data-open=no]{color:red}", "[data-other]{color:red}",
        ".md-nav .other{color:red}", ".md-nav.other>a{color:red}", "@media print{.other{color:red}}",
        "@media print{@supports (color:red){.other{color:red}}}", "@keyframes turn{to{color:red}}",
        ":root{--md-other:red}", ".md-nav{--md-other:url(data:x)}",
    ],
)  # fmt: skip
def test_what_cannot_match_is_left_out(rule: str) -> None:
    assert kept(rule) == ""


def test_of_many_selectors_those_that_may_match_stay() -> None:
    assert kept(".other,.md-nav,a .other{color:red}") == ".md-nav{color:red;}"


def test_a_property_that_something_reads_is_kept_in_turn() -> None:
    chain = ":root{--a:var(--b);--b:red;--c:var(--d);--d:red}"
    assert kept(chain + "a{color:var(--a)}") == ":root{--a:var(--b);--b:red;}a{color:var(--a);}"
    assert kept(chain, "a{color:var(--c)}") == ":root{--c:var(--d);--d:red;}"


def test_a_movement_that_something_asks_for_is_kept() -> None:
    text = kept("@keyframes turn{to{color:red}}@keyframes other{to{color:red}}a{animation:turn 2s both}")
    assert "@keyframesturn" in text and "other" not in text


def test_a_picture_in_a_rule_keeps_its_letters() -> None:
    picture = "url(\"data:image/svg+xml;charset=utf-8,<svg viewBox='0 0 24 24'><path d='m1 2-3'/></svg>\")"
    assert picture in used_styles(f"a{{mask:{picture}}}", "", KNOWN)


def test_the_themes_own_sheet_loses_most_and_keeps_the_page() -> None:
    import material

    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    theme = next(folder.glob("main.*.min.css")).read_text(encoding="utf-8")
    text = used_styles(theme, "", words(["md-grid md-typeset md-nav md-toggle dir ltr"]))
    assert len(text) < len(theme) / 4
    assert ".md-grid{" in text and ".md-typeset h1{" in text and ".md-search" not in text and "[dir=rtl]" not in text


def test_what_browsers_pass_over_is_passed_over() -> None:
    assert kept("a{*zoom:1;color:red;}") == "a{color:red;}"
