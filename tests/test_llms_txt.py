"""llms.txt: the form of llmstxt.org, and links to texts that are there."""

from __future__ import annotations

import re

from macros.library.content import Content
from macros.sharing.llms_txt import llms_txt
from macros.sharing.page_twins import page_twins
from tests.test_site_files import SITE


def test_it_has_the_form_and_links_to_texts_that_are_there(content: Content) -> None:
    text = llms_txt(content, SITE)
    assert re.match(r"# Alliancebanken\n\n> .+\n\n.+\n\n## Cases\n\n- \[", text)
    links = [link.removeprefix(SITE) for link in re.findall(r"\]\(([^)]+)\)", text)]
    twins = {*page_twins(content, SITE), *(f"{case.url}index.md" for case in content.cases)}
    assert [link for link in links if link.endswith(".md") and link not in twins] == []
    assert len(links) == len(content.cases) + len(content.agreements) + len(content.clauses) + 4 + 3
    assert re.findall(r"^## (.+)$", text, re.MULTILINE)[-1] == "Optional"
    assert "KL har ophavsretten" in text and "CC BY 4.0" in text


def test_every_line_of_a_list_is_a_link_with_words(content: Content) -> None:
    for line in llms_txt(content, SITE).splitlines():
        assert not line.startswith("-") or re.fullmatch(r"- \[[^\]]+\]\(https://\S+\): .+", line)
