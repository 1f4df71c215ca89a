"""The rules of the questions that find cases like one's own: each answer says one thing, and every value is reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.ground.problem import Problem
from macros.model.fields import quoted
from macros.reading.yaml_source import Source

# How large an area a case covers; macros.finding.situations tells which a case has.
REACHES = ("en-kommune", "flere-kommuner", "hel-egn")
# The lists whose values an answer may stand for.
ANSWER_LISTS = ("temaer", "virkemidler", "maalgrupper", "aktoertyper", "raekkevidde")
# The lists of which every value must be reached by some answer.
_WHOLE_LISTS = ("temaer", "maalgrupper", "aktoertyper", "raekkevidde")
Rows = Sequence[tuple[Source, int, Any]]


def check_questions(rows: Rows) -> Iterator[Problem]:
    """Every rule over all the questions."""
    for source, index, question in rows:
        yield from _check_answer_ids(source, index, question)
        for place, answer in enumerate(question.svar):
            yield from _check_one_list(source, (index, "svar", place), answer)
            yield from _check_reaches(source, (index, "svar", place), answer)
            yield from _check_reasons(source, (index, "svar", place), answer)


def _check_answer_ids(source: Source, index: int, question: Any) -> Iterator[Problem]:
    """Every answer of a question has an id of its own, because it stands in addresses."""
    seen: set[str] = set()
    for place, answer in enumerate(question.svar):
        if answer.id in seen:
            where = (index, "svar", place, "id")
            yield source.problem(where, f"{quoted(answer.id)} bruges til to svar", "et id pr. svar i spørgsmålet")
        seen.add(answer.id)


def _check_one_list(source: Source, where: tuple[int | str, ...], answer: Any) -> Iterator[Problem]:
    """An answer stands for values of one list, so that the finder can be asked for exactly the same."""
    used = [name for name in ANSWER_LISTS if getattr(answer, name)]
    if len(used) != 1:
        message = "svaret peger på flere lister" if used else "svaret peger ikke på noget"
        yield source.problem(where, message, f"netop én af {', '.join(ANSWER_LISTS)}")


def _check_reaches(source: Source, where: tuple[int | str, ...], answer: Any) -> Iterator[Problem]:
    """An answer about the area uses the sizes that there are."""
    for place, value in enumerate(answer.raekkevidde):
        if value not in REACHES:
            here = (*where, "raekkevidde", place)
            yield source.problem(here, f"ukendt rækkevidde: {quoted(value)}", ", ".join(REACHES))


def _check_reasons(source: Source, where: tuple[int | str, ...], answer: Any) -> Iterator[Problem]:
    """A reason goes on with a sentence: it neither begins with a capital letter nor ends with a full stop."""
    for field in ("passer", "passer_ikke"):
        text = getattr(answer, field)
        if text[0].isupper() or text.endswith("."):
            tip = "Sætningen begynder med »Passer, fordi«, og siden sætter selv punktum."
            yield source.problem((*where, field), f"{quoted(text)} kan ikke stå midt i en sætning", tip=tip)


def check_values_are_reached(rows: Rows, names: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """Every theme, target group, kind of party and size of area is reached by an answer. Advice: nothing breaks."""
    if not rows:
        return
    names = {**names, "raekkevidde": dict.fromkeys(REACHES, "")}
    source = rows[0][0]
    for name in _WHOLE_LISTS:
        reached = {value for _, _, question in rows for answer in question.svar for value in getattr(answer, name)}
        for value in names.get(name, {}):
            if value not in reached:
                tip = f"Føj {value} til et af svarenes {name}."
                yield source.problem((), f"intet svar fører til {quoted(value)} fra {name}", tip=tip)
