"""The drawing of who works with whom: what is strong enough is drawn, and nothing stands outside or on another."""

from __future__ import annotations

import re

from macros.insight.partner_picture import DRAWN_FROM, MOST_DRAWN, WIDTH, partner_picture
from macros.insight.partners import kind_rows, pair_rows
from macros.library.content import Content
from scripts.measuring.synthetic_cases import content_of


def test_every_pair_with_enough_cases_is_drawn(content: Content) -> None:
    pairs = pair_rows(content)
    picture = partner_picture(kind_rows(content), pairs)
    strong = [pair for pair in pairs if len(pair.cases) >= DRAWN_FROM]
    assert len(picture.arcs) == len(strong)
    assert [arc.width * 2 for arc in picture.arcs] == sorted(len(pair.cases) for pair in strong)
    assert len(picture.nodes) == len({kind.id for pair in strong for kind in (pair.first, pair.second)})


def test_a_circle_has_an_area_after_its_cases(content: Content) -> None:
    nodes = partner_picture(kind_rows(content), pair_rows(content)).nodes
    for node in nodes:
        assert abs(node.radius**2 / nodes[0].radius ** 2 - node.antal / nodes[0].antal) < 0.02
        assert node.radius >= 8, "tallet i cirklen skal kunne læses"


def test_circles_do_not_touch_and_arcs_stay_inside(content: Content) -> None:
    picture = partner_picture(kind_rows(content), pair_rows(content))
    for above, below in zip(picture.nodes, picture.nodes[1:], strict=False):
        assert below.y - below.radius > above.y + above.radius
    assert all(node.y - node.radius > 0 and node.y + node.radius < picture.height for node in picture.nodes)
    for arc in picture.arcs:
        found = re.match(r"M\d+ \d+A(\d+) ", arc.path)
        assert found and picture.axis + int(found[1]) + arc.width / 2 < WIDTH


def test_nothing_to_draw_is_an_empty_drawing() -> None:
    picture = partner_picture((), ())
    assert (picture.nodes, picture.arcs) == ((), ())


def test_of_many_cases_only_the_foremost_pairs_are_drawn_and_stay_thin(content: Content) -> None:
    many = content_of(content, 400, 1)
    pairs = pair_rows(many)
    picture = partner_picture(kind_rows(many), pairs)
    least = len(pairs[MOST_DRAWN - 1].cases)
    assert len(pairs) > MOST_DRAWN and picture.drawn_from == least
    assert len(picture.arcs) == sum(1 for pair in pairs if len(pair.cases) >= least)
    assert max(arc.width for arc in picture.arcs) == 10 and 0 < sum(arc.strong for arc in picture.arcs) < MOST_DRAWN
