"""What a reader may keep to read without the net: the list of files with sizes, and the worker's first file.

Made from the built site, because only that holds the pages as they are sent. Knows nothing of the generator;
what no reader needs is left out by its place or kind.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

# Size and the beginning of the digest of a file as it is sent.
Row = tuple[int, str]
LIST, WORKER = "data/offline.json", "sw.js"
OFFLINE_PAGE = "offline/index.html"
# The editors' place, pictures for those who share a link, what partners and programs fetch, maps of minified code,
# settings of the host, and the theme's own programs, which no page loads.
_LEFT_OUT = re.compile(
    r"(admin/|indlejr/|data/.*\.sqlite$|(.*/)?index\.md$|assets/vendor/decap-cms|assets/delekort/|opsaetning/|_headers$|404\.html$|sitemap\.xml|robots\.txt$|\.nojekyll$"
    r"|assets/javascripts/(bundle|lunr|workers)|assets/images/|.*\.map$)"
)
_REFERENCE = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="\.\./([^"]+)"')
_HASH_LENGTH = 12


def address(path: str) -> str:
    """The address below the root that a file answers at: "cases/index.html" answers at "cases/"."""
    return re.sub(r"(^|/)index\.html$", r"\1", path)


def row_of(data: bytes) -> Row:
    """A file's size and the beginning of its digest."""
    return len(data), hashlib.sha256(data).hexdigest()[:_HASH_LENGTH]


def offline_files(built: Mapping[str, Row], page: str, *, on: bool = True) -> dict[str, str]:
    """Path to text of the two files, from every file's row and the offline page's HTML.

    Off gives a worker that takes all away, itself last.
    """
    rows = [
        (address(path), *row)
        for path, row in sorted(built.items())
        if not _LEFT_OUT.match(path) and path not in (LIST, WORKER)
    ]
    build = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:_HASH_LENGTH] if on else ""
    listed = {"udgave": build, "filer": rows}
    known = {row[0] for row in rows}
    core = sorted(set(_core(built, page)) & known)
    worker = (
        "// Lavet af macros/site/offline_files.py: navnet på denne udgave og de filer, offline-siden selv skal bruge.\n"
        f"self.BUILD = {json.dumps(build)};\nself.CORE = {json.dumps(core)};\n"
        'importScripts("assets/javascripts/offline/worker.js");\n'
    )
    return {LIST: json.dumps(listed, ensure_ascii=False, separators=(",", ":")) + "\n", WORKER: worker}


def _core(built: Iterable[str], page: str) -> list[str]:
    scripts = [path for path in built if re.match(r"assets/javascripts/(offline|main|shared)[a-z-]*(\.mjs$|/)", path)]
    return [address(OFFLINE_PAGE), *_REFERENCE.findall(page), *scripts]
