"""Content files spoiled at random, always the same for a seed, and what the validator makes of them."""

from __future__ import annotations

import random
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.library.content import ContentError, load_content

ROOT = Path(__file__).resolve().parents[2]
BATCH = 200
MOST_BYTES = 2_500
# Folder, pattern, and how many of the smallest files the mutations begin from: small files are read fast.
SEEDS = (("cases", "[a-z]*.yml", 4), ("agreements", "[a-z]*.yml", 1), ("agreements/_klausuler", "[a-z]*.md", 4))
# What has hurt YAML readers, validators and templates, and what people do by accident.
TOKENS: tuple[bytes, ...] = tuple(
    token if isinstance(token, bytes) else token.encode("utf-8", "surrogatepass")
    for token in (
        "{{ 7*7 }}", "{% raw %}", "{#", "}}", "<script>", "</div>", "<!--", "]]>", "--8<--", "---\n", "...\n",
        "%YAML 1.1\n", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> gren\n", "\t", "\t- ", ": ", ":", "- ", "-",
        "? ", "| ", ">-\n", "&a ", "*a", "!!int ", "!x ", "!!python/object/apply:os.system [x]", "<<: *a\n",
        "[", "]", "{", "}", "[" * 40, "{a: " * 30, "'", '"', "\\", "\\x", "#", " # x", "@", "`", "%", ",", "\n",
        "\n\n\n", "\r\n", "\r", " ", "  ", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u0085", "\u2028", "\u202e",
        "\x00", "\x08", "\x1f", "\x7f", "\ufffe", "\U0001f600", "\ud83d", "A\u030a", b"\xff", b"\xc3", b"\xf8",
        b"\xed\xa0\x80", "0101", "12:30", "nej", "null", "~", ".nan", ".inf", "1e400", "9" * 400, "2026-02-30",
        "2026-13-01", "0000-00-00", "10000-01-01", "1.000", "1_000", "-1", "٣", "²", "Ⅷ", "æøå", "ß", "İ",
        "findes-ikke", "__proto__", "__class__", "[felt]", "[§findes-ikke]", "## Titel {#id}\n", "## \n",
        "Passer når: \n", "a: b\n", "id: x\n", "titel:\n", "x" * 3000, "*" * 300, "![" * 100, "https://a b",
        "javascript:x",
    )
)  # fmt: skip


@dataclass
class Told:
    """What came of a number of files."""

    files: int = 0
    refused: int = 0
    problems: int = 0
    faults: list[str] = field(default_factory=list)


def seeds() -> list[tuple[str, bytes]]:
    """Folder and text of the files that mutations begin from."""
    found = []
    for folder, pattern, most in SEEDS:
        files = sorted((ROOT / folder).glob(pattern), key=lambda file: (file.stat().st_size, file.name))
        # A long file costs as much as ten short ones and is spoiled in no other way: its beginning will do.
        found += [(folder, file.read_bytes()[:MOST_BYTES].rpartition(b"\n")[0] + b"\n") for file in files[:most]]
    return found


def mutated(dice: random.Random, data: bytes) -> bytes:
    """The bytes with one to four edits, anywhere."""
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(data) + 1)
        end = min(len(data), at + dice.choice((0, 0, 1, 2, 8, 60)))
        kind = dice.random()
        if kind < 0.7:
            data = data[:at] + dice.choice(TOKENS) + data[end:]
        elif kind < 0.85:
            data = data[:at] + data[end + dice.randrange(120) :]
        else:
            lines = data.splitlines(keepends=True) or [b""]
            one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            data = b"".join(lines)
    return data


def batches(count: int, seed: int) -> Iterator[list[tuple[str, bytes]]]:
    """Path and bytes of mutated files, some hundred at a time."""
    dice, sources = random.Random(seed), seeds()
    for start in range(0, count, BATCH):
        batch = []
        for number in range(start, min(count, start + BATCH)):
            folder, data = dice.choice(sources)
            batch.append(
                (f"{folder}/f{number}{'.md' if folder.endswith('klausuler') else '.yml'}", mutated(dice, data))
            )
        yield batch


def try_files(count: int, seed: int) -> Told:
    """Let the validator read so many mutated files; every fault of the validator itself is told."""
    told = Told()
    for batch in batches(count, seed):
        try_batch(batch, told)
    return told


def try_batch(batch: list[tuple[str, bytes]], told: Told) -> None:
    """Read some files as one content; where that falls, find the file that it falls over."""
    found = _faults(batch, told)
    if found and len(batch) > 1:
        alone = [fault for one in batch for fault in _faults([one], Told())]
        told.faults += alone or found
    else:
        told.faults += found
    told.files += len(batch)


def _faults(batch: list[tuple[str, bytes]], told: Told) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, data in batch:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        try:
            load_content(root)
        except ContentError as error:
            lines = {path: data.count(b"\n") + data.count(b"\r") + 1 for path, data in batch}
            told.problems += len(error.problems)
            told.refused += len({problem.path for problem in error.problems})
            return [
                f"uden sted eller ord: {problem}"
                for problem in error.problems
                if not (problem.message and problem.column >= 1 and 1 <= problem.line <= lines.get(problem.path, 0))
            ]
        except Exception:
            last = traceback.format_exc().splitlines()
            return [f"faldt over {batch[0][0] if len(batch) == 1 else 'filerne'}: {' | '.join(last[-3:])}"]
    return []
