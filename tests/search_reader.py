"""Reads the search's binary files back, as the browser does: what is written and what is meant must be the same."""

from __future__ import annotations


class Reader:
    """Varints, texts and rising numbers from bytes."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self) -> int:
        """The next varint."""
        value = shift = 0
        while True:
            byte = self.data[self.at]
            self.at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def text(self) -> str:
        """The next text."""
        length = self.number()
        self.at += length
        return self.data[self.at - length : self.at].decode()

    def rising(self, count: int) -> list[int]:
        """Numbers that were written as gaps."""
        found: list[int] = []
        for _ in range(count):
            found.append((found[-1] if found else 0) + self.number())
        return found

    def root(self, before: str) -> str:
        """The next front-coded root."""
        shared = self.number()
        return before.encode("utf-16-be")[: 2 * shared].decode("utf-16-be") + self.text()

    def done(self) -> bool:
        """Whether all is read."""
        return self.at == len(self.data)


def read_shard(payload: bytes) -> dict[str, bytes]:
    """Root to its bytes."""
    reader, found, root = Reader(payload), {}, ""
    for _ in range(reader.number()):
        root = reader.root(root)
        length = reader.number()
        found[root] = payload[reader.at : reader.at + length]
        reader.at += length
    assert reader.done()
    return found


def read_postings(data: bytes) -> dict[int, list[int]]:
    """Class to documents."""
    reader = Reader(data)
    mask = reader.number()
    found = {kind: reader.rising(reader.number()) for kind in range(mask.bit_length()) if mask >> kind & 1}
    assert reader.done()
    return found


def read_positions(data: bytes) -> list[int]:
    """Places."""
    reader = Reader(data)
    found = reader.rising(reader.number())
    assert reader.done()
    return found
