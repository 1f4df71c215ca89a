"""What has not been held up against its source for 24 months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from macros.editing.review_due import review_report
from macros.library.content import Content

SEEN = date(2026, 11, 22)


@pytest.fixture
def seen(content: Content) -> Content:
    """The content as if all of it was held up against its source on one day."""

    def on_the_day(items: Any) -> Any:
        return tuple(item.model_copy(update={"gennemgaaet": SEEN}) for item in items)

    return replace(content, cases=on_the_day(content.cases), agreements=on_the_day(content.agreements))


def test_nothing_is_due_when_all_is_fresh(seen: Content) -> None:
    report = review_report(seen, date(2026, 11, 22))
    assert report["open"] is False and "inden for 24 måneder" in str(report["body"])


def test_what_is_due_is_named_on_the_day_and_not_before(seen: Content) -> None:
    assert review_report(seen, date(2028, 11, 21))["open"] is False
    body = str(review_report(seen, date(2028, 11, 22))["body"])
    assert "- [ ] Horsens Alliancen (`horsens-alliancen`), sidst gennemgået 22. november 2026" in body
    assert body.count("- [ ] ") == len(seen.cases) + len(seen.agreements)
