"""Cases that no source tells of, as many as wanted, for measurements: valid, all different, case k always the same.

A case is made as the plain values an editor would type. synthetic_project.py writes them as files; content_of()
gives the finished content without any file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from random import Random
from typing import Any

from macros.ground.danish import format_number, slug
from macros.library.content import Content
from macros.model.case_model import Case
from scripts.measuring.synthetic_text import SHORT_WORDS, Text, compound, invented

Values = dict[str, Any]
REVIEWED = "2018-11-01"
STYLES = ("{word} i {town}", "{word} for {town}", "Fra skole til {word} i {town}", "{town} går sammen om {word}")
ACTORS = {
    "kommune": "{town} Kommune",
    "jobcenter": "Jobcenter {town}",
    "region": "Regionens kontaktudvalg for {word}",
    "stat": "Arbejdsmarkedsrådet for {town}",
    "erhvervsraad": "{town} Erhvervsråd",
    "erhvervsfremme": "Udvikling {town}",
    "virksomhed": "{town} {word} A/S",
    "arbejdsgiverorganisation": "DI {town}",
    "fagforening": "3F {town}",
    "a-kasse": "A-kassen for {word}",
    "grundskole": "{town} Skole",
    "vejledning": "Vejledningen i {town}",
    "erhvervsskole": "{town} Tekniske Skole",
    "videregaaende": "Erhvervsakademi {town}",
    "uddannelsesinstitution": "Uddannelsescenter {town}",
    "forening": "Netværket {word}",
    "kultur": "{town} Bibliotek",
}
ROLES = ("part", "tovholder", "betaler med", "tager imod praktikanter", "finder kandidater", "sidder i styregruppen")
UNITS = ("ledige i job", "lærlinge", "virksomheder", "deltagere", "forløb", "elever", "besøg", "procent", "stillinger")
CAVEATS = ("cirka", "mere end", "næsten", "godt")
# Shared lists whose rows belong to a real case, and the fields of others that point at one.
ONLY_WITH_CASES = ("diagrammer", "siden_2018")
POINTING = {"organiseringsformer": "overvej", "effekter": "tal", "kildenoter": "cases", "tjek": "laering"}
# What stands in for a case's lesson where something must rest on one.
GENERAL_LESSON = "katalog#faelles-maal"


class Maker:
    """Makes cases from a seed, with the texts and the vocabularies of real content as material."""

    def __init__(self, material: Content, seed: int) -> None:
        self.seed = seed
        self.text = Text(material.cases)
        self.towns = material.terms("kommuner")
        self.ids = {name: [term.id for term in material.terms(name)] for name in material.vocabularies}
        self.ids["klausuler"] = [clause.id for clause in material.clauses]
        self.actors = [kind for kind in self.ids["aktoertyper"] if kind in ACTORS]

    def identifier(self, number: int) -> str:
        """The id of case number 0, 1, 2 …; ValueError past the last that has a title of its own."""
        return slug(self._title(number))

    def case(self, number: int) -> Values:
        """What an editor would have typed for case number 0, 1, 2 …"""
        random = Random(f"{self.seed}/{number}")
        home = self._town(number)
        values: Values = {"id": self.identifier(number), "titel": self._title(number)}
        values["kort"] = self.text.line(random, number, 190)
        values["tema"] = random.choice(self.ids["temaer"])
        values |= self._place(random, home)
        values["aktoerer"] = self._actors(random, number, home)
        for field, vocabulary, most in (
            ("brancher", "brancher", 3),
            ("maalgrupper", "maalgrupper", 5),
            ("virkemidler", "virkemidler", 6),
            ("organiseringsform", "organiseringsformer", 2),
        ):
            values[field] = self._some(random, vocabulary, random.randint(1, most))
        values["finansieringsform"] = self._some(random, "finansieringsformer", random.randint(0, 2))
        if values["finansieringsform"]:
            values["finansiering"] = self.text.paragraph(random, number, 1)
        if random.random() < 0.5:
            values["periode"] = f"siden {random.randint(1998, 2018)}"
        for field, blocks in (("formaal", 2), ("organisering", 3), ("resultater", 4)):
            paragraphs = (self.text.paragraph(random, number, random.randint(2, 4)) for _ in range(blocks))
            values[field] = "\n\n".join(paragraphs)
        values["noegletal"] = [self._figure(random, number) for _ in range(random.choice((0, 1, 1, 2, 3, 4, 8)))]
        values["resultattyper"] = self._some(random, "resultattyper", random.randint(1, 4))
        values["laering"] = [self._lesson(random, number, place) for place in range(random.randint(0, 6))]
        values["kilde"] = {"udgivelse": self.ids["udgivelser"][0], "side": str(random.randint(10, 25))}
        values["se_ogsaa"] = [self.identifier(other) for other in _earlier(random, number)]
        values["gennemgaaet"] = REVIEWED
        return values

    def _town(self, number: int) -> Any:
        """The town that with the title's word makes a title used once: each word meets each town only once."""
        word, turn = number % SHORT_WORDS, number // SHORT_WORDS
        if turn >= len(self.towns):
            raise ValueError(f"højst {SHORT_WORDS * len(self.towns)} cases")
        return self.towns[(Random(f"{self.seed}/ord/{word}").randrange(len(self.towns)) + turn) % len(self.towns)]

    def _title(self, number: int) -> str:
        word = compound(number % SHORT_WORDS)
        style = STYLES[Random(f"{self.seed}/titel/{number}").randrange(len(STYLES))]
        title = style.format(word=word, town=self._town(number).navn)
        return title[0].upper() + title[1:]

    def _some(self, random: Random, vocabulary: str, number: int) -> list[str]:
        """Different values of a vocabulary, those named first in it more often."""
        ids = self.ids[vocabulary]
        found: dict[str, None] = {}
        while len(found) < min(number, len(ids)):
            found[ids[int(len(ids) * random.random() ** 1.4)]] = None
        return list(found)

    def _place(self, random: Random, home: Any) -> Values:
        if random.random() < 0.1:
            return {"omraade": f"Egnen omkring {home.navn}", "regioner": [home.region]}
        neighbours = [town.id for town in self.towns if town is not home]
        others = random.sample(neighbours, random.choice((0, 0, 0, 0, 1, 2, 8)))
        return {"kommuner": [home.id, *others]}

    def _actors(self, random: Random, number: int, home: Any) -> list[Values]:
        rows: dict[str, Values] = {}
        for kind in ["kommune", *random.choices(self.actors, k=random.randint(2, 12))]:
            town = home if random.random() < 0.7 else random.choice(self.towns)
            name = ACTORS[kind].format(town=town.navn, word=invented(random, number))
            rows.setdefault(name, {"navn": name, "type": kind, "rolle": random.choice(ROLES)})
        return list(rows.values())

    def _figure(self, random: Random, number: int) -> Values:
        value = int(10 ** random.uniform(0.5, 3.8))
        unit = random.choice(UNITS)
        figure = {
            "tal": format_number(value),
            "enhed": unit,
            "hvad": f"{unit.capitalize()} i {invented(random, number)}",
        }
        if random.random() < 0.6:
            figure["aar"] = str(random.randint(2012, 2018))
        if random.random() < 0.4:
            figure["forbehold"] = random.choice(CAVEATS)
        return figure

    def _lesson(self, random: Random, number: int, place: int) -> Values:
        return {
            "id": f"{slug(invented(random, number))}-{place + 1}",
            "tekst": self.text.paragraph(random, number, random.randint(1, 2)),
            "omraade": random.choice(self.ids["laeringsomraader"]),
            "emner": self._some(random, "emner", random.randint(0, 2)),
            "klausuler": self._some(random, "klausuler", random.randint(0, 3)),
        }


