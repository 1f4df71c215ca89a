"""A zip file made again without clocks, so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile

_FIRST = (1980, 1, 1, 0, 0, 0)


def fixed_zip(made: bytes) -> bytes:
    """The same members in the same order, each dated at the format's first day."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.create_system = 0
            new.writestr(entry, old.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
