"""Generated pages in a theme's shells: each head says what its page is, and a change of any input shows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.ground.build_cache import BuildCache
from macros.html import page_shell as ps
from macros.html.page_body import Entry
from macros.html.page_shell import Shell, cut_shell, shell_address
from macros.library.content import Content
from macros.model.case_model import Case
from macros.site.building import Building
from macros.site.generated_site import written_files
from macros.site.site_files import generated_pages, other_files

TODAY = date(2026, 11, 22)
SITE = "https://a.example/"


class PlainTheme:
    """A theme that shows each mark by its name."""

    def __init__(self, frame: str = "1") -> None:
        self.frame, self.shells = frame, 0

    def shell(self, depth: int, hide: tuple[str, ...], section: str) -> Shell:
        """The marks, one a line."""
        self.shells += 1
        html = (
            f"ramme {self.frame} {depth} {hide} {section}\n"
            f"titel {ps.TITLE}\nresume {ps.SUMMARY}\nkort {ps.CARD}\nret {ps.EDIT}\n"
            f"anker {ps.ANCHOR}\nadresse {shell_address(depth)}\nindhold {ps.CONTENTS}\n{ps.BODY_HTML}"
        )
        return cut_shell(html, depth)

    def contents(self, entries: list[Entry]) -> str:
        """The anchors below the page's own heading."""
        return " ".join(entry.heading.id for top in entries for entry in top.children)


def build(
    content: Content, folder: Path, frame: str = "1", ground: bytes = b"kode 1", **given: object
) -> dict[str, str]:
    """The pages that a build writes; other files are left out."""
    now = Building(content, given.get("today", TODAY), str(given.get("site_url", SITE)), BuildCache(folder, ground))  # type: ignore[arg-type]
    made = {f"{page.address}index.html" for page in generated_pages(content, now.today)}
    return {path: text for path, text in written_files(now, PlainTheme(frame), "a {}") if path in made}  # type: ignore[misc]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache that the builds here share."""
    return tmp_path_factory.mktemp("lager")


@pytest.fixture(scope="module")
def first(content: Content, folder: Path) -> dict[str, str]:
    """The first build."""
    return build(content, folder)


def test_every_page_is_written_with_its_own_head(content: Content, first: dict[str, str]) -> None:
    assert first.keys() == {f"{page.address}index.html" for page in generated_pages(content, TODAY)}
    case = content.cases[0]
    lines = first[f"{case.url}index.html"].splitlines()
    assert lines[:7] == [
        "ramme 1 2 ('navigation',) cases",
        f"titel {case.titel}",
        f"resume {case.kort}",
        f"kort case-{case.id}",
        f"ret cases/{case.id}.yml",
        f"anker {lines[5].split()[1]}",
        f"adresse {case.url}",
    ]
    assert f'id="{lines[5].split()[1]}"' in first[f"{case.url}index.html"]
    assert {"formaal", "laering", "kilde"} <= set(lines[7].split())


def test_words_that_look_like_markup_are_words(content: Content, folder: Path) -> None:
    case = content.cases[0].model_copy(update={"titel": 'A & "b" <c>', "kort": "x < y"})
    page = build(replace(content, cases=(case, *content.cases[1:])), folder)[f"{case.url}index.html"]
    assert "titel A &amp; &#34;b&#34; &lt;c&gt;\nresume x &lt; y\n" in page


def test_an_unchanged_build_is_the_same(content: Content, folder: Path, first: dict[str, str]) -> None:
    assert build(content, folder) == first


def test_there_are_as_many_shells_as_kinds_of_place(content: Content, folder: Path) -> None:
    theme = PlainTheme()
    list(written_files(Building(content, TODAY, SITE, BuildCache(folder, b"kode 1")), theme, "a {}"))
    pages = list(generated_pages(content, TODAY))
    places = {(page.address.count("/"), page.hide, page.address.split("/")[0]) for page in pages}
    assert theme.shells == len(places) < 8 < len(content.cases)
    assert len({page.address.split("/")[0] for page in pages}) > 2


