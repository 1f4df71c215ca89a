"""The search index as small binary files: sorted, front-coded, cut where one grows too big to fetch for a word.

Every file begins with the index's stamp and its own length, so that the browser sees a file that is cut or belongs to
another build. Numbers are varints (seven bits a byte, lowest first); texts are UTF-8 with their length before them.
docs/assets/javascripts/search/shards.mjs reads what is written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import sub

# Raw bytes; about half of it travels.
SHARD_BYTES = 9_000
HEADER_BYTES = 8


def varint(number: int) -> bytes:
    """A number of any size from 0 up."""
    return _SMALL[number] if number < _SHORT else _varint(number)


def _varint(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    found.append(number)
    return bytes(found)


# Most numbers are small, and there are millions of them.
_SHORT = 1 << 14
_SMALL = [_varint(number) for number in range(_SHORT)]
_LOW_BITS = [bytes([number & 127 | 128, number >> 7 | 128]) for number in range(_SHORT)]


def rising(numbers: Sequence[int]) -> bytes:
    """Rising numbers as their gaps, the first from 0."""
    if len(numbers) == 1:
        return varint(numbers[0])
    gaps = [*numbers[:1], *map(sub, numbers[1:], numbers)]
    largest = max(gaps, default=0)
    if largest < 1 << 7:
        return bytes(gaps)
    if largest < _SHORT:
        return b"".join(map(_SMALL.__getitem__, gaps))
    if largest < 1 << 28:
        return b"".join([_SMALL[gap] if gap < _SHORT else _LOW_BITS[gap & 16383] + _SMALL[gap >> 14] for gap in gaps])
    return b"".join(map(varint, gaps))


def text_bytes(text: str) -> bytes:
    """A text with its length before it."""
    data = text.encode()
    return varint(len(data)) + data


def sort_key(root: str) -> bytes:
    """The order in which the browser compares texts: by UTF-16 units."""
    return root.encode("utf-16-be", "surrogatepass")


def sealed(payload: bytes, stamp: int) -> bytes:
    """A file's bytes behind the stamp of its index and its length."""
    return stamp.to_bytes(4, "little") + len(payload).to_bytes(4, "little") + payload


def front_coded(roots: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Each root with its bytes: how many letters it shares with the one before, and the rest."""
    before = ""
    for root in roots:
        same = _shared(before, root)
        yield root, varint(same if root.isascii() else len(sort_key(root[:same])) // 2) + text_bytes(root[same:])
        before = root


def _shared(one: str, other: str) -> int:
    same = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        same += 1
    return same


def in_order(roots: Iterable[str]) -> list[str]:
    """Roots in the browser's order, which is Python's own for ASCII."""
    found = list(roots)
    return sorted(found) if all(map(str.isascii, found)) else sorted(found, key=sort_key)


def shards(entries: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """First root and payload of each shard: the count of roots, then root, length and bytes of each."""
    chosen: list[str] = []
    size = 0
    for root in in_order(entries):
        if chosen and size + len(entries[root]) > SHARD_BYTES:
            yield chosen[0], _shard(chosen, entries)
            chosen, size = [], 0
        chosen.append(root)
        size += len(entries[root]) + 4
    if chosen:
        yield chosen[0], _shard(chosen, entries)


def _shard(roots: list[str], entries: Mapping[str, bytes]) -> bytes:
    rows = (name + varint(len(entries[root])) + entries[root] for root, name in front_coded(roots))
    return varint(len(roots)) + b"".join(rows)


def word_list(documents: Mapping[str, int], words: Mapping[str, str]) -> bytes:
    """Every root with how many documents it leads to and its commonest form ("" where that is the root)."""
    roots = in_order(documents)
    rows = []
    for root, name in front_coded(roots):
        form = words.get(root, root)
        rows.append(name + varint(documents[root]) + text_bytes("" if form == root else form))
    return varint(len(roots)) + b"".join(rows)
