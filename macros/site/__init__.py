"""The whole site: every generated page and file, what a build is made from, and what may be kept without the net."""
