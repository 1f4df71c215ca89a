"""Small valid content for tests: one case, one agreement and one clause type, each easy to change or spoil."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

import yaml

from macros.ground.problem import Problem
from macros.library.content import ContentError, load_content
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.reading.clause_source import read_clause
from macros.reading.faults import check_model
from macros.reading.yaml_source import Source, parse

ROOT = Path(__file__).resolve().parent.parent
T = TypeVar("T")

CASE: dict[str, Any] = {
    "id": "lodser-i-nordby",
    "titel": "Lodser i Nordby",
    "kort": "Kommunen og havnen lærer ledige op som lodser.",
    "tema": "specifikke-kompetencer",
    "kommuner": ["fanoe"],
    "aktoerer": [
        {"navn": "Fanø Kommune", "type": "kommune", "rolle": "finder de ledige"},
        {"navn": "Havnen", "type": "virksomhed"},
    ],
    "brancher": ["industri-og-metal"],
    "maalgrupper": ["ledige"],
    "virkemidler": ["opkvalificering"],
    "formaal": "Havnen mangler lodser.",
    "noegletal": [
        {"tal": "1.200", "enhed": "lodser", "hvad": "Lodser i job", "aar": "2015-2016", "forbehold": "cirka"},
    ],
    "resultattyper": ["opkvalificering-til-brancher"],
    "laering": [
        {"id": "begynd-smaat", "tekst": "Begynd med et lille hold.", "omraade": "ledelse", "klausuler": ["opsigelse"]},
    ],
    "kilde": {"udgivelse": "kl-2018", "side": "12-13"},
    "gennemgaaet": "2026-11-22",
}
AGREEMENT: dict[str, Any] = {
    "id": "aftale-i-nordby",
    "titel": "Aftale i Nordby",
    "kort": "Kommunen og havnen vil lære ledige op.",
    "omraade": "Nordby",
    "kommuner": ["fanoe"],
    "parter": [{"navn": "Fanø Kommune", "type": "kommune"}, {"navn": "Havnen", "type": "virksomhed"}],
    "underskrevet": {"dato": "2021-09-15", "tekst": "Borgmesteren og havnechefen."},
    "periode": {"tekst": "Gælder, til den bliver opsagt."},
    "opsigelse": {"findes": "ja", "maaneder": "3", "tekst": "Tre måneder."},
    "organer": [{"navn": "Styregruppen"}],
    "formaal": "Flere lodser.",
    "ansvar": [{"part": "Havnen", "tekst": "Tager imod lærlinge."}],
    "klausuler": {"opsigelse": {"findes": "ja", "tekst": "Tre måneder.", "sted": "§ 9"}},
    "kilde": {"udgivelse": "kl-2018"},
    "gennemgaaet": "2026-11-22",
}
CLAUSE: dict[str, Any] = {
    "id": "opsigelse",
    "nummer": "1",
    "titel": "Opsigelse",
    "kort": "Hvordan en part kan sige op.",
    "hjaelp": "Vælg et varsel.",
    "felter": {"varsel": {"etiket": "Varsel", "hjaelp": "Hvor længe.", "eksempel": "tre måneder", "art": "tekst"}},
}
VARIANTS = """\
## Gensidigt varsel {#gensidigt}

Passer når: alle kan sige op.

Hver part kan opsige aftalen med [varsel].
"""


def changed(example: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """The example with other values; None takes a field away."""
    return {key: value for key, value in {**deepcopy(example), **changes}.items() if value is not None}


# Signs that mean something to YAML, Markdown, HTML and templates, and that readers must see as they are.
ODD = """Mål & "midler" < 5 * 3 * 2 _x_ [y] #1 'z' a|b {w} $8 ~9 ! 1. + `k` &lt; »c«"""


class _Dumper(yaml.SafeDumper):
    """Writes a value that is used twice out twice."""

    def ignore_aliases(self, _: Any) -> bool:
        """Never point back."""
        return True


def to_yaml(data: Any) -> str:
    """The data as an editor's file."""
    return str(yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120))


def clause_file(variants: str = VARIANTS, **changes: Any) -> str:
    """A clause type's file as text."""
    return f"---\n{to_yaml(changed(CLAUSE, changes))}---\n\n{variants}"


def write(file: Path, text: str) -> Path:
    """A file with its folders, as UTF-8 with plain line ends."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def write_case(root: Path, **changes: Any) -> Path:
    """The example case below root, with changes."""
    data = changed(CASE, changes)
    return write(root / "cases" / f"{data['id']}.yml", to_yaml(data))


def write_agreement(root: Path, **changes: Any) -> Path:
    """The example agreement below root, with changes."""
    data = changed(AGREEMENT, changes)
    return write(root / "agreements" / f"{data['id']}.yml", to_yaml(data))


def write_clause(root: Path, variants: str = VARIANTS, **changes: Any) -> Path:
    """The example clause type below root, with changes."""
    name = changes.get("id", CLAUSE["id"])
    return write(root / "agreements" / "_klausuler" / f"{name}.md", clause_file(variants, **changes))


def write_example(root: Path) -> Path:
    """A whole small content root that is right."""
    write_case(root)
    write_agreement(root)
    write_clause(root)
    return root


def problems_in(root: Path) -> tuple[Problem, ...]:
    """All that is wrong below root."""
    try:
        load_content(root)
    except ContentError as error:
        return error.problems
    return ()


def read(kind: type[T], source: Source) -> tuple[Source, T]:
    """The source with its item; both must be right in themselves."""
    item, problems = check_model(source, kind)
    assert not source.problems and item is not None, [*source.problems, *problems]
    return source, item


def case(**changes: Any) -> tuple[Source, Case]:
    """The example case with changes, right in itself."""
    data = changed(CASE, changes)
    return read(Case, parse(to_yaml(data), f"cases/{data['id']}.yml"))


def agreement(**changes: Any) -> tuple[Source, Agreement]:
    """The example agreement with changes, right in itself."""
    data = changed(AGREEMENT, changes)
    return read(Agreement, parse(to_yaml(data), f"agreements/{data['id']}.yml"))


def clause(folder: Path, variants: str = VARIANTS, **changes: Any) -> tuple[Source, ClauseType]:
    """The example clause type with changes, right in itself."""
    file = write_clause(folder, variants, **changes)
    return read(ClauseType, read_clause(file, f"agreements/_klausuler/{file.name}"))


ODD_CASE = to_yaml(
    changed(CASE, {"titel": ODD, "kort": f"{ODD}.", "omraade": ODD, "formaal": f"{ODD}\n\n- {ODD}", "nummer": "99"})
)
