"""The commands in scripts/: what a person reads, the exit code, and that nothing is damaged on the way."""

from __future__ import annotations

import ast
import hashlib
import http.client
import os
import re
import runpy
import shutil
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import pytest

from scripts import bake, browser, build, changes, environment, import_cases, new_case, serve, test, validate
from tests.examples import write_case

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
COMMANDS = [path for path in SCRIPTS if path.stem != "environment"]
MODULES = {path.stem: import_module(f"scripts.{path.stem}") for path in COMMANDS}
# What a command cannot do without.
NEEDED = {
    "bake": ["x"],
    "changes": ["main"],
    "import_cases": ["x"],
    "check_links": ["x"],
    "lighthouse": ["x"],
    "make_cases": ["--count", "1", "--out", "x"],
    "post_to_github": ["issue", "x"],
    "publish": ["x"],
    "review_due": ["x"],
    "review_packages": ["x"],
}
BROKEN = "titel: [aldrig lukket\n"


@pytest.fixture
def no_setup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a main function run in the Python of the tests."""
    for module in MODULES.values():
        monkeypatch.setattr(module, "ensure", lambda _requirements: None, raising=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project that MkDocs can build, with an older site in place."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Forside\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Prøve\ntheme: {name: mkdocs}\n", encoding="utf-8")
    old_site(tmp_path / "site")
    return tmp_path


def old_site(site: Path, text: str = "gammel") -> Path:
    """A folder that looks like a built site."""
    site.mkdir()
    for name in ("index.html", "sitemap.xml"):
        (site / name).write_text(text, encoding="utf-8")
    return site


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file in a folder with its hash."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def leftovers(folder: Path) -> list[str]:
    """The names of the folders that builds make beside the site."""
    return [path.name for path in folder.glob(".site-*")]


# Python and packages


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_an_old_python_can_read_the_scripts(script: Path) -> None:
    ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("script", COMMANDS, ids=lambda path: path.stem)
def test_an_old_python_gets_a_sentence(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
    monkeypatch.setattr(sys, "path", [*sys.path])
    for name in [name for name in sys.modules if name == "scripts" or name.startswith("scripts.")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(script), run_name="__main__")
    assert "kræver Python 3.11 eller nyere, og dette er Python 3.9" in str(stopped.value)
    assert "Næste skridt: " in str(stopped.value)


def test_the_oldest_python_allowed_is_fine() -> None:
    assert environment.python_fault((3, 11)) == ""
    assert environment.python_fault((3, 10)) != ""


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("ensurepip is not available. On Debian/Ubuntu systems, you need to install", "»venv« mangler"),
        ("/usr/bin/python3: No module named venv", "»venv« mangler"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "Disken er fuld"),
        ("Error: [Errno 13] Permission denied: '/opt/x/.venv'", "kan ikke skrives i"),
        ("Error: [Errno 30] Read-only file system: '/opt/x/.venv'", "kan ikke skrives i"),
        ("[WinError 5] Adgang nægtet: 'C:\\\\x\\\\.venv'", "kan ikke skrives i"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "kontrolsummen passer ikke"),
        ("WARNING: Retrying … SSLError(SSLCertVerificationError(1, …", "certifikat"),
        ("WARNING: Retrying … NewConnectionError(…)\nERROR: No matching distribution found for x", "ingen forbindelse"),
        ("ERROR: No matching distribution found for lxml==6.1.3", "passer til denne maskine"),
        ("Error: Command '['python', '-m', 'ensurepip']' returned non-zero exit status 1.", "blev ikke færdigt"),
        ("INFO: x\nERROR: noget helt nyt\nefter", "ERROR: noget helt nyt"),
        ("", "ingen forklaring"),
    ],
)
def test_a_failed_install_is_explained(output: str, said: str) -> None:
    text, then = environment.explain(output)
    assert said in text
    assert "kommandoen igen" in then or "prøv igen" in then


def test_the_development_packages_include_those_of_the_site() -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"(?m)^[\w.-]+==.*(?= \\$)", (ROOT / name).read_text(encoding="utf-8")))

    assert pins("requirements.txt")
    assert pins("requirements.txt") <= pins("requirements-dev.txt")


def test_first_start_without_network_gives_a_sentence_and_can_be_repeated(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "requirements.txt").write_text(f"alliancebanken-findes-ikke==1 --hash=sha256:{'0' * 64}\n")
    (tmp_path / ".venv" / "lib").mkdir(parents=True)
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    environ |= {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1", "PIP_CONFIG_FILE": os.devnull}

    def start() -> subprocess.CompletedProcess[str]:
        command = [getattr(sys, "_base_executable", sys.executable), "scripts/validate.py"]
        return subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, encoding="utf-8")

    first, second = start(), start()
    assert (first.returncode, second.returncode) == (1, 1)
    assert ".venv er kun halvt færdigt" in first.stdout
    assert "Laver et lokalt Python-miljø" not in second.stdout, "the environment made the first time is whole"
    for result in (first, second):
        assert "ingen forbindelse til pakkelageret" in result.stderr
        assert "Næste skridt: tjek netforbindelsen" in result.stderr
        assert "Traceback" not in result.stdout + result.stderr


def test_an_install_that_was_cut_short_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".unfinished").touch()
    monkeypatch.setattr(environment, "UNFINISHED", tmp_path / ".unfinished")
    monkeypatch.setattr(environment, "VENV", Path(sys.prefix))
    with pytest.raises(SystemExit):
        environment.ensure("requirements.txt")
    assert "slet mappen .venv" in capsys.readouterr().err


# What every script has in common


@pytest.mark.parametrize("name", MODULES)
@pytest.mark.usefixtures("no_setup")
def test_help_is_danish(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        MODULES[name].main(["--help"])
    shown = capsys.readouterr().out
    assert stopped.value.code == 0
    assert shown.startswith("Brug: ") and "vis denne hjælp" in shown
    assert not re.search(r"usage|options|positional|show this", shown)


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {"test"}))
@pytest.mark.usefixtures("no_setup")
def test_an_unknown_option_gives_a_sentence(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        MODULES[name].main(["--findes-ikke", *NEEDED.get(name, ())])
    shown = capsys.readouterr().err
    assert stopped.value.code == 1
    assert "Kommandoen kender ikke »--findes-ikke«" in shown and "--help" in shown


def test_an_unforeseen_error_gives_a_sentence_and_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "ERROR_LOG", tmp_path / ".cache" / "fejl.txt")
    with pytest.raises(SystemExit) as stopped:
        environment.run(lambda _arguments: 1 // 0)
    shown = capsys.readouterr()
    assert stopped.value.code == 1
    assert "Noget uventet gik galt: ZeroDivisionError" in shown.err
    assert "Traceback" not in shown.out + shown.err
    assert "Traceback" in (tmp_path / ".cache" / "fejl.txt").read_text(encoding="utf-8")


def test_an_interrupted_script_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    def main(_arguments: object) -> int:
        raise KeyboardInterrupt

    with pytest.raises(SystemExit) as stopped:
        environment.run(main)
    assert stopped.value.code == 130
    assert capsys.readouterr().err.strip() == "Afbrudt."


# validate


def run_validate(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in the Python of the tests."""
    command = [sys.executable, str(ROOT / "scripts" / "validate.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")


def test_validate_says_in_one_line_that_all_is_well(tmp_path: Path) -> None:
    for name in validate.FOLDERS:
        shutil.copytree(ROOT / name, tmp_path / name)
    cases = len(list((tmp_path / "cases").glob("[!_]*.yml")))
    result = run_validate("--root", str(tmp_path))
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.count("\n") == 1
    assert result.stdout.startswith(f"Alt er i orden: {validate.counted(cases, 'case', 'cases')}, ")
    assert "Næste skridt: " in result.stdout


def test_validate_reports_a_fault_on_stdout(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "oedelagt.yml").write_text(BROKEN, encoding="utf-8")
    result = run_validate("--root", str(tmp_path))
    assert result.returncode == 1
    assert "cases/oedelagt.yml:" in result.stdout
    assert "Næste skridt: ret fejlene" in result.stdout
    assert result.stderr == ""


@pytest.mark.usefixtures("no_setup")
def test_validate_puts_faults_on_their_lines_on_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, nummer="::error::tolv")
    assert validate.main(["--root", str(tmp_path), "--github"]) == 1
    first, stop, *report, again, _ = capsys.readouterr().out.splitlines()
    assert first.startswith("::error file=cases/lodser-i-nordby.yml,line=")
    assert "title=nummer::»::error::tolv« er ikke et tal (forventet: et tal som 9.000 eller 42,5)%0ATip: " in first
    assert stop.startswith("::stop-commands::") and again == f"::{stop.rpartition('::')[2]}::"
    assert report[0].startswith("cases/lodser-i-nordby.yml:") and "1 fejl i 1 fil." in report


