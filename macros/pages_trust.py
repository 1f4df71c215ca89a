"""Pages on what a reader can rely on: reading without the net."""

from __future__ import annotations

from macros.rendering import render


class TrustPages:
    """Mixed into Pages: one function per macro."""

    def offline_page(self) -> str:
        """What is kept on the reader's device; a script fills it in."""
        return render("offline_page.html", "offline/")
