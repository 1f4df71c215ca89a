"""Publishing: readers in a loop miss nothing, and a run killed at any step leaves the old site or the new one whole."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import publish
from scripts.publish import RefusedError, go_back
from tests.examples import ROOT, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="scriptet nægter på Windows")
PAGES = ("index.html", "404.html", "cases/index.html", "cases/a/index.html")
READS = 5_000
# What Python tells of before it changes a file system; between two of them nothing that a reader could see changes.
CHANGES = {"os.mkdir", "os.rename", "os.symlink", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.truncate"}
# Reads every file of the site again and again through the link until its input closes, and tells after each round.
READER = """
import json, os, sys, threading
root, names, enough = sys.argv[1], json.loads(sys.argv[2]), int(sys.argv[3])
told = {"reads": 0, "missed": [], "mixed": [], "seen": []}
open_ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), open_ended.set()), daemon=True).start()
while not open_ended.is_set() or told["reads"] < enough:
    for name in names:
        told["reads"] += 1
        try:
            text = open(os.path.join(root, name), encoding="utf-8").read()
        except OSError as error:
            told["missed"].append(f"{name}: {error}")
            continue
        if not text.endswith("</html>"):
            told["mixed"].append(text)
        edition = text.split(":")[0]
        if edition not in told["seen"]:
            told["seen"].append(edition)
    print("runde", flush=True)