@pytest.mark.usefixtures("no_setup")
def test_validate_gives_advice_when_asked_and_stops_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_case(tmp_path, kort="x" * 201)
    assert validate.main(["--root", str(tmp_path)]) == 0
    assert "råd" not in capsys.readouterr().out
    assert validate.main(["--root", str(tmp_path), "--raad"]) == 0
    said = capsys.readouterr().out
    assert "Et råd er ikke en fejl" in said and "kort: teksten er på 201 tegn" in said
    assert validate.main(["--root", str(tmp_path), "--raad", "--github"]) == 0
    assert "::notice file=cases/lodser-i-nordby.yml" in capsys.readouterr().out


@pytest.mark.parametrize(("folder", "said"), [("findes-ikke", "findes ikke"), (".", "har hverken cases/")])
def test_validate_needs_a_folder_with_content(tmp_path: Path, folder: str, said: str) -> None:
    result = run_validate("--root", str(tmp_path / folder))
    assert result.returncode == 1
    assert said in result.stderr and "Næste skridt: " in result.stderr
    assert "Traceback" not in result.stderr


def test_nouns_follow_their_number() -> None:
    content = SimpleNamespace(cases=(1,), agreements=(1, 2), clauses=())
    assert validate.summary(content) == "Alt er i orden: 1 case, 2 aftaler, 0 klausultyper."  # type: ignore[arg-type]