def _earlier(random: Random, number: int) -> list[int]:
    """Related cases are earlier ones, so that they are there however few cases are made."""
    return random.sample(range(number), min(number, random.randint(0, 4)))


def content_of(material: Content, count: int, seed: int) -> Content:
    """Content with so many made cases and none of the real ones, without reading or writing a file."""
    maker = Maker(material, seed)
    cases = tuple(Case.model_validate(maker.case(number)) for number in range(count))
    vocabularies = {name: _without_cases(name, terms) for name, terms in material.vocabularies.items()}
    shown = tuple(highlighted(case.model_dump() for case in cases))
    catalogue = material.catalogue.model_copy(update={"fremhaevede": shown})
    return replace(material, cases=cases, vocabularies=vocabularies, catalogue=catalogue)


def highlighted(cases: Iterable[Values]) -> list[str]:
    """The ids of the first cases that have a figure to show on the front page."""
    return list(islice((case["id"] for case in cases if case["noegletal"]), 4))


def _without_cases(vocabulary: str, terms: dict[str, Any]) -> dict[str, Any]:
    """A shared list as it is where the real cases are not."""
    if vocabulary in ONLY_WITH_CASES:
        return {}
    field = POINTING.get(vocabulary)
    if field is None:
        return terms
    return {
        identifier: term.model_copy(update={field: tuple(without_cases(vocabulary, getattr(term, field)))})
        for identifier, term in terms.items()
    }


def without_cases(vocabulary: str, items: Iterable[Any]) -> list[Any]:
    """The items of a shared list's field that point at no case; a rule of the check keeps a lesson to rest on."""
    kept = [item for item in items if stands_alone(item)]
    return kept or ([GENERAL_LESSON] if vocabulary == "tjek" and items else [])


def stands_alone(item: Any) -> bool:
    """Tell whether an item of a shared list points at no case: neither is one's id or lesson nor has one in a field."""
    if isinstance(item, str):
        return item.startswith("katalog#")
    return not (item.get("case") if isinstance(item, dict) else item.case)
