"""What the maintainers' measurements are made of: queries with their truth, synthetic cases, engines, figures.

Kept beside the commands that use it and apart from macros/, because no page of the site needs any of it.
"""
