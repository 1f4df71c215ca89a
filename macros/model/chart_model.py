"""What a chart shows: key figures of one case, each named by its id, so that no number is typed twice."""

from __future__ import annotations

from macros.model.fields import Identifier, Line, Prose, Record, YesNo, needed, optional


class ChartBar(Record):
    """A key figure as a bar; its parts stand below it, end to end."""

    noegletal: Identifier = needed("Nøgletal", "Id på et af casens nøgletal.", "match-2015")
    navn: Line = needed("Navn", "Ordene efter tallet på søjlen. Højst 44 tegn.", "match i 2015")
    dele: tuple[ChartBar, ...] = optional("Dele", "De nøgletal, som tallet består af.", default=())
    rest: Line | None = optional(
        "Rest", "Hvad der mangler, når delene ikke når op på tallet.", "kilden nævner kun disse"
    )


class ChartPanel(Record):
    """Bars that count the same thing."""

    navn: Line = needed("Navn", "Hvad søjlerne tæller.", "Deltagere")
    soejler: tuple[ChartBar, ...] = needed("Søjler", "Søjlerne ovenfra og ned.")


class Chart(Record):
    """A drawing of some of a case's key figures."""

    id: Identifier = needed("Id", "Fast kendemærke. Er diagrammets adresse.", "byg-til-vaekst-i-tal")
    case: Identifier = needed("Case", "Id på casen, som tallene kommer fra.", "byg-til-vaekst-fyn", refers="cases")
    titel: Line = needed("Titel", "Det, diagrammet viser, som en kort sætning.")
    forklaring: Prose = needed("Forklaring", "Det, en læser skal vide for ikke at læse diagrammet forkert.")
    samme_skala: YesNo = optional("Samme skala", "nej, når felterne ikke tæller det samme.", "ja", default=True)
    felter: tuple[ChartPanel, ...] = needed("Felter", "Et eller flere felter med søjler.")
