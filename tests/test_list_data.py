"""What the reader's list is given beside its cases: publications and the general lessons."""

from __future__ import annotations

from macros.finding.list_data import list_data
from macros.insight.lessons import all_lessons
from macros.library.content import Content


def test_every_cited_publication_can_be_named(content: Content) -> None:
    publications = list_data(content)["udgivelser"]
    for case in content.cases:
        cited = publications[case.kilde.udgivelse]
        assert cited["titel"] and cited["udgiver"] and cited["aar"]
    assert "\n" not in publications["kl-2018"]["rettigheder"]
    assert "undertitel" not in publications["kl-2018"], "kun det, listen bruger"


def test_the_general_lessons_come_with_their_addresses(content: Content) -> None:
    shown = list_data(content)["katalog"]["laering"]
    general = [lesson for lesson in all_lessons(content) if lesson.case is None]
    assert [(item["id"], item["adresse"]) for item in shown] == [(lesson.id, lesson.url) for lesson in general]
    assert all(lesson.reference == f"katalog#{lesson.id}" for lesson in general)
