"""Which cases and agreements nobody has held up against their source for a long time, told as one issue."""

from __future__ import annotations

from datetime import date

from macros.ground.danish import format_date
from macros.library.content import Content
from macros.sharing.citations import citable
from macros.sharing.review_calendar import REVIEW_MONTHS, due


def review_report(content: Content, today: date) -> dict[str, object]:
    """The one issue about reviews, as macros.editing.github_posts takes it; the longest unseen stand first."""
    late = sorted(
        (item for item in citable(content) if due(item.gennemgaaet) <= today),
        key=lambda item: (item.gennemgaaet, item.id),
    )
    lines = [f"- [ ] {item.titel} (`{item.id}`), sidst gennemgået {format_date(item.gennemgaaet)}" for item in late]
    how = (
        "\n\nHold hver af dem op mod kilden. Ret det, der er forkert, og skriv dagen i feltet `gennemgaaet`. "
        "Er intet forkert, så ret kun dagen."
    )
    body = f"Ingen har gennemgået dem her i {REVIEW_MONTHS} måneder:\n\n" + "\n".join(lines) + how
    if not late:
        body = f"Alt er gennemgået inden for {REVIEW_MONTHS} måneder."
    return {"mark": "gennemgang", "title": "Cases og aftaler, der skal gennemgås", "body": body, "open": bool(late)}
