"""The gate stops what could run in a hand-written page, and lets our own pages through."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from macros.html.page_gate import unsafe_parts
from tests.altered_site import attacks
from tests.site_reader import PageOnDisk, read_page

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code"]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("<script src=x></script>", ("<script>",)),
        ("<p onclick='x'>a</p>", ("<p onclick>",)),
        ("<p style='x'>a</p>", ("<p style>",)),
        ("<a href=' java\tscript:x'>a</a>", ("<a href>",)),
        ("<a href='&#106;avascript:x'>a</a>", ("<a href>",)),
        ("<meta http-equiv='refresh'>", ("<meta>", "<meta http-equiv>")),
        ("<button formaction='data:text/html,x'>a</button>", ("<button formaction>",)),
        ("<svg><set to='x'/></svg>", ("<set>",)),
        ("<link rel='modulepreload' href='//ond.example/a.mjs'>", ("<link>",)),
        ("<link rel='stylesheet' href='a.mjs'>", ("<link>",)),
        ("<link rel='modulepreload'>", ("<link>",)),
        ("<link rel='modulepreload' href='a.mjs?x'>", ("<link>",)),
        ("<script rel='modulepreload' href='a.mjs'></script>", ("<script>",)),
        ("<script></script><script></script>", ("<script>",)),
        ("<p title='<script>'></p><a href='\x01javascript:x'>", ("<a href>",)),
        ('<noscript><p title="</noscript><img onerror=x>"></p></noscript>', ("<img onerror>",)),
        ("<noscript><p onclick=x></p></noscript>", ("<p onclick>",)),
    ],
)
def test_what_is_stopped(html: str, parts: tuple[str, ...]) -> None:
    assert unsafe_parts(html) == parts


@pytest.mark.parametrize(
    "tag",
    ["script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "meta", "link", "style", "portal",
     "plaintext", "xmp", "marquee", "video", "audio", "image", "foreignObject", "animate", "set", "math"],
)  # fmt: skip
def test_every_element_that_can_run_or_fetch_is_stopped(tag: str) -> None:
    assert unsafe_parts(f"<p>a</p><{tag.upper()} x>b") == (f"<{tag.lower()}>",)


@pytest.mark.parametrize("name", ["href", "src", "action", "formaction", "data", "poster", "xlink:href", "srcset"])
def test_every_attribute_that_holds_an_address_is_looked_at(name: str) -> None:
    assert unsafe_parts(f"<p {name}='JavaScript:x'>") == (f"<p {name}>",)
    for scheme in ("http://a.example", "HTTPS://a.example", "mailto:a@b.example", "tel:12345678", "a/b:c", "?a:b"):
        assert unsafe_parts(f"<p {name}='{scheme}'>") == ()


@pytest.mark.parametrize("attribute", ["onfocus", "ONLOAD", "style", "srcdoc", "http-equiv"])
def test_every_attribute_that_runs_or_restyles_is_stopped(attribute: str) -> None:
    assert unsafe_parts(f"<p {attribute}='x'>") == unsafe_parts(f"<p {attribute}>") == (f"<p {attribute.lower()}>",)


@pytest.mark.parametrize(
    "html",
    [
        "<a href='../cases/#a:b'>a</a>",
        "<a href='https://a.example'>a</a>",
        "<p class='on'>onclick=x</p>",
        "a < b",
        "<noscript><p>Slå JavaScript til.</p></noscript>",
        "<link rel='modulepreload' href='../assets/a-b.mjs'>",
        "<case-finder data-documents='x.json'></case-finder>",
        "<a href='mailto:a@b.example'>a</a>",
        "<link rel='modulepreload' href='../../assets/a/b.mjs'>",
        "<p title>javascript:x</p><p title='javascript:x'>",
        "<a href>a</a>",
    ],
)
def test_near_misses_pass(html: str) -> None:
    assert unsafe_parts(html) == ()


def test_an_attack_in_a_page_is_stopped_or_harmless() -> None:
    """The gate alone, after Markdown with all that it may do: what it lets through holds nothing active."""
    stopped = 0
    for text in attacks():
        html = markdown.markdown(text, extensions=EXTENSIONS)
        is_stopped = unsafe_parts(html) != ()
        stopped += is_stopped
        assert is_stopped or not risky(read_page("side/", html)), text
    assert stopped > 80


def risky(page: PageOnDisk) -> bool:
    """Whether a browser could run or fetch something for the page, by a look of another kind than the gate's."""
    return any(
        tag in ("script", "iframe", "object", "embed", "base", "meta", "link", "style")
        or name.startswith("on")
        or re.match(r"(?ai)[\x00-\x20]*(java|vb)script:|data:", value or "")
        for tag, attributes in page.elements
        for name, value in {"": "", **attributes}.items()
    )


def test_every_hand_written_page_passes(built_site: Path) -> None:
    """With what its macros wrote, as the build has it."""
    for page in ("index.html", "cases/index.html", "aftaler/byg/index.html", "kort/index.html"):
        html = (built_site / page).read_text(encoding="utf-8")
        article = re.search(r"<article.*?</article>\s*</div>", html, re.DOTALL)
        assert article and unsafe_parts(article[0]) == (), page


def test_the_reader_of_the_tests_sees_what_a_browser_sees() -> None:
    page: PageOnDisk = read_page("", "<P ONCLICK=x>a</P>")
    assert page.elements == [("p", {"onclick": "x"})]
