"""What leaves the site: open data, citations, feeds, cards, slides, handouts and what machines read of a page."""