# build


def test_build_replaces_the_old_site(project: Path) -> None:
    assert build.build(project, project / "site") == []
    assert "Forside" in (project / "site" / "index.html").read_text(encoding="utf-8")
    assert leftovers(project) == []


def test_an_address_left_empty_is_no_address(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting on the host that nobody filled in comes as an empty variable; one that is filled in counts."""
    config = project / "mkdocs.yml"
    own = config.read_text(encoding="utf-8") + 'site_url: !ENV [SITE_URL, "https://egen.example/"]\n'
    config.write_text(own, encoding="utf-8")
    for given, published in (("", "https://egen.example/"), ("https://valgt.example/", "https://valgt.example/")):
        monkeypatch.setenv("SITE_URL", given)
        assert build.build(project, project / "site") == []
        assert f"<loc>{published}</loc>" in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_a_failed_build_leaves_the_old_site(project: Path) -> None:
    (project / "docs" / "index.md").write_text("[et brudt link](findes-ikke.md)\n", encoding="utf-8")
    before = fingerprint(project / "site")
    faults = build.build(project, project / "site")
    assert any("findes-ikke.md" in line for line in faults)
    assert not any(line.startswith("INFO") for line in faults)
    assert fingerprint(project / "site") == before
    assert leftovers(project) == []
    assert "INFO" in (project / ".cache" / "build.log").read_text(encoding="utf-8")


@pytest.mark.usefixtures("no_setup")
def test_broken_content_stops_the_build_and_leaves_the_old_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "ROOT", project)
    (project / "cases" / "oedelagt.yml").write_text(BROKEN, encoding="utf-8")
    before = fingerprint(project / "site")
    assert build.main([]) == 1
    assert "cases/oedelagt.yml:" in capsys.readouterr().out
    assert fingerprint(project / "site") == before
    assert leftovers(project) == []


@pytest.mark.usefixtures("no_setup")
def test_build_ends_with_size_and_next_step(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "ROOT", project)
    monkeypatch.setattr(build, "checked_content", lambda _root: object())
    assert build.main(["--site-dir", str(project / "ny" / "udgave")]) == 0
    *_, told, then = capsys.readouterr().out.splitlines()
    assert re.search(r"2 sider, \d+,\d MB, \d+,\d s\.$", told)
    assert then.startswith("Næste skridt: læg mappen udgave/ på webserveren")


@pytest.mark.usefixtures("no_setup")
def test_build_overwrites_nothing_but_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brev.txt").write_text("vigtigt", encoding="utf-8")
    with pytest.raises(SystemExit) as stopped:
        build.main(["--site-dir", str(tmp_path)])
    assert stopped.value.code == 1
    assert "rummer andet end en bygget side" in capsys.readouterr().err
    assert (tmp_path / "brev.txt").read_text(encoding="utf-8") == "vigtigt"
    assert not build.replaceable(ROOT) and not build.replaceable(ROOT.parent)


def test_faults_are_picked_from_the_output() -> None:
    output = (
        "INFO    -  Building\nWARNING -  Doc file 'a.md' contains\ntwo lines\nINFO    -  More\n"
        'Traceback (most recent call last):\n  File "x.py", line 1\nValueError: grunden\n'
    )
    assert build.faults_in(output) == [
        "WARNING -  Doc file 'a.md' contains",
        "two lines",
        "ValueError: grunden",
    ]


def test_swap_puts_the_old_site_back_when_the_new_one_is_missing(tmp_path: Path) -> None:
    site = old_site(tmp_path / "site")
    before = fingerprint(site)
    with pytest.raises(FileNotFoundError):
        build.swap(tmp_path / "findes-ikke", site)
    assert fingerprint(site) == before
    assert leftovers(tmp_path) == []


def test_swap_works_where_there_is_no_site_yet(tmp_path: Path) -> None:
    build.swap(old_site(tmp_path / "aside", "ny"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "ny"


def test_swap_wins_over_a_build_that_was_quicker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, aside = old_site(tmp_path / "site"), old_site(tmp_path / "aside", "ny")
    rename, others = Path.rename, ["den andens"]

    def rename_after_another(path: Path, target: Path) -> Path:
        if path == aside and others:
            old_site(site, others.pop())
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", rename_after_another)
    build.swap(aside, site)
    assert not others
    assert (site / "index.html").read_text(encoding="utf-8") == "ny"
    assert leftovers(tmp_path) == []


def test_leftovers_of_killed_builds_are_cleared_after_an_hour(tmp_path: Path) -> None:
    site = old_site(tmp_path / "site")
    long_ago = int(time.time()) - build.KEPT_FOR - 60
    stale = [tmp_path / f".site-{kind}-site-{long_ago}-0123abcd" for kind in ("new", "old")]
    of_another = tmp_path / f".site-new-andet-{long_ago}-0123abcd"
    running = build.leftover(site, "new")
    for path in (*stale, of_another, running):
        path.mkdir()
    build.clear_leftovers(site)
    assert not any(path.exists() for path in stale)
    assert running.exists() and of_another.exists() and site.exists()


def test_a_site_lost_in_mid_swap_comes_back(tmp_path: Path) -> None:
    before = fingerprint(old_site(tmp_path / f".site-old-site-{int(time.time())}-0123abcd"))
    build.clear_leftovers(tmp_path / "site")
    assert fingerprint(tmp_path / "site") == before


# bake


def test_bake_writes_pages_and_can_be_repeated(tmp_path: Path) -> None:
    docs, folder = tmp_path / "docs", tmp_path / "ud"
    docs.mkdir()
    (docs / "index.md").write_text("# Forside\n", encoding="utf-8")
    text, data = SimpleNamespace(content="æøå\n"), SimpleNamespace(content=b"\x00\xff")
    bake.bake(docs, {"cases/a.md": text, "gammel.bin": data}, folder)  # type: ignore[dict-item]
    assert bake.replaceable(folder)
    bake.bake(docs, {"cases/a.md": text, "ny.bin": data}, folder)  # type: ignore[dict-item]
    assert fingerprint(folder).keys() == {"index.md", "cases/a.md", "ny.bin", bake.MARK}
    assert (folder / "cases" / "a.md").read_bytes() == "æøå\n".encode()
    assert leftovers(tmp_path) == []


@pytest.mark.usefixtures("no_setup")
def test_bake_writes_the_whole_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bake.main([str(tmp_path / "ud")]) == 0
    written = fingerprint(tmp_path / "ud").keys()
    assert {"index.md", "data/cases.json", "data/feed.xml", "assets/main.css"} <= written
    cases = {f"cases/{path.stem}.md" for path in (ROOT / "cases").glob("[!_]*.yml")}
    assert cases and cases <= written
    assert "Næste skridt: sæt docs_dir" in capsys.readouterr().out


def test_bake_refuses_two_sources_for_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").touch()
    with pytest.raises(SystemExit):
        bake.bake(tmp_path / "docs", {"index.md": SimpleNamespace(content="")}, tmp_path / "ud")  # type: ignore[dict-item]
    assert "docs/index.md er også en genereret side" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


@pytest.mark.usefixtures("no_setup")
def test_bake_refuses_a_folder_it_did_not_make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "brev.txt").touch()
    for folder in (tmp_path, ROOT / "docs" / "ud"):
        with pytest.raises(SystemExit):
            bake.main([str(folder)])
        assert "bliver ikke overskrevet" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


# serve


@pytest.mark.usefixtures("no_setup")
def test_serve_says_that_the_port_is_taken(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as stopped:
            serve.main(["--port", str(port)])
    shown = capsys.readouterr().err
    assert stopped.value.code == 1
    assert f"Port {port} på 127.0.0.1 er optaget" in shown
    assert "serve.py --port " in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--port", "otte"], "»otte« er ikke en port"),
        (["--port", "70000"], "»70000« er ikke en port"),
        (["--host", "a b"], "Adressen »a b« findes ikke"),
    ],
)
@pytest.mark.usefixtures("no_setup")
def test_serve_wants_a_usable_address(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        serve.main(arguments)
    assert said in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to the whole console")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_serve_watches_for_changes_and_stops_politely(project: Path, number: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    program = (
        "import sys; from pathlib import Path; from scripts import serve; "
        f"serve.ROOT = Path({str(project)!r}); sys.exit(serve.serve({address!r}))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    shown = ""
    for line in process.stdout:
        shown += line
        if "Serving on" in line:
            break
    connection = http.client.HTTPConnection(address, timeout=30)
    connection.request("GET", "/")
    page = connection.getresponse().read().decode()
    connection.close()
    process.send_signal(number)
    shown += process.communicate(timeout=30)[0]
    assert process.returncode == 0, shown
    assert "Forside" in page
    assert "Watching paths for changes" in shown
    assert "Traceback" not in shown


# browser


def test_a_named_browser_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert browser.find() == sys.executable
    monkeypatch.setenv("CHROMIUM", "findes-ikke")
    with pytest.raises(browser.NoBrowserError, match="peger på findes-ikke"):
        browser.find()


def test_a_snap_is_no_browser_for_tests() -> None:
    assert not browser.starts("/snap/bin/chromium")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="stubs are a thing of Linux")
def test_a_stub_is_no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.installed() is None


@pytest.mark.parametrize(
    ("apt", "ubuntu", "works", "tools"),
    [
        (True, False, True, ["apt-get", "apt-get", sys.executable]),
        (True, True, True, [sys.executable]),
        (False, False, True, [sys.executable]),
        (False, False, False, [sys.executable]),
    ],
)
def test_a_browser_is_fetched_where_there_is_none(
    apt: bool, ubuntu: bool, works: bool, tools: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "installed", lambda: None)
    monkeypatch.setattr(browser, "_may_use_apt", lambda: apt)
    monkeypatch.setattr(browser, "_is_ubuntu", lambda: ubuntu)
    monkeypatch.setattr(browser, "_is_root", lambda: True)
    monkeypatch.setattr(browser, "_call", lambda arguments: called.append(arguments) or works)
    if works:
        assert browser.find() is None
    else:
        with pytest.raises(browser.NoBrowserError, match="kunne ikke hentes"):
            browser.find()
    assert [arguments[0] for arguments in called] == tools


# test


@pytest.mark.usefixtures("no_setup")
def test_all_checks_run_and_the_failed_ones_are_listed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = (("første", ("-c", "print('grunden'); raise SystemExit(1)")), ("anden", ("-c", "print('stille')")))
    asked: list[list[str]] = []
    monkeypatch.setattr(test, "CHECKS", checks)
    monkeypatch.setattr(test, "run_pytest", lambda arguments: bool(asked.append(arguments)))
    assert test.main(["--fast", "-k", "noget"]) == 1
    shown = capsys.readouterr().out
    assert asked == [["-m", "not browser", "-k", "noget"]]
    assert "første: FEJL (" in shown and "grunden" in shown
    assert "anden: i orden (" in shown and "stille" not in shown
    assert shown.splitlines()[-2] == "Ikke i orden: første, test (pytest)."
    assert shown.splitlines()[-1].startswith("Næste skridt: ")


@pytest.mark.usefixtures("no_setup")
def test_a_change_of_content_meets_the_checks_of_content_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setenv(test.ADVICE, "")
    monkeypatch.setattr(test, "CHECKS", (("kode", ("-c", "raise SystemExit(1)")), ("indhold", ("-c", "print(1)"))))
    monkeypatch.setattr(test, "run_pytest", lambda arguments: asked.append(arguments) is None)
    assert test.main(["--indhold", "-x"]) == 0
    assert asked == [[*test.CONTENT_TESTS, "-x"]] and os.environ[test.ADVICE] == "1"
    for name in test.CONTENT_TESTS:
        file, _, function = name.removeprefix("--deselect=").partition("::")
        assert f"def {function}" in (ROOT / file).read_text(encoding="utf-8"), name
    monkeypatch.setattr(test, "CHECKS", (("indhold", ("-c", "raise SystemExit(1)")),))
    assert test.main(["--indhold"]) == 1
    assert "Næste skridt: ret det" in capsys.readouterr().out


@pytest.mark.usefixtures("no_setup")
def test_without_a_browser_the_other_tests_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def find() -> str:
        raise browser.NoBrowserError("Der er ingen.")

    asked: list[list[str]] = []
    monkeypatch.setattr(test, "CHECKS", ())
    monkeypatch.setattr(browser, "find", find)
    monkeypatch.setattr(test, "run_pytest", lambda arguments: asked.append(arguments) is None)
    assert test.main([]) == 1
    assert asked == [["-m", "not browser"]]
    assert "Ikke i orden: browser." in capsys.readouterr().out


@pytest.mark.usefixtures("no_setup")
def test_the_summary_of_pytest_stands_unaltered_near_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "test_a.py").write_text("def test_a(): pass\n", encoding="utf-8")
    monkeypatch.setattr(test, "CHECKS", ())
    assert test.main(["--fast", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert re.fullmatch(r"=* ?1 passed in [\d.]+s ?=*", lines[-4])
    assert lines[-3].startswith("test (pytest): i orden")
    assert lines[-2].startswith("Alt er i orden") and lines[-1].startswith("Næste skridt: ")


# What a proposal changes


@pytest.mark.usefixtures("no_setup")
def test_changes_are_told_against_a_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def git(*arguments: str) -> None:
        name = ["-c", "user.name=redaktion", "-c", "user.email=redaktion@alliancebanken.example"]
        subprocess.run(["git", *name, *arguments], cwd=tmp_path, check=True, capture_output=True)

    file = write_case(tmp_path, nummer="12")
    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "x")
    monkeypatch.setattr(changes, "ROOT", tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("1.200", "1.300"), encoding="utf-8")
    write_case(tmp_path, id="ny-case", titel="En ny @case")
    (tmp_path / "cases" / "ond.yml").symlink_to("/etc/hostname")
    assert changes.main(["HEAD"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("## Det ændrer forslaget\n")
    assert "**Case 12: »Lodser i Nordby«**\n\n- Nøgletal »Lodser i job«: tallet 1.200 er blevet 1.300\n" in said
    assert "**Case: `En ny @case`**" in said
    assert "**Indholdet har" in said
    assert changes.main(["HEAD", "--slags"]) == 0
    assert capsys.readouterr().out == "indhold\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "nyt.css").write_text("a {}", encoding="utf-8")
    assert changes.main(["HEAD", "--slags"]) == 0
    assert capsys.readouterr().out == "kode\n"
    with pytest.raises(SystemExit):
        changes.main(["--output=x"])
    with pytest.raises(SystemExit):
        changes.main(["findes-ikke"])
    assert "Git kender ikke »findes-ikke«" in capsys.readouterr().err


# New cases


SVAR = {
    "titel": "Lodser: i Nordby", "kort": "Kommunen lærer ledige op.", "tema": "3", "kommuner": "Fanø",
    "aktoerer.navn": "Fanø Kommune", "aktoerer.type": "kommune", "brancher": "turisme", "maalgrupper": "ledige",
    "virkemidler": "opkvalificering", "resultattyper": "opkvalificering-til-brancher", "kilde.udgivelse": "kl-2018",
}  # fmt: skip


def answered(**changes: str) -> list[str]:
    """The answers as options of the command line."""
    return [part for key, value in {**SVAR, **changes}.items() for part in ("--svar", f"{key}={value}")]


@pytest.mark.usefixtures("no_setup")
def test_a_new_case_without_questions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [*answered(), "--uden-spoergsmaal", "--to", str(tmp_path)]
    assert new_case.main(arguments) == 0
    text = (tmp_path / "lodser-i-nordby.yml").read_text(encoding="utf-8")
    assert '\ntitel: "Lodser: i Nordby"\n' in text and "\n# periode: " in text
    assert "Næste skridt: åbn filen" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        new_case.main(arguments)
    assert "findes allerede" in capsys.readouterr().err


@pytest.mark.usefixtures("no_setup")
def test_all_wrong_answers_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        new_case.main([*answered(tema="x", kort=" ", kommuner=""), "--uden-spoergsmaal", "--to", str(tmp_path)])
    said = capsys.readouterr().err
    assert "tema: ukendt værdi i _temaer.yml: »x«" in said
    assert "kort: feltet er tomt" in said
    assert "kommuner: skriv mindst én kommune" in said
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SystemExit):
        new_case.main(["--svar", "findes_ikke=x"])
    assert "intet felt »findes_ikke«" in capsys.readouterr().err


@pytest.mark.usefixtures("no_setup")
def test_a_new_case_by_questions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["Lodser i Nordby", "Dårligt Id", "", *list(SVAR.values())[1:-1], ""])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    assert new_case.main(["--to", str(tmp_path), "--svar", "kilde.udgivelse=kl-2018"]) == 0
    assert (tmp_path / "lodser-i-nordby.yml").exists()
    assert "er ikke et gyldigt id" in capsys.readouterr().out


@pytest.mark.usefixtures("no_setup")
def test_cases_from_a_spreadsheet_never_overwrite_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ark.csv"
    file.write_text("id;titel;ukendt\na;=1+1;x\n", encoding="utf-8")
    arguments = [str(file), "--to", str(tmp_path / "ud")]
    assert import_cases.main(arguments) == 1
    made = tmp_path / "ud" / "a.yml"
    assert "titel: =1+1\n" in made.read_text(encoding="utf-8")
    assert "ukendt: »x« kunne ikke placeres" in capsys.readouterr().out
    made.write_text("min egen", encoding="utf-8")
    assert import_cases.main(arguments) == 1
    assert made.read_text(encoding="utf-8") == "min egen"
    import_cases.main([*arguments, "--overwrite"])
    assert made.read_text(encoding="utf-8") != "min egen"
    with pytest.raises(SystemExit):
        import_cases.main([str(tmp_path / "findes-ikke.csv")])
