"""The facets that cases are found by: which values each case has, and how many cases have each value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from macros.ground.danish import sort_key
from macros.library.content import Content
from macros.library.once import once
from macros.model.case_model import Case

FIGURES = "tal"


@dataclass(frozen=True)
class FacetValue:
    """One value with the number of cases that have it."""

    id: str
    navn: str
    antal: int


@dataclass(frozen=True)
class Facet:
    """A group of values; key is its name in addresses, open says whether it is unfolded at first.

    vocabulary is the list in cases/ that its values are described in.
    """

    key: str
    navn: str
    hjaelp: str
    values: tuple[FacetValue, ...]
    open: bool = False
    vocabulary: str = "katalog"


def current_region(content: Content, region: str, today: date) -> str:
    """The region on a day: Region Hovedstaden and Sjælland are Region Østdanmark from 1 January 2027."""
    term = content.term("regioner", region)
    return current_region(content, term.efterfoelger, today) if term.til and term.til < today else region


def regions_of(content: Content, case: Case, today: date) -> tuple[str, ...]:
    """The regions a case lies in, from its municipalities or from the field regioner."""
    named = [content.term("kommuner", item).region for item in case.kommuner] or case.regioner
    return tuple(dict.fromkeys(current_region(content, region, today) for region in named))


def facet_values(content: Content, case: Case, today: date) -> dict[str, tuple[str, ...]]:
    """Every facet's values for one case, by the facet's key in addresses."""
    return {
        "tema": (case.tema,),
        "region": regions_of(content, case, today),
        "kommune": case.kommuner,
        "branche": case.brancher,
        "maalgruppe": case.maalgrupper,
        "virkemiddel": case.virkemidler,
        "aktoer": tuple(dict.fromkeys(actor.type for actor in case.aktoerer)),
        "organisering": case.organiseringsform,
        "resultat": case.resultattyper,
        "laering": tuple(dict.fromkeys(lesson.omraade for lesson in case.laering)),
        "har": (FIGURES,) if case.noegletal else (),
    }


# key -> (name, help, vocabulary, unfolded at first)
_FACETS = {
    "tema": ("Tema", "Katalogets fire formål", "temaer", True),
    "branche": ("Branche", "Fag og brancher, casen angår", "brancher", True),
    "maalgruppe": ("Målgruppe", "Hvem indsatsen er for", "maalgrupper", True),
    "virkemiddel": ("Virkemiddel", "Hvad parterne gør", "virkemidler", False),
    "aktoer": ("Hvem er med", "Slags parter i samarbejdet", "aktoertyper", False),
    "organisering": ("Organisering", "Hvem der står bag og leder", "organiseringsformer", False),
    "resultat": ("Resultat", "Hvad der kom ud af det", "resultattyper", False),
    "laering": ("Læring om", "Områder, casen giver læring om", "laeringsomraader", False),
    "region": ("Region", "Hvor i landet", "regioner", False),
    "kommune": ("Kommune", "Kommuner, som kilden nævner", "kommuner", False),
}


def facets(content: Content, today: date) -> tuple[Facet, ...]:
    """All facets with the values that at least one case has, most frequent vocabularies first."""
    kept = _by_day(content)
    if today not in kept:
        kept[today] = _facets(content, today)
    return kept[today]


@once
def _by_day(_: Content) -> dict[date, tuple[Facet, ...]]:
    return {}


def _facets(content: Content, today: date) -> tuple[Facet, ...]:
    having = [facet_values(content, case, today) for case in content.cases]
    found = [
        Facet(key, name, text, _values(content, vocabulary, (row[key] for row in having)), unfolded, vocabulary)
        for key, (name, text, vocabulary, unfolded) in _FACETS.items()
    ]
    with_figures = sum(1 for row in having if row["har"])
    figures = FacetValue(FIGURES, "Har nøgletal", with_figures)
    return (*found, Facet("har", "Tal", "Kun cases med optalte resultater", (figures,)))


def _values(content: Content, vocabulary: str, rows: Iterable[tuple[str, ...]]) -> tuple[FacetValue, ...]:
    counts = Counter(value for row in rows for value in row)
    order: Callable[[str], object] = sort_key if vocabulary == "kommuner" else (lambda _: 0)
    terms = [term for term in content.terms(vocabulary) if counts[term.id]]
    terms.sort(key=lambda term: order(term.navn))  # type: ignore[arg-type, return-value]
    return tuple(FacetValue(term.id, term.navn, counts[term.id]) for term in terms)
