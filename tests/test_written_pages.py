"""Hand-written pages as the search reads them: words and nothing else."""

from __future__ import annotations

from macros.library.content import Content
from macros.library.written_pages import WrittenPage, written_page

PAGE = """---
title: Om os
description: Hvem vi er.
hide: [navigation]
---

# Om os { #top }

Vi **hjælper** dig. [Læs mere](mere/index.md#her). {{ theme_list() }}

## Punkter

- Et `tal`
- To <span class="x">ord</span>
"""


def test_a_page_is_its_title_summary_and_words() -> None:
    found = written_page("docs/om/index.md", PAGE)
    assert found == WrittenPage("om/", "Om os", "Hvem vi er.", "Vi hjælper dig. Læs mere. Et tal To ord")
    assert (written_page("docs/om/mere.md", PAGE) or found).url == "om/mere/"


def test_a_page_without_a_summary_and_a_page_that_only_leads_on_are_left_out() -> None:
    assert written_page("docs/om/index.md", PAGE.replace("description", "hide")) is None
    assert written_page("docs/om/index.md", "# Om os\n") is None
    assert written_page("docs/index.md", PAGE) is None


def test_the_sites_own_pages_are_there(content: Content) -> None:
    pages = {page.url: page for page in content.pages}
    assert {
        "om/",
        "om/kilder/",
        "tilgaengelighed/",
        "aftaler/byg/",
        "bidrag/felter/",
        "hvad-ligner-jer/",
    } <= pages.keys()
    assert not {"/", "was/"} & pages.keys()
    for page in pages.values():
        assert not any(mark in page.titel + page.kort + page.tekst for mark in ("{{", "<", "**", "](", "  ", "\n")), (
            page
        )
