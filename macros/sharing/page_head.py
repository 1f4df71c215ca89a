"""What a page's head says of the page to machines: what it is, when it changed, and where it lies in other forms."""

from __future__ import annotations

from markupsafe import Markup

from macros.html.template_frame import filled
from macros.library.content import Content
from macros.sharing.embed_cards import oembed_address
from macros.sharing.page_twins import has_twins
from macros.sharing.structured_data import PageSubject, structured_data


class PageHeads:
    """Makes the head of each page from one content; site_url ends with a slash."""

    def __init__(self, content: Content, site_url: str) -> None:
        self.content, self.site_url = content, site_url

    def html(self, address: str, title: str, description: str) -> str:
        """The elements for the page at an address below the site's root; title and description are plain text."""
        address = address.removeprefix("./")
        oembed = oembed_address(address)
        subject = PageSubject(address, " ".join(title.split()), " ".join(description.split()))
        return filled(
            "page_head.html", "", twins="ja" if has_twins(self.content, address) else None,
            oembed=self.site_url + oembed if oembed else None,
            structured=Markup(structured_data(self.content, self.site_url, subject)),
        ).strip()  # fmt: skip
