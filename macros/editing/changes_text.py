"""Changes as Markdown for a comment: whatever the words hold, they call nobody, link nowhere and hide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from macros.editing.changes import Change

MOST_BYTES = 50_000
MOST_LINES = 40
_CUT = "Resten er for langt til en kommentar; se filerne."


def changes_text(changes: Iterable[Change], remarks: Iterable[str] = ()) -> str:
    """The changes by section, then remarks, each already safe; cut to what GitHub takes for one comment."""
    lines = ["## Det ændrer forslaget", ""]
    section = ""
    for change in changes:
        if change.section != section:
            section = change.section
            lines += [f"### {section}", ""]
        lines += [f"**{change.heading}**", ""]
        lines += [f"- {line}" for line in change.lines[:MOST_LINES]]
        if len(change.lines) > MOST_LINES:
            lines.append(f"- … og {len(change.lines) - MOST_LINES} ændringer mere i filen.")
        lines.append("")
    if not section:
        lines += ["Forslaget ændrer intet i cases, aftaler, klausuler, lister eller sider.", ""]
    lines += [line for remark in remarks for line in (remark, "")]
    return _cut("\n".join(lines).rstrip() + "\n")


def _cut(text: str) -> str:
    if len(text.encode()) <= MOST_BYTES:
        return text
    kept = text.encode()[: MOST_BYTES - len(_CUT.encode()) - 4].decode("utf-8", "ignore")
    return re.sub(r"\n[^\n]*$", "", kept) + f"\n\n{_CUT}\n"
