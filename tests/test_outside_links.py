"""The addresses outside the site, and the report about dead ones; no test asks anyone."""

from __future__ import annotations

import json
import urllib.error
from pathlib import Path

import pytest

from macros.editing.outside_links import fault_of, links_report, outside_links
from scripts import check_links


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se https://kl.dk/katalog.", ["https://kl.dk/katalog"]),
        ("([siden](https://kl.dk/a_(b)))", ["https://kl.dk/a_(b)"]),
        ("[a](https://kl.dk/a#del), [b](https://kl.dk/a#to)", ["https://kl.dk/a"]),
        ("»https://kl.dk/æ?x=1&y=2«", ["https://kl.dk/æ?x=1&y=2"]),
        ("http://127.0.0.1:8000/ og https://alliancebanken.example/x", []),
        ("kl.dk og ftp://kl.dk", []),
    ],
)
def test_addresses_are_found_as_they_were_meant(text: str, found: list[str]) -> None:
    assert list(outside_links([("x.md", text)])) == found


def test_each_address_knows_where_it_stands() -> None:
    files = [("a.md", "x\nhttps://kl.dk/"), ("b.yml", "https://kl.dk/")]
    assert outside_links(files) == {"https://kl.dk/": ["a.md:2", "b.yml:1"]}


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (200, ""),
        (301, ""),
        (403, ""),
        (429, ""),
        (404, "siden findes ikke mere"),
        (500, "serveren svarer med fejl 500"),
    ],
)
def test_only_what_is_gone_or_broken_is_a_fault(status: int, fault: str) -> None:
    assert fault_of(status) == fault


def test_the_report_names_the_dead_with_their_places() -> None:
    links = {"https://kl.dk/a": ["cases/x.yml:3"], "https://kl.dk/b": ["docs/om/index.md:1"]}
    told = links_report(links, {"https://kl.dk/a": "siden findes ikke mere"})
    assert told["open"] is True
    assert "- https://kl.dk/a: siden findes ikke mere. Står i `cases/x.yml:3`." in str(told["body"])
    assert "https://kl.dk/b" not in str(told["body"])
    assert links_report(links, {})["open"] is False


def answers(*given: object) -> tuple[list[object], object]:
    """A way to the network that gives these answers in turn."""
    left = list(given)

    def open_address(*_: object, **__: object) -> object:
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return type("Answer", (), {"status": answer})()

    return left, open_address


def refused(code: int) -> urllib.error.HTTPError:
    """A server's no."""
    return urllib.error.HTTPError("https://kl.dk/", code, "", None, None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "fault", "left"),
    [
        ([200], "", 0),
        ([refused(404), 200], "siden findes ikke mere", 1),
        ([refused(403), 200], "", 1),
        ([refused(503), 200], "", 0),
        ([refused(503), refused(503)], "serveren svarer med fejl 503", 0),
        ([OSError(), TimeoutError()], "serveren svarer ikke", 0),
        ([ValueError("url"), 200], "", 0),
    ],
)
def test_a_silent_server_is_asked_twice(given: list[object], fault: str, left: int) -> None:
    waiting, way = answers(*given)
    assert check_links.ask("https://kl.dk/", way) == fault  # type: ignore[arg-type]
    assert len(waiting) == left


def test_the_command_writes_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "x.yml").write_text("a: https://kl.dk/væk\n", encoding="utf-8")
    monkeypatch.setattr(check_links, "ROOT", tmp_path)
    monkeypatch.setattr(check_links, "ask", lambda _address: "siden findes ikke mere")
    assert check_links.main([str(tmp_path / "rapport.json")]) == 0
    report = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    assert "cases/x.yml:1" in report["body"]
