"""Pages on what a reader can rely on: reading without the net, and what was tested for accessibility."""

from __future__ import annotations

from macros.html.rendering import render
from macros.pages.accessibility import accessibility_tests


class TrustPages:
    """Mixed into Pages: one function per macro."""

    def offline_page(self) -> str:
        """What is kept on the reader's device; a script fills it in."""
        return render("offline_page.html", "offline/")

    def accessibility_page(self) -> str:
        """What was tested, when and how, with the numbers that the tests run by."""
        return render("accessibility_page.md", "tilgaengelighed/", tested=accessibility_tests())
