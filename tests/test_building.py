"""One build: its digest changes with every kind of input, and macros leave their parts aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from macros.ground.build_cache import BuildCache
from macros.library.content import Content
from macros.library.content_digest import content_digest
from macros.site import building
from macros.site.building import Building, new_building

TODAY = date(2026, 11, 22)
SITE = "https://a.example/"


def build_of(content: Content, folder: Path, today: date = TODAY, site_url: str = SITE) -> Building:
    """A build with a cache of its own."""
    return Building(content, today, site_url, BuildCache(folder, b"kode"))


def changes(content: Content) -> dict[str, Content]:
    """The content with one thing changed, of each kind."""
    case, agreement, clause = content.cases[0], content.agreements[0], content.clauses[0]
    themes = dict(content.vocabularies["temaer"])
    name = next(iter(themes))
    themes[name] = themes[name].model_copy(update={"navn": "Andet navn"})
    backwards = dict(reversed(content.vocabularies["brancher"].items()))
    vocabularies = content.vocabularies
    return {
        "case": replace(content, cases=(case.model_copy(update={"kort": "Ny."}), *content.cases[1:])),
        "fewer": replace(content, cases=content.cases[1:]),
        "order": replace(content, cases=content.cases[::-1]),
        "agreement": replace(content, agreements=(agreement.model_copy(update={"kort": "Ny."}),)),
        "clause": replace(content, clauses=(clause.model_copy(update={"kort": "Ny."}), *content.clauses[1:])),
        "vocabulary": replace(content, vocabularies={**vocabularies, "temaer": themes}),
        "vocabulary order": replace(content, vocabularies={**vocabularies, "brancher": backwards}),
        "catalogue": replace(content, catalogue=content.catalogue.model_copy(update={"indledning": "Ny."})),
    }


def test_every_kind_of_content_counts(content: Content) -> None:
    found = [content_digest(content), *(content_digest(other) for other in changes(content).values())]
    assert len(set(found)) == len(found) == 9
    assert content_digest(replace(content)) == content_digest(content)


def test_the_day_and_the_address_count(content: Content, tmp_path: Path) -> None:
    builds = (
        build_of(content, tmp_path),
        build_of(content, tmp_path, date(2027, 1, 1)),
        build_of(content, tmp_path, TODAY, "https://b.example/"),
    )
    assert len({one.everything for one in builds}) == 3


def test_a_part_is_put_back_where_it_was_left(content: Content, tmp_path: Path) -> None:
    now = build_of(content, tmp_path)
    first, second = now.leave("a", (), lambda: "<b>1</b>"), now.leave("b", ("x",), lambda: "<i>2</i>")
    now.make_parts()
    assert now.put_back(f"<p>{second}</p>\n<p>ord</p>\n{first}") == "<i>2</i>\n<p>ord</p>\n<b>1</b>"


def test_many_parts_are_made_by_several_processes_and_then_kept(content: Content, tmp_path: Path) -> None:
    """Each once, and none again by those who ask later."""
    for made in ("012345678", "xxxxxxxxx"):
        now = build_of(content, tmp_path)
        marks = [now.leave("a", (number,), partial(str, text)) for number, text in enumerate(made)]
        now.make_parts()
        now.make_parts()
        assert now.put_back("".join(marks)) == "012345678"


def test_a_part_is_made_once_and_anew_when_the_content_changes(content: Content, tmp_path: Path) -> None:
    def part(of: Content, name: str, *arguments: str) -> str:
        now = build_of(of, tmp_path)
        mark = now.leave(name, arguments, lambda: made.append(name) or str(len(made)))  # type: ignore[func-returns-value]
        now.make_parts()
        return now.put_back(mark)

    made: list[str] = []
    assert [part(content, "a"), part(content, "a")] == ["1", "1"]
    assert [part(content, "a", "x"), part(content, "b")] == ["2", "3"]
    assert part(changes(content)["case"], "a") == "4"


def test_code_templates_assets_and_versions_are_the_ground(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "PROJECT", tmp_path)
    monkeypatch.delenv("BYGGELAGER", raising=False)
    for path in (
        "macros/a.py",
        "macros/templates/a.html",
        "macros/theme/partials/a.html",
        "docs/assets/b/c.css",
        "macros/html/inline_scripts/d.js",
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("1")
    grounds = {new_building(content, TODAY, SITE).cache.ground}
    assert new_building(content, TODAY, SITE).cache.ground in grounds
    for path in (
        "macros/a.py",
        "macros/templates/a.html",
        "macros/theme/partials/a.html",
        "docs/assets/b/c.css",
        "macros/html/inline_scripts/d.js",
    ):
        (tmp_path / path).write_text("2")
        grounds.add(new_building(content, TODAY, SITE).cache.ground)
    monkeypatch.setattr(building, "version", lambda name: f"{name} 99")
    grounds.add(new_building(content, TODAY, SITE).cache.ground)
    assert len(grounds) == 7
    monkeypatch.setenv("BYGGELAGER", str(tmp_path / "andet"))
    assert new_building(content, TODAY, SITE).cache.folder == tmp_path / "andet"


def test_the_build_that_runs_is_known(content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "_current", [])
    assert building.current() is None
    for now in (build_of(content, tmp_path), build_of(content, tmp_path)):
        building.begin(now)
        assert building.current() is now


def test_the_addresses_of_editors_and_repository_count(content: Content, tmp_path: Path) -> None:
    cache = BuildCache(tmp_path, b"kode")
    made = {
        Building(content, TODAY, SITE, cache, {"kontakt": contact}).everything
        for contact in ("a@x.dk", "b@x.dk", "a@x.dk")
    }
    assert len(made) == 2
