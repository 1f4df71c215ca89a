"""A withdrawn case: its addresses answer, its page says why, and it is gone from everything else."""

from __future__ import annotations

import json
from pathlib import Path

from macros.library.content import load_content
from macros.sharing.case_files import WITHDRAWN_KEYS
from tests.altered_site import NEW_TITLE, RENAMED, WITHDRAWN
from tests.examples import problems_in, write_case, write_example
from tests.site_reader import read_page

LISTED = Path(__file__).parent / "fixtures" / "adresser.txt"
REASON = {"dato": "2026-11-01", "grund": "Kommunen har bedt om det.", "se": "lodser-i-nordby"}


def promised(identifier: str) -> list[str]:
    """The anchors of a case on the list of addresses."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    return [line.split("#")[1] for line in lines if line.startswith(f"/cases/{identifier}/#")]


def test_every_address_of_a_withdrawn_case_answers(altered_site: Path) -> None:
    html = (altered_site / "cases" / WITHDRAWN / "index.html").read_text(encoding="utf-8")
    page = read_page(f"cases/{WITHDRAWN}/", html)
    assert set(promised(WITHDRAWN)) <= set(page.ids) and len(promised(WITHDRAWN)) > 5
    assert "Casen er trukket tilbage 1. november 2026." in page.text and "Prøven siger det." in page.text
    assert NEW_TITLE in page.text and "trukket tilbage" in page.title
    assert any(RENAMED in link for link in page.links)


def test_its_data_file_tells_only_that(altered_site: Path) -> None:
    data = json.loads((altered_site / "cases" / WITHDRAWN / "index.json").read_text(encoding="utf-8"))
    assert tuple(data) == WITHDRAWN_KEYS


def test_it_is_found_nowhere_else(altered_site: Path) -> None:
    cases = json.loads((altered_site / "data" / "cases.json").read_text(encoding="utf-8"))
    assert WITHDRAWN not in [case["id"] for case in cases] and len(cases) > 20
    for page in ("cases/index.html", "index.html", "data/feed.xml", "laering/index.html"):
        assert f"cases/{WITHDRAWN}/" not in (altered_site / page).read_text(encoding="utf-8"), page


def test_a_new_title_changes_no_address(altered_site: Path) -> None:
    html = (altered_site / "cases" / RENAMED / "index.html").read_text(encoding="utf-8")
    page = read_page(f"cases/{RENAMED}/", html)
    assert page.h1[0].startswith(NEW_TITLE)
    assert set(promised(RENAMED)) <= set(page.ids) and len(promised(RENAMED)) > 5


def test_nothing_may_point_at_a_withdrawn_case(tmp_path: Path) -> None:
    write_example(tmp_path)
    write_case(tmp_path, id="anden", titel="En anden", se_ogsaa=["lodser-i-nordby"])
    assert problems_in(tmp_path) == ()
    write_case(tmp_path, trukket_tilbage={**REASON, "se": "anden"})
    assert [str(problem).split(" (")[0] for problem in problems_in(tmp_path)] == [
        "cases/anden.yml:39:3: se_ogsaa[1]: ukendt case: »lodser-i-nordby«"
    ]


def test_a_withdrawn_case_says_when_and_why(tmp_path: Path) -> None:
    write_example(tmp_path)
    write_case(tmp_path, id="anden", titel="En anden", trukket_tilbage={"dato": "i går", "se": "findes-ikke"})
    fields = {problem.field for problem in problems_in(tmp_path)}
    assert fields == {"trukket_tilbage.dato", "trukket_tilbage.grund"}
    write_case(tmp_path, id="anden", titel="En anden", trukket_tilbage=REASON)
    content = load_content(tmp_path)
    assert [case.id for case in content.cases] == ["lodser-i-nordby"]
    assert [case.id for case in content.withdrawn] == ["anden"]
