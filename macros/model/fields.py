"""The kinds of value that a field of content can hold, each with the Danish message for a wrong one.

A kind is data: macros.editing.form_fields hands its checks to the web form, so that it says the same words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Record(BaseModel):
    """A part of the content: unknown keys are faults, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __getstate__(self) -> dict[str, Any]:
        """What is kept of it: its values, and not which fields were written, which nobody asks for."""
        return self.__dict__

    def __setstate__(self, values: dict[str, Any]) -> None:
        """Take the kept values; there are fifteen records in a case, so nothing more is looked at."""
        _set(self, "__dict__", values)
        _set(self, "__pydantic_fields_set__", _UNASKED)
        _set(self, "__pydantic_extra__", None)
        _set(self, "__pydantic_private__", None)


_set = object.__setattr__
# One for all, since nobody adds to it.
_UNASKED: set[str] = set()


def wrong(message: str, expected: str, tip: str = "") -> PydanticCustomError:
    """A fault with our own words; macros.reading.faults turns it into a Problem."""
    return PydanticCustomError("dansk", "{message}", {"message": message, "expected": expected, "tip": tip})


def quoted(value: Any, length: int = 40) -> str:
    """The value as it is quoted in a message, cut where it is long."""
    text = " ".join(str(value).split())
    return f"»{text if len(text) <= length else text[: length - 1] + '…'}«"


@dataclass(frozen=True)
class Check:
    """One thing that a typed text must be; {value} in the message stands for the text as quoted() writes it."""

    id: str
    message: str
    expected: str
    tip: str = ""
    # What the text must match, read alike by Python and JavaScript; without it, RULES has the rule by its id.
    pattern: str = ""

    def passes(self, text: str) -> bool:
        """Whether the text is as it must be."""
        return re.search(self.pattern, text) is not None if self.pattern else RULES[self.id](text)


# What no pattern can tell, by the id of its check.
def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text) is not None
    except ValueError:
        return False


def _is_in_order(text: str) -> bool:
    first, _, last = text.replace("–", "-").partition("-")
    return not last or first < last


RULES: dict[str, Callable[[str], bool]] = {"kalenderdag": _is_day, "raekkefoelge": _is_in_order}


