"""A page of the theme with room for what differs."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from macros.html import page_shell as ps
from macros.html.page_shell import cut_shell, lean, shell_address, shell_depth


def test_a_shell_is_filled_where_its_marks_are() -> None:
    html = (
        f"<title>{ps.TITLE} - S</title><link href='https://a.example/{shell_address(2)}'><a href='#{ps.ANCHOR}'>"
        f"<a href='../../'>{ps.CONTENTS}{ps.BODY_HTML}{ps.TITLE}"
    )
    shell = cut_shell(html, 2)
    values = {ps.TITLE: "T", ps.ADDRESS: "cases/x/", ps.ANCHOR: "top", ps.CONTENTS: "<ul>", ps.BODY: "<h1>T</h1>"}
    assert shell.filled(values) == (
        "<title>T - S</title><link href='https://a.example/cases/x/'><a href='#top'><a href='../../'><ul><h1>T</h1>T"
    )


def test_a_value_that_looks_like_a_mark_is_left_alone() -> None:
    shell = cut_shell(f"{ps.BODY_HTML}|{ps.TITLE}", 1)
    assert shell.filled({ps.BODY: ps.TITLE, ps.TITLE: "T"}) == f"{ps.TITLE}|T"


def test_an_address_is_as_deep_as_its_shell() -> None:
    for address in ("c/", "cases/x/", "cases/efter/branche/metal/"):
        assert shell_depth(shell_address(shell_depth(address))) == address.count("/")


def test_no_filter_changes_a_mark() -> None:
    for mark in (ps.ADDRESS, ps.TITLE, ps.SUMMARY, ps.CARD, ps.EDIT, ps.ANCHOR, ps.CONTENTS, ps.BODY):
        assert escape(mark) == Markup(mark).striptags() == mark.lower() == mark


def test_indentation_goes_and_what_it_means_something_in_stays() -> None:
    html = "<ul>\n\n    <li>a  b\n   c</li>\t\n</ul>\n<pre>\n  x\n\n  y</pre>\n\n<textarea>\n  z</textarea>\n  <p>d"
    assert ps.lean(html) == "<ul>\n<li>a  b\nc</li>\n</ul>\n<pre>\n  x\n\n  y</pre>\n<textarea>\n  z</textarea>\n<p>d"
    assert ps.lean(ps.lean(html)) == ps.lean(html)


@given(st.text(st.sampled_from("ab <>\n\t\r\x0b\x85\u00a0\u2028"), max_size=30))
def test_blank_lines_and_indentation_are_left_out(html: str) -> None:
    assert lean(html) == re.sub(r"[ \t]*\n\s*", "\n", html)


def test_what_is_shown_as_it_is_written_is_left_alone() -> None:
    assert lean("<p>\n  a\n</p>\n <pre>\n  b\n\n</pre>\n  <p>\n\n") == "<p>\na\n</p>\n<pre>\n  b\n\n</pre>\n<p>\n"
