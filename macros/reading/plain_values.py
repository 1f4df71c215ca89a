"""The values of a YAML text that has nothing to remark on, without noting where each of them stands.

Most files are right, and of thousands it is the noting of places that takes time; the others are read again for it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import yaml

from macros.reading.source_text import invisible_name
from macros.reading.yaml_source import MAX_DEPTH, PARSER

# A name is found sooner than an attribute of a module, and a file has hundreds of these.
_SCALAR, _ALIAS, _MAPPING = yaml.ScalarEvent, yaml.AliasEvent, yaml.MappingStartEvent
_MAPPING_END, _SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent


class _RemarkError(Exception):
    """Something here is to be told, and where it stands."""


def plain_values(text: str) -> Any:
    """The values as yaml_source.parse() gives them; None where it has something to tell, or might have."""
    if " #" in text or "\t#" in text:  # a text that is cut without a word
        return None
    try:
        following = PARSER(text).get_event
        following()
        if type(following()) is not yaml.DocumentStartEvent:
            return None
        event = following()
        values = _value(event, type(event), following, 0)
        following()
        return values if type(following()) is yaml.StreamEndEvent else None
    except (_RemarkError, yaml.YAMLError, ValueError):
        return None


def _value(event: Any, kind: type, following: Callable[[], Any], depth: int) -> Any:
    if kind is _ALIAS or event.anchor is not None or event.tag is not None:
        raise _RemarkError
    if kind is _SCALAR:
        text: str = event.value
        if event.style == '"' and invisible_name(text):
            raise _RemarkError
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    if depth >= MAX_DEPTH:
        raise _RemarkError
    return _mapping(following, depth + 1) if kind is _MAPPING else _sequence(following, depth + 1)


def _mapping(following: Callable[[], Any], depth: int) -> dict[str, Any]:
    values: dict[str, Any] = {}
    while (kind := type(event := following())) is not _MAPPING_END:
        if kind is not _SCALAR or event.value in values:
            raise _RemarkError
        value = following()
        values[event.value] = _value(value, type(value), following, depth)
    return values


def _sequence(following: Callable[[], Any], depth: int) -> list[Any]:
    values: list[Any] = []
    while (kind := type(event := following())) is not _SEQUENCE_END:
        values.append(_value(event, kind, following, depth))
    return values
