"""The kinds of value that a field of content can hold, each with the Danish message for a wrong one."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class Record(BaseModel):
    """A part of the content: unknown keys are faults, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def wrong(message: str, expected: str, tip: str = "") -> PydanticCustomError:
    """A fault with our own words; macros.faults turns it into a Problem."""
    return PydanticCustomError("dansk", "{message}", {"message": message, "expected": expected, "tip": tip})


def quoted(value: Any, length: int = 40) -> str:
    """The value as it is quoted in a message, cut where it is long."""
    text = " ".join(str(value).split())
    return f"»{text if len(text) <= length else text[: length - 1] + '…'}«"


def _text(value: Any) -> str:
    if isinstance(value, (dict, list)):
        kind = "en liste" if isinstance(value, list) else "en gruppe af felter"
        raise wrong(
            f"her står {kind}",
            "tekst",
            "Sæt teksten i citationstegn, hvis den har kolon eller kantede parenteser.",
        )
    if not str(value).strip():
        raise wrong("feltet er tomt", "tekst", "Skriv noget, eller slet hele linjen.")
    return str(value).strip()


def _line(value: Any) -> str:
    text = _text(value)
    if "\n" in text:
        raise wrong("teksten står på flere linjer", "én linje", "Skriv teksten på samme linje som feltnavnet.")
    return text


def _identifier(value: Any) -> str:
    text = _line(value)
    if not re.match(ID_PATTERN, text):
        expected = "små bogstaver a-z, tal og bindestreg"
        raise wrong(f"{quoted(text)} er ikke et gyldigt id", expected, "Skriv ae, oe og aa i stedet for æ, ø og å.")
    return text


def _number(value: Any) -> Decimal:
    text = _line(value)
    if not re.match(r"^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+(,\d+)?$", text):
        tip = "Skriv kun selve tallet; ord som »cirka« hører til i forbehold."
        raise wrong(f"{quoted(text)} er ikke et tal", "et tal som 9.000 eller 42,5", tip)
    return Decimal(text.replace(".", "").replace(",", "."))


def _whole(value: Any) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        raise wrong(f"{quoted(value)} er ikke et helt tal", "et helt tal som 12")
    return int(number)


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    text = _line(value)
    try:
        if not re.match(r"^\d{4}-\d{2}-\d{2}$", text):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise wrong(f"{quoted(text)} er ikke en dato", "ÅÅÅÅ-MM-DD, fx 2021-09-15") from None


def _years(value: Any) -> str:
    text = _line(value).replace("–", "-")
    found = re.match(r"^(\d{4})(?:-(\d{4}))?$", text)
    if not found:
        raise wrong(f"{quoted(value)} er ikke et år", "et år som 2017 eller to som 2015-2016")
    if found[2] and found[2] <= found[1]:
        raise wrong(f"{quoted(value)} slutter, før det begynder", "det første år først")
    return text


def _pages(value: Any) -> str:
    text = _line(value).replace("–", "-")
    if not re.match(r"^\d{1,4}(-\d{1,4})?$", text):
        raise wrong(f"{quoted(value)} er ikke et sidetal", "et sidetal som 12 eller 15-16")
    return text


def _yes_or_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _line(value).lower()
    if text not in ("ja", "nej"):
        raise wrong(f"{quoted(value)} er hverken ja eller nej", "ja eller nej")
    return text == "ja"


def _address(value: Any) -> str:
    text = _line(value)
    if not re.match(r"^https://[^\s<>\"]+$", text):
        raise wrong(f"{quoted(text)} er ikke en webadresse", "en adresse, der begynder med https://")
    return text


Line = Annotated[str, BeforeValidator(_line)]
Prose = Annotated[str, BeforeValidator(_text)]
Identifier = Annotated[str, BeforeValidator(_identifier)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
Day = Annotated[date, BeforeValidator(_day)]
Years = Annotated[str, BeforeValidator(_years)]
Pages = Annotated[str, BeforeValidator(_pages)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Address = Annotated[str, BeforeValidator(_address)]


def needed(title: str, help_text: str, example: str = "") -> Any:
    """A field that must be there, with the label, help and example that editors see."""
    return Field(title=title, description=help_text, examples=[example] if example else None)


def optional(title: str, help_text: str, example: str = "", default: Any = None) -> Any:
    """A field that is left out where the source does not answer it."""
    return Field(default, title=title, description=help_text, examples=[example] if example else None)
