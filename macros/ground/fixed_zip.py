"""A zip file made again without clocks, so that the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from types import MappingProxyType

_FIRST = (1980, 1, 1, 0, 0, 0)


def fixed_zip(made: bytes, changed: Mapping[str, bytes] = MappingProxyType({}), level: int = 6) -> bytes:
    """The same members in the same order, but those that are given anew, each dated at the format's first day."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIRST)
            entry.create_system = 0
            new.writestr(entry, changed.get(name) or old.read(name), zipfile.ZIP_DEFLATED, level)
    return target.getvalue()
