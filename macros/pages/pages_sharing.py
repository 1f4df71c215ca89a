"""The page where partners choose a card to show on their own page, and the one with the open data."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile

from macros.finding.facets import facets
from macros.html.long_lists import share, shown
from macros.html.rendering import render
from macros.library.content import Content
from macros.sharing.data_examples import data_examples
from macros.sharing.data_files import DATA_GROUPS
from macros.sharing.data_schema import VERSION
from macros.sharing.embed_cards import ROOT, embed_cards

# The page of cards lists so many cases, with their lessons; each other case's own page leads to its card.
CARDS_OF_CASES = 60


@dataclass(frozen=True)
class CardLink:
    """A card as it is chosen: its id ("case/horsens-alliancen") and its title."""

    id: str
    title: str


class SharingPages:
    """Mixed into Pages: one function per macro."""

    content: Content
    today: date
    site_url: str

    def card_chooser(self) -> str:
        """The cards by kind and group: all lists, and the first cases with their lessons."""
        content = self.content
        groups = [[case for case in content.cases if case.tema == theme.id] for theme in content.terms("temaer")]
        most = share(map(len, groups), CARDS_OF_CASES)
        first = {case.id for cases in groups for case in shown(cases, most)}
        some = replace(content, cases=tuple(case for case in content.cases if case.id in first))
        cards = takewhile(lambda card: card.kind != "liste", embed_cards(some, self.today))
        kinds: dict[str, dict[str, list[CardLink]]] = {"case": {}, "laering": {}, "liste": {}}
        for card in cards:
            kinds[card.kind].setdefault(card.group, []).append(CardLink(card.id, card.title))
        for facet in facets(content, self.today):
            links = [CardLink(f"liste/{facet.key}/{value.id}", f"{facet.navn}: {value.navn}") for value in facet.values]
            kinds["liste"][facet.navn] = links
        return render("card_chooser.html", "del/", kinds=kinds, root=ROOT, cases=content.cases, listed=some.cases)

    def data_overview(self) -> str:
        """The open data files, by what they are for, and how to begin."""
        case = self.content.cases[0]
        return render(
            "data_overview.html", "data/", groups=DATA_GROUPS, case=case, version=VERSION,
            site_url=self.site_url or "/", examples=data_examples(self.site_url or "/"),
        )  # fmt: skip
