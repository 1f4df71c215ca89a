"""How cases are found: facets, the search's index and files, likenesses and comparisons."""
