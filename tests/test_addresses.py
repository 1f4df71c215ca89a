"""Addresses for ever: the list only grows, every line answers, leading on takes one step and keeps the anchor."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from scripts import addresses
from tests.examples import ROOT, write
from tests.site_reader import PageOnDisk, read_site, target_of

# Lines that were taken off before anyone could have used them, each with why, after a tab.
GIVEN_UP = ROOT / "tests" / "fixtures" / "adresser_opgivet.txt"
_NAME = "tests/fixtures/adresser.txt"


def listed() -> list[str]:
    """Every line of the list."""
    return addresses.LIST.read_text(encoding="utf-8").splitlines()


def given_up() -> set[str]:
    """The lines that are excused."""
    return {line.split("\t")[0] for line in GIVEN_UP.read_text(encoding="utf-8").splitlines() if line}


def git(*arguments: str) -> str:
    """What git answers; nothing where this is no checkout."""
    result = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return result.stdout if result.returncode == 0 else ""


def lost(earlier: list[str], now: list[str], excused: set[str]) -> set[str]:
    """The lines that an earlier list had and this one has not, and that nobody has excused."""
    return set(earlier) - set(now) - excused - {""}


def test_the_list_is_in_order() -> None:
    assert listed() == sorted(set(listed()))
    assert not [line for line in listed() if not re.fullmatch(r"/[a-z0-9./-]*(#[\w-]+)?|/data/eksempel\.R", line)]


def test_the_list_only_ever_grows() -> None:
    earlier: list[str] = []
    for commit in git("log", "--format=%H", "--", _NAME).split():
        earlier += git("show", f"{commit}:{_NAME}").splitlines()
    assert lost(earlier, listed(), given_up()) == set()


def test_a_lost_line_is_seen_and_an_excused_one_is_not() -> None:
    assert lost(["/a/", "/b/#c", ""], ["/a/"], set()) == {"/b/#c"}
    assert lost(["/a/", "/b/#c"], ["/a/"], {"/b/#c"}) == set()


def test_every_excuse_has_a_reason_and_is_needed() -> None:
    for line in filter(None, GIVEN_UP.read_text(encoding="utf-8").splitlines()):
        address, reason = line.split("\t")
        assert reason.strip() and address not in listed()


def test_the_built_site_has_every_line_and_no_other(built_site: Path) -> None:
    """New addresses: python3 scripts/build.py && python3 scripts/addresses.py. Lost ones must come back."""
    now = addresses.published(built_site)
    assert sorted(line for line in set(listed()) - now if not (built_site / line[1:]).is_file()) == []
    assert of_a_new_shape(now - set(listed()), set(listed()), content_ids()) == []


def content_ids() -> set[str]:
    """Every id of the content: what an editor may add without asking a developer."""
    files = [file for folder in ("cases", "agreements") for file in (ROOT / folder).rglob("*.*")]
    found = {name for file in files for name in re.findall(r"(?m)^[ -]*id: ([\w-]+)", file.read_text(encoding="utf-8"))}
    return found | {file.stem for file in files}


def of_a_new_shape(new: set[str], known: set[str], ids: set[str]) -> list[str]:
    """The new lines that no added case, lesson or list value accounts for, since no known line is like them."""

    def part(text: str) -> str:
        if text in ids or text.isdigit():
            return "*"
        for dash in (place for place, sign in enumerate(text) if sign == "-"):
            head, rest = text[:dash], text[dash + 1 :]
            if rest in ids:
                return f"{part(head)}-*"
        return text

    def shape(line: str) -> str:
        return "".join(part(text) for text in re.split(r"([/#])", line))

    shapes = {shape(line) for line in known}
    return sorted(line for line in new if shape(line) not in shapes)


def test_new_content_has_addresses_of_known_shapes_and_all_else_is_listed_first() -> None:
    known = {"/", "/cases/gammel-case/", "/cases/gammel-case/#laering-et-punkt", "/cases/gammel-case/#fakta", "/c/1/"}
    known.add("/aftaler/klausuler/en/#fra-gammel-case-et-punkt")
    ids = {"gammel-case", "et-punkt", "ny-case", "nyt-punkt"}
    fine = {"/aftaler/klausuler/en/#fra-ny-case-nyt-punkt"}
    fine |= {"/cases/ny-case/", "/cases/ny-case/#laering-nyt-punkt", "/cases/ny-case/#fakta", "/c/23/"}
    assert of_a_new_shape(fine, known, ids) == []
    strange = {"/nyt/", "/cases/ny-case/#kendsgerninger", "/cases/ukendt-case/", "/cases/ny-case/#laering-ukendt"}
    assert of_a_new_shape(fine | strange, known, ids) == sorted(strange)


def test_leading_on_takes_one_step(built_site: Path) -> None:
    """No loop, no chain, and the target is a page of its own; the script that leads on keeps the anchor."""
    pages = read_site(built_site)
    leading = {address: page for address, page in pages.items() if page.having("http-equiv") and _target(page)}
    assert len(leading) >= 22
    for address, page in leading.items():
        target = target_of(page, _target(page))
        assert target and target[0] in pages and target[0] not in leading, address
        assert 'src="../../assets/javascripts/redirect.js"' in page.html


def _target(page: PageOnDisk) -> str:
    for row in page.having("http-equiv"):
        if row["http-equiv"] == "refresh":
            return str(row["content"]).split("url=", 1)[1]
    return ""


# The command


def test_the_command_adds_what_is_new_and_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    ids = '<h1 id="titel">A</h1><h2 id="nyt">B</h2><p id="hjaelp"></p><template><h2 id="skabelon"></h2></template>'
    write(site / "index.html", f'<h2 id="menu">M</h2><article>{ids}</article><h2 id="fod">F</h2>')
    write(site / "a" / "index.html", '<article><ul><li id="et"></ul></article>')
    write(site / "404.html", '<article><h2 id="x"></h2></article>')
    write(site / "data" / "cases.json", "[]")
    write(site / "data" / "egen.json", "[]")
    monkeypatch.setattr(addresses, "LIST", write(tmp_path / "adresser.txt", "/\n/gammel/\n"))
    monkeypatch.setattr(addresses, "ensure", lambda _: None)
    assert addresses.main(["--site-dir", str(site)]) == 0
    assert listed() == ["/", "/#nyt", "/a/", "/a/#et", "/data/cases.json", "/gammel/"]
    assert "4 nye adresser på listen." in capsys.readouterr().out


def test_the_command_needs_a_built_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(addresses, "ensure", lambda _: None)
    with pytest.raises(SystemExit):
        addresses.main(["--site-dir", str(tmp_path)])
    assert "ingen bygget side" in capsys.readouterr().err
