"""What has not been held up against its source for 24 months."""

from __future__ import annotations

from datetime import date

from macros.editing.review_due import review_report
from macros.library.content import Content


def test_nothing_is_due_when_all_is_fresh(content: Content) -> None:
    report = review_report(content, date(2026, 11, 22))
    assert report["open"] is False and "inden for 24 måneder" in str(report["body"])


def test_what_is_due_is_named_on_the_day_and_not_before(content: Content) -> None:
    assert review_report(content, date(2028, 11, 21))["open"] is False
    body = str(review_report(content, date(2028, 11, 22))["body"])
    assert "- [ ] Horsens Alliancen (`horsens-alliancen`), sidst gennemgået 22. november 2026" in body
    assert body.count("- [ ] ") == len(content.cases) + len(content.agreements)
