"""The shared lists by name: the model of their rows, and the file each stands in."""

from __future__ import annotations

from macros.model.chart_model import Chart
from macros.model.check_model import CheckRule
from macros.model.fields import Record
from macros.model.starter_model import Starter
from macros.model.vocabulary_model import (
    ActorKind,
    Effect,
    LessonArea,
    LessonTopic,
    Municipality,
    NewsItem,
    OrganisationForm,
    Publication,
    Question,
    Region,
    ResultType,
    SinceNote,
    SourceNote,
    SynonymGroup,
    Term,
    Theme,
    WordChoice,
)  # fmt: skip

CATALOGUE = "cases/_katalog.yml"
# The beginnings of new files that scripts/generate.py makes; they are no content.
TEMPLATES = ("cases/_ny_case.yml", "agreements/_ny_aftale.yml")
VOCABULARIES: dict[str, type[Record]] = {
    "temaer": Theme,
    "brancher": Term,
    "maalgrupper": Term,
    "virkemidler": Term,
    "aktoertyper": ActorKind,
    "organiseringsformer": OrganisationForm,
    "finansieringsformer": Term,
    "effekter": Effect,
    "resultattyper": ResultType,
    "laeringsomraader": LessonArea,
    "emner": LessonTopic,
    "regioner": Region,
    "kommuner": Municipality,
    "udgivelser": Publication,
    "viden": Term,
    "diagrammer": Chart,
    "siden_2018": SinceNote,
    "nyheder": NewsItem,
    "kildenoter": SourceNote,
    "spoergsmaal": Question,
    "synonymer": SynonymGroup,
    "ordvalg": WordChoice,
    "skabeloner": Starter,
    "tjek": CheckRule,
}
# Lists that stand with the agreements they are about; all others stand with the cases.
_WITH_AGREEMENTS = {"skabeloner", "tjek"}


def vocabulary_path(name: str) -> str:
    """Where a shared list stands, below the root."""
    return f"{'agreements' if name in _WITH_AGREEMENTS else 'cases'}/_{name}.yml"
