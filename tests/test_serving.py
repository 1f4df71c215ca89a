"""Showing the site while it is written: saves are seen, faults are shown and gone again, in the real server."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from scripts.serving.preview import NEWS, SCRIPT, Preview, server_of
from scripts.serving.watcher import Watcher

ROOT = Path(__file__).resolve().parent.parent


# What has changed


def test_a_watcher_tells_what_is_new_gone_and_changed(tmp_path: Path) -> None:
    for name in ("cases/a.yml", "cases/b.yml", "docs/om/c.md", "andet/d"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1")
    watcher = Watcher(tmp_path, ("cases", "docs", "mkdocs.yml", "findes-ikke"))
    assert watcher.changed() == []
    (tmp_path / "cases" / "a.yml").write_text("22")
    (tmp_path / "cases" / "b.yml").unlink()
    (tmp_path / "docs" / "om" / "e.md").write_text("1")
    (tmp_path / "docs" / ".kladde").write_text("1")
    (tmp_path / "mkdocs.yml").write_text("1")
    (tmp_path / "andet" / "d").write_text("22")
    assert watcher.changed() == ["cases/a.yml", "cases/b.yml", "docs/om/e.md", "mkdocs.yml"]
    assert watcher.changed() == []


# What is shown


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[tuple[Preview, Callable[..., tuple[int, str]]]]:
    """A preview of a small folder, and a way to ask for an address."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<body><h1>A</h1></body>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<body>Findes ikke</body>", encoding="utf-8")
    (tmp_path / "main.mjs").write_text("export {}", encoding="utf-8")
    preview = Preview()
    preview.show(tmp_path)
    server = server_of(preview, "127.0.0.1", 0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()

    def ask(path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        assert answer.headers["Cache-Control"] == "no-store"
        connection.close()
        return answer.status, text

    yield preview, ask
    server.shutdown()
    thread.join()


def test_a_page_brings_the_script_that_reloads_it(shown: tuple[Preview, Callable[..., tuple[int, str]]]) -> None:
    preview, ask = shown
    assert ask("/a/") == (200, f'<body><h1>A</h1><script src="{SCRIPT}?{preview.version}"></script></body>')
    assert ask("/main.mjs") == (200, "export {}")
    assert ask("/b/")[0] == 404 and "Findes ikke" in ask("/b/")[1]
    assert "location.reload()" in ask(SCRIPT)[1]
    assert ask("/a")[0] in (301, 404)


def test_faults_take_the_place_of_every_page_until_they_are_gone(
    shown: tuple[Preview, Callable[..., tuple[int, str]]],
) -> None:
    preview, ask = shown
    preview.show(faults="cases/a.yml:3:1: tema: »<x>« findes ikke")
    status, text = ask("/a/")
    assert status == 503 and "cases/a.yml:3:1: tema: »&lt;x&gt;« findes ikke" in text and SCRIPT in text
    preview.show()
    assert ask("/a/")[0] == 200


def test_news_come_at_once(shown: tuple[Preview, Callable[..., tuple[int, str]]]) -> None:
    preview, ask = shown
    assert ask(f"{NEWS}?{preview.version - 1}")[0] == 200
    assert not preview.newer(str(preview.version), 0.01)
    answers: list[int] = []
    waiting = Thread(target=lambda: answers.append(ask(f"{NEWS}?{preview.version}")[0]))
    waiting.start()
    preview.show()
    waiting.join(10)
    assert answers == [200]


# The whole of it


@pytest.mark.skipif(os.name == "nt", reason="signals are another matter there")
def test_a_saved_case_is_seen_and_a_fault_is_shown_and_gone(tmp_path: Path) -> None:
    project = tmp_path / "projekt"
    for name in ("cases", "agreements", "docs", "macros"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    program = (
        "import sys; from pathlib import Path; from scripts import serve; "
        f"serve.ROOT = Path({str(project)!r}); sys.exit(serve.serve('127.0.0.1:' + sys.argv[1]))"
    )
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(port)], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert process.stdout
    for line in process.stdout:
        if "Serving on" in line:
            break
    case = project / "cases" / "horsens-alliancen.yml"
    good = case.read_text(encoding="utf-8")
    try:
        saves = (
            (good.replace("\nkort: ", "\nkort: Rettet. ", 1), 200, "Rettet. "),
            (good.replace("\ntema: ", "\ntema: findes-ikke-", 1), 503, "findes-ikke-"),
            (good.replace("\nkort: ", "\nkort: Rettet igen. ", 1), 200, "Rettet igen. "),
        )
        for text, status, words in saves:
            case.write_text(text, encoding="utf-8")
            _until(port, status, words)
    finally:
        process.terminate()
    told = process.communicate(timeout=30)[0]
    assert process.returncode == 0, told
    assert "Gemt: cases/horsens-alliancen.yml. Vist efter" in told
    assert "cases/horsens-alliancen.yml:" in told and "Traceback" not in told


def _free_port() -> int:
    from socket import create_server

    with create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def _ask(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def _until(port: int, status: int, words: str) -> None:
    """Ask again whenever there is news, until the page answers so."""
    for _ in range(20):
        found, page = _ask(port, "/cases/horsens-alliancen/")
        if found == status and words in page:
            return
        _ask(port, f"{NEWS}?{page.split(SCRIPT + '?')[1].split(chr(34))[0]}")
    raise AssertionError(page)


def test_the_maker_answers_whatever_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Forside", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Prøve\n", encoding="utf-8")
    orders = [{"cases": ["a"]}, {"folder": str(tmp_path / "site")}, {"cases": ["a"]}]
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "serving" / "maker.py"), "127.0.0.1:8000"], cwd=tmp_path,
        input="".join(json.dumps(order) + "\n" for order in orders), capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert [json.loads(line) for line in result.stdout.splitlines()] == [{}, {"folder": str(tmp_path / "site")}, {}]
    (tmp_path / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "serving" / "maker.py"), "127.0.0.1:8000"], cwd=tmp_path,
        input=json.dumps(orders[1]) + "\n", capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert json.loads(result.stdout).keys() == {"faults"}
