"""The page of a case to hand out; tests/browser/test_handouts.py prints it and counts the sheets."""

from __future__ import annotations

import re
from html import unescape

from macros.html.security_policy import content_security_policy
from macros.library.content import Content
from macros.sharing.handout import handout, handout_url, print_size
from tests.test_site_files import SITE


def test_each_case_has_one_with_code_source_and_address(content: Content) -> None:
    for case in content.cases:
        page = unescape(handout(content, case, SITE))
        assert handout_url(case) == f"{case.url}ark/"
        assert f'{case.url}qr.svg"' in page and f"{SITE}{case.url}" in page
        assert f'content="{content_security_policy()}"' in page
        assert "Kilde:" in page and "KL (2018)" in page and case.titel in page
        assert all(figure.hvad in page for figure in case.noegletal)
        assert page.count("<h1") == 1 and not re.search(r"<style|style=|<script>", page)


def test_a_longer_case_gets_smaller_print(content: Content) -> None:
    case = content.cases[0]
    bare = {
        "organisering": None,
        "resultater": None,
        "finansiering": None,
        "noegletal": (),
        "laering": (),
        "aktoerer": (),
    }
    texts = [case.model_copy(update={**bare, "formaal": "a" * signs}) for signs in (1_400, 1_401, 2_151, 2_601, 9_000)]
    assert [print_size(text) for text in texts] == ["stor", "mellem", "lille", "mindst", "mindst"]
