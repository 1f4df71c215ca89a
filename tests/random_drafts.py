"""Random drafts as a stranger may send them: the builder's own shape or bent out of it, always the same for a seed."""

from __future__ import annotations

import json
import random
from typing import Any

HOSTILE = (
    "", " ", "Egeby Kommune", "1/1-2027", "31. december 2029", "november", "tre måneder", "2", "to", "x", "[felt]",
    "[startdato]", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then", "null",
    "undefined", "NaN", "\x00\x01\x08\x0b\x0c\x1f", "a\x00b", "\ud83d", "\ude00x", "\ufffe\uffff", "\ufeffbom",
    "\u0085\u2028\u2029", "a\r\nb\rc\nd", "A\u0301\u030a NFD", "\u00e5 a\u030a", "\u202eevil\u202c",
    "\u2066skjult\u2069", "שלום عالم", "\U0001f468‍\U0001f469‍\U0001f467", "\U0001d518\U0001d52b",
    "<script>window.__x=1</script>", "<img src=x onerror=window.__x=1>", "]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&amp;&#0;", "{{ 7*7 }}", "# Overskrift", "- et\n- to\n\n1. tre", "**fed** [§formaal] [§findes-ikke]",
    "[klik](javascript:x)", "|a|b|", "~~~", "\\n\\;,:", "BEGIN:VEVENT\r\nUID:x", "=cmd|'/c calc'!A1", "%s%n",
    "${x}", "../../etc", "æøå ÆØÅ é ü ß", "\u00a0hårdt\u00a0mellemrum\u00ad", "0" * 300,
    "\u00ad", "\u200b", "\u2003em\u2003", "hale  \t", "ﬀ½Ǆ", "\u1100\u1161\u11a8", "\u0300" * 80,
)  # fmt: skip
LONG = ("lang " * 1200, "ord" * 2000, "\U0001f600" * 3000, "e\u0301" * 4000, "- punkt\n" * 700)
WRONG: tuple[Any, ...] = (None, 0, -1, 1.5, True, [], {}, [[]], {"__proto__": {"x": 1}}, "tekst", ["tekst"], 10**30)
LISTS = {
    "parter": ("navn", "art", "rolle", "cvr", "underskriver"),
    "maal": ("tekst", "maaltal", "start", "maal", "frist", "ansvarlig", "status", "fra"),
    "aktiviteter": ("tekst", "hvem", "hvornaar", "fra"),
    "organer": ("navn", "moeder_pr_aar", "indkalder", "opgaver", "fra"),
}
MOST = {"parter": 45, "maal": 65, "aktiviteter": 65, "organer": 24}


class DraftMaker:
    """Makes drafts from one seed and the builder's data (byg.json)."""

    def __init__(self, seed: int, data: dict[str, Any]) -> None:
        self.dice = random.Random(seed)
        self.data = data
        self.keys = sorted({key for clause in data["klausuler"] for key in clause["felter"]})

    def text(self) -> str:
        """One text, or some put together; seldom a very long one."""
        kind = self.dice.random()
        if kind < 0.005:
            return self.dice.choice(LONG)
        if kind < 0.7:
            return self.dice.choice(HOSTILE)
        return "".join(self.dice.choice(HOSTILE)[:40] for _ in range(self.dice.randrange(4)))

    def bent(self, value: Any, chance: float = 0.02) -> Any:
        """The value, or now and then something of another kind."""
        return self.dice.choice(WRONG) if self.dice.random() < chance else value

    def count(self, most: int) -> int:
        """Mostly few, seldom more than is allowed."""
        return self.dice.choice([0, 1, 1, 2, 2, 3, 4]) if self.dice.random() < 0.97 else self.dice.randrange(most + 1)

    def origin(self) -> str:
        """Where a row comes from, true or not."""
        case = self.dice.choice(self.data["cases"])["id"]
        return self.dice.choice(["", "egen", f"case:{case}", "skabelon:lille", "laering:katalog#x", self.text()])

    def row(self, keys: tuple[str, ...]) -> dict[str, Any]:
        """A row of a list, perhaps with keys too many or too few."""
        row: dict[str, Any] = {key: self.bent(self.text()) for key in keys if self.dice.random() < 0.9}
        if "fra" in keys:
            row["fra"] = self.bent(self.origin())
        if "medlemmer" not in row and "indkalder" in keys:
            row["medlemmer"] = self.bent([self.row(("rolle", "organisation")) for _ in range(self.count(44))])
        if self.dice.random() < 0.05:
            row[self.dice.choice(["__proto__", "constructor", "fremmed"])] = self.text()
        return row

    def clause(self) -> dict[str, Any]:
        """A clause that exists, one's own, or neither; with the model's text or another."""
        known = self.dice.choice(self.data["klausuler"])
        identifier = self.dice.choice(
            [known["id"], known["id"], known["id"], f"egen-{self.dice.randrange(4)}", self.text()]
        )
        variant = self.dice.choice([self.dice.choice(known["varianter"])["id"], self.text()])
        text = self.dice.choice(
            [None, None, self.text(), f"Se [§formaal] og [{self.dice.choice(self.keys)}].\n\n{self.text()}"]
        )
        row = {"id": identifier, "variant": variant, "titel": self.text(), "tekst": text, "fra": [self.origin()]}
        return {key: self.bent(value) for key, value in row.items()}

    def draft(self) -> Any:
        """One draft of today's version, of the first, or something else altogether."""
        kind = self.dice.random()
        if kind < 0.02:
            return self.dice.choice(WRONG)
        keys = [self.text() if self.dice.random() < 0.1 else self.dice.choice(self.keys) for _ in range(60)]
        keys = keys[: self.count(40) * 10]
        answers = {key: self.bent(self.text()) for key in keys}
        if kind < 0.12:
            chosen = {
                clause["id"]: clause["varianter"][0]["id"] for clause in self.dice.sample(self.data["klausuler"], 6)
            }
            return {
                "parter": [self.row(("navn", "underskriver"))],
                "valg": self.bent(chosen),
                "svar": self.bent(answers),
            }
        draft: dict[str, Any] = {
            "id": self.dice.choice(["0123456789abcdef", "", self.text()]), "navn": self.text(), "svar": answers,
            "forgaenger": self.dice.choice(["", "fedcba9876543210", self.text()]),
            "klausuler": [self.clause() for _ in range(self.count(66) * 3)],
            "grundlag": {"skabelon": "lille", "cases": [self.dice.choice(self.data["cases"])["id"], self.text()],
                         "laering": [self.text()], "aftale": self.text()},
        }  # fmt: skip
        for name, keys in LISTS.items():
            draft[name] = [self.bent(self.row(keys)) for _ in range(self.count(MOST[name]))]
        if self.dice.random() < 0.05:
            draft["__proto__"] = {"forurenet": "ja"}
        return {key: self.bent(value, 0.01) for key, value in draft.items() if self.dice.random() < 0.99}

    def batch(self, size: int) -> str:
        """Many drafts as JSON, where lone surrogates are escaped as a browser's own JSON has them."""
        return json.dumps([self.draft() for _ in range(size)])