@dataclass(frozen=True)
class Kind:
    """A kind of field: what is checked, in order, and what a right text becomes."""

    name: str
    checks: tuple[Check, ...]
    convert: Callable[[str], Any] = str
    # The values of a choice that the model itself fixes, with what people see.
    choices: tuple[tuple[str, str], ...] = ()
    # What YAML 1.2, which editors' programs read by, may take a right text for.
    types: tuple[str, ...] = ("string",)

    def read(self, value: Any) -> Any:
        """The value that a typed text stands for; raises the first check that it does not pass."""
        if type(value) is str:
            pass
        elif isinstance(value, (bool, date)):
            return value
        elif isinstance(value, (dict, list, tuple)):
            what = "en gruppe af felter" if isinstance(value, dict) else "en liste"
            tip = "Sæt teksten i citationstegn, hvis den har kolon eller kantede parenteser."
            raise wrong(f"her står {what}", FILLED.expected, tip)
        text = str(value).strip()
        if not self._right(text):
            failed = next(check for check in self.checks if not check.passes(text))
            raise wrong(failed.message.replace("{value}", quoted(text)), failed.expected, failed.tip)
        return self.convert(text)

    @cached_property
    def _right(self) -> Callable[[str], object]:
        """All checks as one look at the text, for there are a hundred texts in a case."""
        look = re.compile("".join(f"(?={check.pattern})" for check in self.checks if check.pattern)).match
        rules = [RULES[check.id] for check in self.checks if not check.pattern]
        return (lambda text: look(text) and all(rule(text) for rule in rules)) if rules else look

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read before pydantic looks."""
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """In validation mode what an editor may type, in serialization mode what our data files hold."""
        if handler.mode == "serialization":
            return handler(schema)
        if self.choices:
            return {"type": "string", "enum": [value for value, _ in self.choices]}
        pattern = next((check.pattern for check in reversed(self.checks) if check.pattern), "")
        typed: str | list[str] = self.types[0] if len(self.types) == 1 else list(self.types)
        return {"type": typed} | ({"pattern": pattern} if pattern not in _ANY_TEXT else {"minLength": 1})


# YAML's own words for nothing are nothing here too.
FILLED = Check(
    "udfyldt", "feltet er tomt", "tekst", "Skriv noget, eller slet hele linjen.", r"^(?!(~|null|Null|NULL)$)[\s\S]*\S"
)
# Longer than this is no field but a file, and would keep the build busy for minutes.
_SHORT = Check("langt", "teksten er alt for lang", "højst 1.000 tegn på en linje", "Del teksten.", r"^[\s\S]{0,1000}$")
_FITTING = Check("langt", "teksten er alt for lang", "højst 20.000 tegn", "Del teksten.", r"^[\s\S]{0,20000}$")
ONE_LINE = Check(
    "en-linje", "teksten står på flere linjer", "én linje", "Skriv teksten på samme linje som feltnavnet.", r"^[^\n]*$"
)
_ANY_TEXT = ("", _SHORT.pattern, _FITTING.pattern)
_LINE = (FILLED, ONE_LINE, _SHORT)
_ID = Check(
    "id", "{value} er ikke et gyldigt id", "små bogstaver a-z, tal og bindestreg, fx ny-case",
    "Skriv ae, oe og aa i stedet for æ, ø og å.", ID_PATTERN,
)  # fmt: skip
_NUMBER = Check(
    "tal", "{value} er ikke et tal", "et tal som 9.000 eller 42,5",
    "Skriv kun selve tallet; ord som »cirka« hører til i forbehold.",
    r"^([0-9]{1,3}(\.[0-9]{3}){1,4}|[0-9]{1,15})(,[0-9]{1,9})?$",
)  # fmt: skip
_WHOLE = Check(
    "helt-tal", "{value} er ikke et helt tal", "et helt tal som 12", "Skriv tallet uden komma.", r"^[^,]*(,0+)?$"
)
_DAY_FORM = Check(
    "dato",
    "{value} er ikke en dato",
    "ÅÅÅÅ-MM-DD, fx 2021-09-15",
    "Skriv år, måned og dag med to bindestreger.",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
)
_DAY = Check("kalenderdag", "{value} findes ikke i kalenderen", "ÅÅÅÅ-MM-DD, fx 2021-09-15", "Ret dag eller måned.")
_YEARS = Check(
    "aar",
    "{value} er ikke et år",
    "et år som 2017 eller to som 2015-2016",
    "Skriv året med fire cifre.",
    r"^[0-9]{4}([-–][0-9]{4})?$",
)
_IN_ORDER = Check(
    "raekkefoelge", "{value} slutter, før det begynder", "det første år først, fx 2015-2016", "Byt om på årene."
)
_PAGES = Check(
    "sider",
    "{value} er ikke et sidetal",
    "et sidetal som 12 eller 15-16",
    "Skriv kun tallet, uden ordet side.",
    r"^[0-9]{1,4}([-–][0-9]{1,4})?$",
)
_YES_NO = Check(
    "ja-nej", "{value} er hverken ja eller nej", "ja eller nej", "Skriv kun det ene ord.", r"^([jJ][aA]|[nN][eE][jJ])$"
)
_ADDRESS = Check(
    "adresse",
    "{value} er ikke en webadresse",
    "en adresse som https://www.kl.dk",
    "Kopiér adressen fra browseren.",
    r'^https://[^\s<>"]+$',
)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _span(text: str) -> str:
    return text.replace("–", "-")


Line = Annotated[str, Kind("line", _LINE, types=("string", "number"))]
Prose = Annotated[str, Kind("text", (FILLED, _FITTING), types=("string", "number"))]
Identifier = Annotated[str, Kind("id", (*_LINE, _ID), types=("string", "integer"))]
Number = Annotated[Decimal, Kind("number", (*_LINE, _NUMBER), _decimal, types=("string", "number"))]
Whole = Annotated[
    int, Kind("whole", (*_LINE, _NUMBER, _WHOLE), lambda text: int(_decimal(text)), types=("string", "integer"))
]
Day = Annotated[date, Kind("date", (*_LINE, _DAY_FORM, _DAY), date.fromisoformat)]
Years = Annotated[str, Kind("years", (*_LINE, _YEARS, _IN_ORDER), _span, types=("string", "integer"))]
Pages = Annotated[str, Kind("pages", (*_LINE, _PAGES), _span, types=("string", "integer"))]
YesNo = Annotated[bool, Kind("yesno", (*_LINE, _YES_NO), lambda text: text.lower() == "ja")]
Address = Annotated[str, Kind("url", (*_LINE, _ADDRESS))]


def one_of(noun: str, **choices: str) -> Kind:
    """A kind whose values the model itself fixes: value=what people see, in order."""
    *some, last = choices
    pattern = rf"^({'|'.join(choices)})$"
    check = Check("valg", f"{{value}} er ikke {noun}", f"{', '.join(some)} eller {last}", "Vælg en af dem.", pattern)
    return Kind("choice", (*_LINE, check), choices=tuple(choices.items()))


def needed(title: str, help_text: str, example: str = "", *, refers: str = "", longest: int = 0, least: int = 0) -> Any:
    """A field that must be there, with the label, help and example that editors see.

    refers names the list whose ids it holds; longest is how many signs read well; least is how many rows it must have.
    """
    extra = _extra(refers, longest, least)
    return Field(title=title, description=help_text, examples=[example] if example else None, json_schema_extra=extra)


def optional(
    title: str, help_text: str, example: str = "", default: Any = None, *, refers: str = "", longest: int = 0
) -> Any:
    """A field that is left out where the source does not answer it; refers and longest as for a needed one."""
    extra = _extra(refers, longest, 0)
    return Field(
        default, title=title, description=help_text, examples=[example] if example else None, json_schema_extra=extra
    )


def _extra(refers: str, longest: int, least: int) -> dict[str, Any] | None:
    extra: dict[str, Any] = {"liste": refers} if refers else {}
    extra |= {"hoejst": longest} if longest else {}
    extra |= {"minItems": least} if least else {}
    return extra or None
