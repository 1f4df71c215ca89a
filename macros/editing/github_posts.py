"""What machines write on GitHub: one comment of changes for each proposal, and one issue for each kind of reminder.

What comes from a proposal is a stranger's: read as bytes, checked, and made harmless before it is shown. The caller
brings the way to GitHub, so that nothing here knows the network.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

MOST_BYTES = 60_000
COMMENT_MARK = "<!-- alliancebanken: aendringer -->"
# A name would call someone; a tag or an address could show or fetch something. Code stands as it is written.
_HARMLESS = (("&", "&amp;"), ("<", "&lt;"), ("@", "&#64;"), ("](", "]&#40;"), ("://", ":&#47;&#47;"))
_CODE = re.compile(r"(`[^`\n]*`)")
# method, path below the repository, body -> GitHub's answer
Api = Callable[[str, str, "Mapping[str, object] | None"], Any]


def proposal_number(data: bytes) -> int:
    """The number of a proposal from its file; ValueError for anything but one to nine digits."""
    if not re.fullmatch(rb"[1-9][0-9]{0,8}", data):
        raise ValueError("nummeret er ikke et tal")
    return int(data)


def harmless(data: bytes) -> str:
    """The text of changes, unable to call people, load pictures or hide; ValueError if it is no such text."""
    if len(data) > MOST_BYTES:
        raise ValueError(f"teksten fylder mere end {MOST_BYTES} byte")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise ValueError("teksten er ikke gemt som UTF-8") from None
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", text):
        raise ValueError("teksten har usynlige tegn")
    if not _pairs(text):
        return _escaped(text).replace("`", "&#96;")
    parts = _CODE.split(text)
    return "".join(part if index % 2 else _escaped(part) for index, part in enumerate(parts))


def _pairs(text: str) -> bool:
    """Whether GitHub surely sees the same pieces of code as we do: one mark before and one after, on one line."""
    return "``" not in text and "\\`" not in text and all(line.count("`") % 2 == 0 for line in text.splitlines())


def _escaped(text: str) -> str:
    for sign, shown in _HARMLESS:
        text = text.replace(sign, shown)
    return text


def comment_of(folder: Path) -> tuple[int, str]:
    """Number and text of the comment from what the check handed over; ValueError where it is not as agreed."""
    files = {name: folder / name for name in ("nummer.txt", "aendringer.md")}
    for name, file in files.items():
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MOST_BYTES:
            raise ValueError(f"{name} mangler eller er for stor")
    number = proposal_number(files["nummer.txt"].read_bytes())
    return number, f"{COMMENT_MARK}\n{harmless(files['aendringer.md'].read_bytes())}"


def post_comment(api: Api, number: int, text: str, head: str) -> str:
    """Write the comment, or mend the one that is there; ValueError when the proposal has moved on or is another's."""
    if api("GET", f"pulls/{number}", None)["head"]["sha"] != head:
        raise ValueError("forslaget er et andet eller er ændret siden tjekket")
    for comment in api("GET", f"issues/{number}/comments?per_page=100", None):
        if comment["user"]["login"] == "github-actions[bot]" and comment["body"].startswith(COMMENT_MARK):
            api("PATCH", f"issues/comments/{comment['id']}", {"body": text})
            return "Kommentaren er rettet."
    api("POST", f"issues/{number}/comments", {"body": text})
    return "Kommentaren er skrevet."


def post_issue(api: Api, report: Mapping[str, Any]) -> str:
    """Open, mend or close the one issue of a report: mark, title, body, and whether there is anything to do."""
    mark = f"<!-- alliancebanken: {report['mark']} -->"
    body = {"title": report["title"], "body": f"{mark}\n{report['body']}"}
    for issue in api("GET", "issues?state=open&creator=github-actions[bot]&per_page=100", None):
        if "pull_request" not in issue and (issue["body"] or "").startswith(mark):
            state = {} if report["open"] else {"state": "closed"}
            api("PATCH", f"issues/{issue['number']}", body | state)
            return "Sagen er rettet." if report["open"] else "Sagen er lukket, for der er intet at gøre."
    if not report["open"]:
        return "Der er intet at gøre, så ingen sag er åbnet."
    api("POST", "issues", body)
    return "Sagen er åbnet."
