"""The page where partners choose a card to show on their own page, and the one with the open data."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from macros.html.rendering import render
from macros.library.content import Content
from macros.sharing.data_examples import data_examples
from macros.sharing.data_files import DATA_GROUPS
from macros.sharing.data_schema import VERSION
from macros.sharing.embed_cards import EmbedCard, embed_cards


class SharingPages:
    """Mixed into Pages: one function per macro."""

    content: Content
    today: date
    site_url: str

    def card_chooser(self) -> str:
        """Every card by kind and group."""
        groups: dict[str, list[tuple[str, list[EmbedCard]]]] = {}
        for (kind, group), cards in groupby(
            embed_cards(self.content, self.today), lambda card: (card.kind, card.group)
        ):
            groups.setdefault(kind, []).append((group, list(cards)))
        return render("card_chooser.html", "del/", groups=groups)

    def data_overview(self) -> str:
        """The open data files, by what they are for, and how to begin."""
        case = self.content.cases[0]
        return render(
            "data_overview.html", "data/", groups=DATA_GROUPS, case=case, version=VERSION,
            site_url=self.site_url or "/", examples=data_examples(self.site_url or "/"),
        )  # fmt: skip