print(json.dumps(told), flush=True)
"""


def make_site(folder: Path, text: str) -> Path:
    """A small whole site whose every page begins with text."""
    for name in PAGES:
        write(folder / name, f"{text}: {name}</html>")
    places = ("https://a.example/", "https://a.example/cases/", "https://a.example/cases/a/")
    write(folder / "sitemap.xml", "".join(f"<loc>{place}</loc>" for place in places))
    write(folder / "assets" / "main.css", text)
    return folder


def seen(folder: Path) -> dict[str, str]:
    """What readers see: every file with its text."""
    now = folder / "nu"
    return {
        file.relative_to(now).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(now.rglob("*"))
        if file.is_file()
    }


def refused(site: Path, folder: Path, keep: int = 3) -> str:
    """The sentence with which a site is refused."""
    with pytest.raises(RefusedError) as caught:
        publish.publish(site, folder, keep)
    return str(caught.value)


def test_a_site_is_published_and_the_oldest_editions_go(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    names = [publish.publish(make_site(site, f"udgave {number}"), folder) for number in range(5)]
    assert seen(folder)["index.html"] == "udgave 4: index.html</html>"
    assert len(seen(folder)) == len(PAGES) + 2
    assert len(publish.kept(folder)) == 3 and publish.current(folder) == names[-1]
    assert {path.name for path in folder.iterdir()} == {"nu", "udgaver", ".laas"}


def test_one_can_go_back_and_then_no_further(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    for number in range(2):
        publish.publish(make_site(site, f"udgave {number}"), folder)
    go_back(folder)
    assert seen(folder)["index.html"].startswith("udgave 0")
    with pytest.raises(RefusedError, match="ingen udgave før"):
        go_back(folder)


# Readers


def test_readers_in_a_loop_never_miss_a_file(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    publish.publish(make_site(site, "0"), folder, 2)
    command = [sys.executable, "-c", READER, str(folder / "nu"), json.dumps(PAGES), str(READS)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as reader:
        assert reader.stdin and reader.stdout
        for number in range(1, 7):
            assert reader.stdout.readline() == "runde\n"
            publish.publish(make_site(site, str(number)), folder, 2)
        reader.stdin.close()
        told = json.loads(reader.stdout.read().splitlines()[-1])
    assert told["missed"] == [] and told["mixed"] == []
    assert told["reads"] >= READS and len(told["seen"]) >= 2


def test_a_reader_does_miss_files_where_a_site_is_copied_in_place(tmp_path: Path) -> None:
    """The check itself: what the script avoids, a reader would have seen."""
    folder = tmp_path / "www"
    make_site(folder / "nu", "0")
    (folder / "nu" / "cases" / "a" / "index.html").unlink()
    write(folder / "nu" / "index.html", "0: halv")
    result = subprocess.run(
        [sys.executable, "-c", READER, str(folder / "nu"), json.dumps(PAGES), "1"],
        input="", capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    told = json.loads(result.stdout.splitlines()[-1])
    assert told["missed"] and told["mixed"]


# Killed at any step


def killed_at(number: int, site: Path, folder: Path) -> bool:
    """Publish in a process that kills itself before its change of that number; False where there were not so many."""
    child = os.fork()
    if child == 0:
        left = number

        def count(event: str, details: tuple[object, ...]) -> None:
            nonlocal left
            if event in CHANGES or (event == "open" and int(str(details[2])) & (os.O_WRONLY | os.O_RDWR)):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        try:
            publish.publish(site, folder, 2)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def test_a_run_killed_at_any_step_leaves_old_or_new_whole(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    publish.publish(make_site(site, "0"), folder, 2)
    publish.publish(make_site(site, "1"), folder, 2)
    outcomes = []
    number = 1
    while True:
        before = seen(folder)
        make_site(site, f"forsøg {number}")
        was_killed = killed_at(number, site, folder)
        after = seen(folder)
        new = {file.relative_to(site).as_posix(): file.read_text() for file in site.rglob("*") if file.is_file()}
        assert after in (before, new), number
        if not was_killed:
            break
        outcomes.append(after == new)
        number += 1
    # Both sides of the switch were tried, at many steps; the last run, which nobody killed, tidied up after all.
    assert len(outcomes) >= 50 and False in outcomes and True in outcomes
    assert {path.name for path in folder.iterdir()} == {"nu", "udgaver", ".laas"}
    assert len(list((folder / "udgaver").iterdir())) == 2


# What is refused


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda site: (site / "index.html").unlink(), "index.html mangler"),
        (lambda site: (site / "cases/a/index.html").unlink(), "cases/a/index.html mangler"),
        (lambda site: write(site / "cases/index.html", "<html><p>afbr"), "cases/index.html er ikke skrevet færdig"),
        (lambda site: write(site / "404.html", ""), "404.html er ikke skrevet færdig"),
        (lambda site: write(site / "sitemap.xml", "<urlset></urlset>"), "sitemap.xml nævner ingen sider"),
    ],
)
def test_a_half_build_never_replaces_a_good_one(spoil: object, said: str, tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    publish.publish(make_site(site, "god"), folder)
    before = seen(folder)
    make_site(site, "halv")
    spoil(site)  # type: ignore[operator]
    assert said in refused(site, folder)
    assert seen(folder) == before


def test_a_site_that_changes_while_it_is_copied_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    publish.publish(make_site(site, "god"), folder)
    before, list_files = seen(folder), publish.listing

    def meanwhile(listed: Path) -> dict[str, int]:
        write(site / "assets" / "main.css", "længere end før")
        return list_files(listed)

    monkeypatch.setattr(publish, "listing", meanwhile)
    assert "ændret under kopieringen" in refused(site, folder)
    assert seen(folder) == before and len(publish.kept(folder)) == 1


def test_a_full_disk_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site, folder = tmp_path / "site", tmp_path / "www"
    publish.publish(make_site(site, "god"), folder)
    before = seen(folder)

    def full(_: Path, target: Path) -> None:
        write(target / "index.html", "halv")
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(publish.shutil, "copytree", full)
    monkeypatch.setattr(publish, "ensure", lambda _: None)
    with pytest.raises(SystemExit):
        publish.main([str(folder), "--site-dir", str(site)])
    assert "No space left on device). Læserne ser det samme som før." in capsys.readouterr().err
    assert seen(folder) == before


def test_two_at_once_are_kept_apart(tmp_path: Path) -> None:
    site, folder = make_site(tmp_path / "site", "god"), tmp_path / "www"
    folder.mkdir()
    with publish.locked(folder):
        assert "En anden udgivelse er i gang." in refused(site, folder)
    publish.publish(site, folder)


def test_a_real_folder_is_never_overwritten(tmp_path: Path) -> None:
    site, folder = make_site(tmp_path / "site", "god"), tmp_path / "www"
    write(folder / "nu" / "egen.txt", "min")
    assert "ikke scriptets eget link" in refused(site, folder)
    assert (folder / "nu" / "egen.txt").read_text(encoding="utf-8") == "min"


def test_folders_inside_each_other_and_too_few_editions_are_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "god")
    assert "i hinanden" in refused(site, site / "www")
    assert "i hinanden" in refused(site, tmp_path)
    assert "mindst to" in refused(site, tmp_path / "www", keep=1)


def test_windows_is_told_plainly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(publish, "WINDOWS", True)
    with pytest.raises(SystemExit):
        publish.main(["www"])
    assert "På Windows kan en mappe ikke skiftes ud i ét skridt" in capsys.readouterr().err


def test_the_command_ends_with_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(publish, "ensure", lambda _: None)
    site, folder = make_site(tmp_path / "site", "god"), tmp_path / "www"
    assert publish.main([str(folder), "--site-dir", str(site)]) == 0
    assert "Næste skridt: peg webserveren på" in capsys.readouterr().out.splitlines()[-1]


def test_the_readme_names_the_command() -> None:
    assert "scripts/publish.py" in (ROOT / "README.md").read_text(encoding="utf-8")
