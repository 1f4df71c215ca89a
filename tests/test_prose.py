"""Markdown from data becomes safe HTML, and plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.html.prose import _converted, plain, prose, prose_line

ALLOWED = {"p", "ul", "ol", "li", "strong", "em", "a", "br", "code", "blockquote"}
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    '[x](https://a" onmouseover="alert(1))',
    "![x](https://a/b.png)",
    "<iframe src=//a></iframe>",
    "<style>*{display:none}</style>",
    "<form action=//a><input name=q></form>",
    "<math><mtext></p><img src onerror=alert(1)>",
    "<p onclick=alert(1) style=color:red id=x class=y>x</p>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "`<script>`",
]


class _Tags(HTMLParser):
    """Gathers tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def assert_safe(html: str) -> None:
    """Only the tags on the list, and of attributes only safe addresses, read as a browser reads them."""
    for tag, attributes in _Tags(html).tags:
        assert tag in ALLOWED
        assert attributes.keys() <= {"href", "rel"}
        address = re.sub(r"[\t\r\n]", "", (attributes.get("href") or "").strip())
        scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
        assert not scheme or scheme[1].lower() in {"https", "http", "mailto", "tel"}


@pytest.mark.parametrize("text", ATTACKS)
def test_attacks_come_to_nothing(text: str) -> None:
    assert_safe(prose(text))
    assert_safe(prose_line(text))
    assert_safe(prose(f"- punkt {text}\n\n1. {text}\n\n> {text}"))


@given(st.text(alphabet=st.sampled_from("ab<>/\"'=&#;:()[]!`*_-\n x"), max_size=60))
def test_no_text_makes_anything_but_safe_html(text: str) -> None:
    assert_safe(prose(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("En **fed** og *skæv* tekst.", "<p>En <strong>fed</strong> og <em>skæv</em> tekst.</p>"),
        ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>"),
        ("Før:\n\n- en", "<p>Før:</p>\n<ul>\n<li>en</li>\n</ul>"),
        ("5 < 6 & 7 > 3", "<p>5 &lt; 6 &amp; 7 &gt; 3</p>"),
        ("{{ 7*7 }} {% x %}", "<p>{{ 7*7 }} {% x %}</p>"),
        ("X uden mærker X\n", "<p>X uden mærker X</p>"),
        ("1. en\n2. to", "<ol>\n<li>en</li>\n<li>to</li>\n</ol>"),
        ("en  \nto", "<p>en<br>\nto</p>"),
        ("`kode`", "<p><code>kode</code></p>"),
        ("> sagt", "<blockquote>\n<p>sagt</p>\n</blockquote>"),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert str(prose(text)).strip() == html


def test_nothing_begins_a_heading_or_a_block_of_code_of_the_page() -> None:
    """Where a page's own Markdown reads the HTML once more."""
    html = prose('\\# Falsk\n\\## Falsk {#id}\n\n~~~ {onclick=x}\ny\n~~~\n\n``` {onclick=x}\ny\n```\n\ntitel="x"')
    assert not re.search(r"^#|`|~", str(html), re.MULTILINE)
    assert "\n&#35;# Falsk {#id}" in html
    assert "<p>&#126;&#126;&#126; {onclick=x}" in html
    assert prose("\\`") == "<p>&#96;</p>" and prose("a ~ *b*") == "<p>a &#126; <em>b</em></p>"


@pytest.mark.parametrize("code", ["&#1;", "&#x8;", "&#11;", "&#12;", "&#31;", "&#127;", "&#xfffe;"])
def test_no_code_becomes_a_control_sign(code: str) -> None:
    """Which no XML may hold; nor does one that goes join what it kept apart."""
    assert ascii(plain(f"før{code}efter")) == ascii("før\ufffdefter")
    assert_safe(prose(f"[x]({code}java{code}script:alert(1)) {code}<a href='{code}java{code}script:alert(1)'>x</a>"))


def test_links_have_an_address_and_nothing_else() -> None:
    assert prose('[x](https://a.example "titel")').count("title") == 0


@pytest.mark.parametrize("address", ["https://kl.dk", "http://kl.dk", "mailto:a@kl.example", "tel:+4533703370"])
def test_a_link_is_kept(address: str) -> None:
    assert f'href="{address}"' in prose(f"[KL]({address})")


def test_a_line_has_no_paragraph_around_it() -> None:
    assert prose_line("En **fed** linje.") == "En <strong>fed</strong> linje."


def test_several_paragraphs_keep_theirs() -> None:
    assert prose_line("En.\n\nTo.").count("<p>") == 2
    assert prose_line("- en") == prose("- en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("En **fed**\ntekst.\n\n- a\n- b", "En fed tekst. a b"),
        ("5 < 6 & »x«", "5 < 6 & »x«"),
        ("- a\n- b", "a b"),
        ("- a\n    - *b*\n\nc\n\n*d*", "a b c d"),
        ("1. a\n2. b", "a b"),
        ("<script>alert(1)</script> x", "x"),
        ("", ""),
    ],
)
def test_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected


# The short way gives what the long way gives

WORDS = st.sampled_from(
    ["ord", "Ærø", "æ, ø", "1. maj", "2) to", "- streg", "* stjerne", "*kursiv*", "**fed**", "_x_", "`k`", "[a]", "<b>",
     "[a](https://a.dk)", "[a]: https://a.dk", "&amp;", "&", "> citat", "# overskrift", "===", "---", "~", "|",
     "a\\*b", "\n", "\n\n", "\n\n\n", "    kode", "\t", "\u00a0", "\u2028", "–", "»ord«", "…", "😀", "!",
     ":", "  ", "\\\\", "+ plus", "ord  \n", "https://a.dk", "\r\n", "\x0b", "\x02", "'", '"', "100 %", "<", ">"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(WORDS, max_size=8).map(" ".join) | st.lists(WORDS, max_size=8).map("".join))
def test_a_paragraph_without_marks_is_what_markdown_makes_of_it(text: str) -> None:
    assert prose(text) == _converted(text)


def test_a_long_text_is_taken_paragraph_by_paragraph() -> None:
    text = "Et afsnit uden mærker.\n\nEt med *kursiv* og\nlinjeskift.\n\n\nEt til."
    assert prose(text) == _converted(text)
    assert str(prose(text)).count("<p>") == 3


@pytest.mark.parametrize(
    "piece", ["![", "[", "<a ", "[x](", "[x]: ", "[](<", "*_", "`", "> ", "- ", "\n> - ", "**a", "&"]
)
def test_no_text_that_a_field_takes_keeps_the_build_waiting(piece: str) -> None:
    """Twenty thousand characters of the worst is what a field can hold; three thousand took three seconds."""
    start = process_time()
    assert_safe(_converted((piece * 20_000)[:20_000]))
    assert process_time() - start < 5, "under et sekund på en rolig maskine"


def test_a_text_with_many_links_is_still_one_with_links() -> None:
    assert prose("[a](https://a.dk) " * 200).count("<a ") == 200
    assert prose("[a](https://a.dk) & *b* " * 201).count("<a ") == 0
    assert "[a](https://a.dk) &amp; *b*" in prose("[a](https://a.dk) & *b* " * 201)
    assert prose("< " * 201).count("&lt;") == 201
