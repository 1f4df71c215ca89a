"""What machines write on GitHub: harmless text, one comment, one issue; GitHub is played by a list of calls."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from macros.editing.github_posts import (
    COMMENT_MARK,
    MOST_BYTES,
    comment_of,
    harmless,
    post_comment,
    post_issue,
    proposal_number,
)
from scripts import post_to_github

HEAD = "a" * 40
BOT = {"login": "github-actions[bot]"}


class GitHub:
    """Answers from a table, and remembers what was written."""

    def __init__(self, **answers: Any) -> None:
        self.answers, self.written = answers, list[tuple[str, str, Any]]()

    def __call__(self, method: str, path: str, body: Mapping[str, object] | None) -> Any:
        if method != "GET":
            self.written.append((method, path, body))
            return None
        kind = "pull" if path.startswith("pulls/") else "comments" if "comments" in path else "issues"
        return self.answers[kind]


@pytest.mark.parametrize("data", [b"", b"0", b"01", b"1\n", b" 1", b"-1", b"1" * 10, b"1; rm", "１".encode(), b"\xff"])
def test_a_number_is_digits_only(data: bytes) -> None:
    with pytest.raises(ValueError, match="ikke et tal"):
        proposal_number(data)
    assert proposal_number(b"123456789") == 123456789


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Case 12: tallet 17 er blevet 18", "Case 12: tallet 17 er blevet 18"),
        ("## Nyt\n\n- »æøå«: **fed**", "## Nyt\n\n- »æøå«: **fed**"),
        ("@alle", "&#64;alle"),
        ("<img src=x>", "&lt;img src=x>"),
        ("![x](https://x.dk/p.png)", "![x]&#40;https:&#47;&#47;x.dk/p.png)"),
        ("&lt;", "&amp;lt;"),
        ("```", "&#96;&#96;&#96;"),
        ("»ord« er blevet `<b> @x & y`, @z", "»ord« er blevet `<b> @x & y`, &#64;z"),
        ("a ` b\n`@alle`", "a &#96; b\n&#96;&#64;alle&#96;"),
        ("\\` `@alle` `", "\\&#96; &#96;&#64;alle&#96; &#96;"),
        ("``@alle`` `", "&#96;&#96;&#64;alle&#96;&#96; &#96;"),
    ],
)
def test_text_keeps_its_words_and_loses_its_powers(text: str, shown: str) -> None:
    assert harmless(text.encode()) == shown


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"x" * (MOST_BYTES + 1), "fylder mere"), ("blå".encode("cp1252"), "UTF-8"), (b"a\x00b", "usynlige"),
        ("a\u202eb".encode(), "usynlige"), ("\ufeffa".encode(), "usynlige"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        harmless(data)
    assert harmless(b"x" * MOST_BYTES)


def handed_over(folder: Path, number: bytes = b"7", text: bytes = b"Nyt") -> Path:
    """What the check leaves behind."""
    (folder / "nummer.txt").write_bytes(number)
    (folder / "aendringer.md").write_bytes(text)
    return folder


def test_only_plain_files_of_a_fair_size_are_read(tmp_path: Path) -> None:
    assert comment_of(handed_over(tmp_path)) == (7, f"{COMMENT_MARK}\nNyt")
    (tmp_path / "nummer.txt").unlink()
    (tmp_path / "nummer.txt").symlink_to("/etc/hostname")
    with pytest.raises(ValueError, match=r"nummer\.txt"):
        comment_of(tmp_path)
    (tmp_path / "nummer.txt").unlink()
    with pytest.raises(ValueError, match=r"nummer\.txt"):
        comment_of(tmp_path)


def test_there_is_one_comment_and_it_is_mended() -> None:
    strangers = [{"id": 1, "user": {"login": "x"}, "body": COMMENT_MARK}, {"id": 2, "user": BOT, "body": "andet"}]
    github = GitHub(pull={"head": {"sha": HEAD}}, comments=strangers)
    post_comment(github, 7, "Nyt", HEAD)
    assert github.written == [("POST", "issues/7/comments", {"body": "Nyt"})]
    github = GitHub(
        pull={"head": {"sha": HEAD}}, comments=[*strangers, {"id": 3, "user": BOT, "body": f"{COMMENT_MARK}\nGammelt"}]
    )
    post_comment(github, 7, "Nyt", HEAD)
    assert github.written == [("PATCH", "issues/comments/3", {"body": "Nyt"})]


@pytest.mark.parametrize("head", ["b" * 40, ""])
def test_a_proposal_that_moved_on_or_is_anothers_gets_nothing(head: str) -> None:
    github = GitHub(pull={"head": {"sha": HEAD}}, comments=[])
    with pytest.raises(ValueError, match="et andet"):
        post_comment(github, 7, "Nyt", head)
    assert github.written == []


MARK = "<!-- alliancebanken: henvisninger -->"
REPORT = {"mark": "henvisninger", "title": "T", "body": "B", "open": True}
OLD = {"number": 4, "body": f"{MARK}\nGammelt"}


@pytest.mark.parametrize(
    ("issues", "is_open", "written"),
    [
        ([], True, [("POST", "issues", {"title": "T", "body": f"{MARK}\nB"})]),
        ([], False, []),
        ([OLD], True, [("PATCH", "issues/4", {"title": "T", "body": f"{MARK}\nB"})]),
        ([OLD], False, [("PATCH", "issues/4", {"title": "T", "body": f"{MARK}\nB", "state": "closed"})]),
        ([OLD | {"pull_request": {}}], False, []),
        ([OLD | {"body": None}], False, []),
    ],
)
def test_there_is_one_issue_for_each_report(issues: list[Any], is_open: bool, written: list[Any]) -> None:
    github = GitHub(issues=issues)
    post_issue(github, REPORT | {"open": is_open})
    assert github.written == written


def test_the_command_says_what_it_did_and_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    github = GitHub(pull={"head": {"sha": HEAD}}, comments=[], issues=[])
    monkeypatch.setattr(post_to_github, "api", github)
    assert post_to_github.main(["comment", str(handed_over(tmp_path)), "--head", HEAD]) == 0
    assert "Kommentaren er skrevet." in capsys.readouterr().out
    with pytest.raises(SystemExit):
        post_to_github.main(["comment", str(handed_over(tmp_path, number=b"x")), "--head", HEAD])
    assert "Intet er skrevet på GitHub: nummeret er ikke et tal." in capsys.readouterr().err
    with pytest.raises(SystemExit):
        post_to_github.main(["issue", str(tmp_path / "mangler.json")])
