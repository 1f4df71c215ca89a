"""Every search that is compared is given all that a reader of a case can read."""

from __future__ import annotations

from macros.library.content import Content
from scripts.measuring.plain_pages import plain_pages


def test_every_field_of_a_case_is_in_its_plain_page(content: Content) -> None:
    pages = plain_pages(content)
    assert [page.id for page in pages] == [case.id for case in content.cases]
    for page, case in zip(pages, content.cases, strict=True):
        wanted = [case.titel, case.kort, *(actor.navn for actor in case.aktoerer)]
        wanted += [lesson.tekst.split("\n")[0] for lesson in case.laering]
        wanted += [figure.hvad for figure in case.noegletal]
        wanted += [text for text in (case.formaal, case.organisering, case.resultater, case.finansiering) if text]
        wanted += [content.term("kommuner", town).navn for town in case.kommuner]
        wanted += [content.term("maalgrupper", group).navn for group in case.maalgrupper]
        whole = page.markdown
        assert [text for text in wanted if text not in whole] == []


def test_the_text_has_all_but_the_title(content: Content) -> None:
    page = plain_pages(content)[0]
    assert page.markdown.startswith(f"# {page.title}\n")
    assert page.text.startswith(page.summary)
    assert all(text in page.text for _, text in page.sections)