def test_a_change_of_any_input_shows(content: Content, folder: Path, first: dict[str, str]) -> None:
    """Case, related case, vocabulary, clause, day, address and the theme's page, each after a build that was kept."""
    case, other = content.cases[0], content.cases[1]
    page = f"{case.url}index.html"

    def cases(**changes: object) -> Content:
        return replace(content, cases=(case.model_copy(update=changes), *content.cases[1:]))

    assert "Helt nyt formål" in build(cases(formaal="Helt nyt formål"), folder)[page]
    chosen = cases(se_ogsaa=(other.id,))
    assert other.titel in build(chosen, folder)[page]
    renamed = (chosen.cases[0], other.model_copy(update={"titel": "Omdøbt nabo"}), *content.cases[2:])
    assert "Omdøbt nabo" in build(replace(content, cases=renamed), folder)[page]
    themes = content.vocabularies["temaer"]
    theme = themes[case.tema].model_copy(update={"navn": "Omdøbt tema"})
    vocabularies = {**content.vocabularies, "temaer": {**themes, case.tema: theme}}
    assert "Omdøbt tema" in build(replace(content, vocabularies=vocabularies), folder)[page]
    used = next(clause for clause in content.clauses if any(clause.id in one.klausuler for one in case.laering))
    clauses = tuple(
        one.model_copy(update={"titel": "Omdøbt klausul"}) if one is used else one for one in content.clauses
    )
    assert "Omdøbt klausul" in build(replace(content, clauses=clauses), folder)[page]
    assert "https://b.example/" in build(content, folder, site_url="https://b.example/")[page]
    assert build(content, folder, frame="2")[page].startswith("ramme 2")
    assert build(content, folder) == first


def test_other_code_makes_every_page_anew(content: Content, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from macros.site import page_bodies

    monkeypatch.setattr(page_bodies, "page_body", lambda _: "ny kode")
    page = f"{content.cases[0].url}index.html"
    assert "ny kode" not in build(content, folder)[page]
    assert "ny kode" in build(content, folder, ground=b"kode 2")[page]


def test_a_damaged_cache_gives_the_same_site(content: Content, folder: Path, first: dict[str, str]) -> None:
    for number, entry in enumerate(file for file in sorted(folder.rglob("*")) if file.is_file()):
        entry.write_bytes(entry.read_bytes()[: number % 40])
    assert build(content, folder) == first


def test_files_are_those_of_a_build_without_a_cache(content: Content, folder: Path) -> None:
    now = Building(content, TODAY, SITE, BuildCache(folder, b"kode 1"))
    written = dict(written_files(now, PlainTheme(), "a {}"))
    for path, made in other_files(content, TODAY, SITE, "a {}").items():
        assert _bytes(written[path]) == _bytes(made.content), path


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def test_a_warm_build_is_a_cold_one_after_each_kind_of_change(content: Content, tmp_path: Path) -> None:
    """Every file, with the cache of the builds before: changed, new, gone, renumbered, withdrawn, a word of a list."""

    def whole(of: Content, folder: Path) -> dict[str, bytes]:
        now = Building(of, TODAY, SITE, BuildCache(folder, b"kode"))
        return {path: _bytes(text) for path, text in written_files(now, PlainTheme(), "a {}")}

    made = tuple(case.model_copy(update={"id": f"{case.id}-2", "nummer": None}) for case in content.cases[:3])
    first, *others = every = (*content.cases, *made)
    words = content.vocabularies["maalgrupper"]
    named = {key: word.model_copy(update={"navn": f"{word.navn} x"}) for key, word in words.items()}
    changes = {
        "first": replace(content, cases=every),
        "changed": replace(content, cases=(first.model_copy(update={"formaal": "Kranførere søges."}), *others)),
        "new": replace(content, cases=(*every, first.model_copy(update={"id": "helt-ny", "nummer": 99}))),
        "gone": content,
        "renumbered": replace(content, cases=(*others, first.model_copy(update={"nummer": 99}))),
        "word": replace(content, cases=every, vocabularies={**content.vocabularies, "maalgrupper": named}),
        "back": replace(content, cases=every),
    }
    for name, changed in changes.items():
        warm, cold = whole(changed, tmp_path / "lager"), whole(changed, tmp_path / name)
        assert {path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path)} == set(), name


def test_nothing_is_said_of_what_a_case_does_not_tell(content: Content, tmp_path: Path) -> None:
    """No page or file shows the program's own word for what is not there."""

    def bare(case: Case) -> Case:
        needed = {"omraade"}  # of a case without a municipality
        unsaid = {name for name, field in Case.model_fields.items() if field.default is None} - needed
        assert {"nummer", "periode"} <= unsaid
        return case.model_copy(update=dict.fromkeys(unsaid))

    bare_content = replace(content, cases=tuple(map(bare, content.cases)))
    shown = build(bare_content, tmp_path)
    texts = {path: file.content for path, file in other_files(bare_content, TODAY, SITE, "a {}").items()}
    said = [path for path, text in (shown | texts).items() if isinstance(text, str) and re.search(r"\bNone\b", text)]
    assert said == []
