"""The pictures of the guides: what each shows, in words, and how high it is; scripts/screenshots.py takes them."""

from __future__ import annotations

from dataclasses import dataclass

# All pictures have this width; the browser keeps their place before they arrive.
WIDTH = 900


@dataclass(frozen=True)
class GuidePicture:
    """One picture in docs/assets/billeder/; text is read where it cannot be seen."""

    name: str
    text: str
    height: int


_ALL = (
    GuidePicture("blyant", "En cases side. Øverst til højre ved overskriften er et lille ark med en blyant.", 420),
    GuidePicture(
        "formular",
        "Formularens første trin: felter til titel, en kort sætning og tema. Til højre vokser casens side frem.",
        633,
    ),
    GuidePicture(
        "mangler", "Det sidste trin med en liste over det, der mangler. Hver linje er et link til sit felt.", 633
    ),
    GuidePicture(
        "klar",
        "Det sidste trin, når intet mangler: knappen »Åbn GitHub med casen« og under den vejen uden GitHub.",
        633,
    ),
    GuidePicture(
        "redaktion",
        "Redaktørværktøjet med en åben case: felter til titel, tema og kommuner. Øverst er knappen »Gem«.",
        560,
    ),
)
GUIDE_PICTURES = {picture.name: picture for picture in _ALL}
