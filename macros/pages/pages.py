"""What each macro shows: look up, render. One function per macro; its name is the macro's and the template's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from macros.editing.field_reference import field_groups
from macros.editing.guide_pictures import GUIDE_PICTURES, WIDTH
from macros.finding.facet_pages import theme_listing
from macros.finding.facets import current_region, facets
from macros.finding.related import related_cases
from macros.ground.build_cache import Keep, made_anew
from macros.ground.danish import sort_key
from macros.html.long_lists import LESSONS_OF_THEME, OF_THEME, share
from macros.html.rendering import render
from macros.insight.knowledge import unanswered
from macros.insight.lessons import lessons_in_area
from macros.insight.municipality_map import content_of_place, municipality_map
from macros.insight.results import all_figures
from macros.library.content import Content
from macros.library.shared_content import shared_content
from macros.model.case_model import Case
from macros.model.vocabulary_model import Theme
from macros.pages import pages_case
from macros.pages.pages_agreements import AgreementPages
from macros.pages.pages_design import DesignPages
from macros.pages.pages_facets import FacetPages
from macros.pages.pages_finding import FindingPages
from macros.pages.pages_language import LanguagePages
from macros.pages.pages_lessons import LessonPages, theme_lessons
from macros.pages.pages_partners import PartnerPages
from macros.pages.pages_results import ResultPages
from macros.pages.pages_sharing import SharingPages
from macros.pages.pages_trust import TrustPages
from macros.pages.pages_withdrawn import WithdrawnPages

FRONT_LESSONS = 3
FRONT_NEWS = 3
# Up to so many cases the finder's page holds them all.
WHOLE_LIST = 60
FIRST_OF_THEME = 3
# So many stand under the municipalities together.
CASES_OF_PLACES = 300

Groups = list[tuple[Theme, list[Case]]]


class Pages(
    AgreementPages,
    DesignPages,
    FacetPages,
    FindingPages,
    LessonPages,
    PartnerPages,
    ResultPages,
    LanguagePages,
    SharingPages,
    TrustPages,
    WithdrawnPages,
):
    """Every page's content as Markdown or HTML text, made from one content on one day."""

    def __init__(
        self, content: Content, today: date, site_url: str = "", addresses: Mapping[str, str] | None = None,
        keep: Keep = made_anew,
    ) -> None:  # fmt: skip
        """Addresses are the repository's ("repository") and the editors' ("kontakt"), as mkdocs.yml has them."""
        self.content, self.today, self.site_url, self.keep = content, today, site_url, keep
        self.addresses = addresses or {}

    def _groups(self) -> Groups:
        cases = self.content.cases
        return [(theme, [case for case in cases if case.tema == theme.id]) for theme in self.content.terms("temaer")]

    def front_page(self) -> str:
        """The front page: what this is, the two things one can do, and a taste of each."""
        shown = [self.content.case_by_id[identifier] for identifier in self.content.catalogue.fremhaevede]
        areas = self.content.terms("laeringsomraader")[:FRONT_LESSONS]
        return render(
            "front_page.html", "", content=self.content, groups=self._groups(),
            figure_count=len(all_figures(self.content)),
            figures=[(case, case.noegletal[0]) for case in shown if case.noegletal],
            lessons=[lessons_in_area(self.content, area.id)[0] for area in areas],
            map=municipality_map(self.content),
            news=sorted(self.content.terms("nyheder"), key=lambda item: item.dato, reverse=True)[:FRONT_NEWS],
        )  # fmt: skip

    def case_finder(self) -> str:
        """The finder with its facets and the full list, or the first of each theme where the list is long."""
        few = len(self.content.cases) <= WHOLE_LIST
        numbered = list(enumerate(self.content.cases))
        groups = []
        for theme in self.content.terms("temaer"):
            rows = [(row, case) for row, case in numbered if case.tema == theme.id]
            groups.append((theme, len(rows), rows if few else rows[:FIRST_OF_THEME]))
        return render(
            "case_finder.html", "cases/",
            content=self.content, groups=groups, few=few, facets=facets(self.content, self.today),
            listing_of=theme_listing,
        )  # fmt: skip

    def case_page(self, identifier: str) -> str:
        """One case."""
        case = self.content.case_by_id[identifier]
        related = related_cases(self.content, case)
        return pages_case.case_page(shared_content(self.content), case, related, self.today, self.site_url)

    def theme_list(self) -> str:
        """The four themes with their cases."""
        return render("theme_list.html", "temaer/", content=self.content, groups=self._groups())

    def theme_page(self, identifier: str) -> str:
        """One theme: what its cases share, the cases, their figures and lessons."""
        content = self.content
        cases = [case for case in content.cases if case.tema == identifier]
        return render(
            "theme_page.md", f"temaer/{identifier}/", content=content, cases=cases, of_theme=OF_THEME,
            lessons_of_theme=LESSONS_OF_THEME,
            theme=content.term("temaer", identifier),
            figures=[(case, case.noegletal[0]) for case in cases if case.noegletal],
            **theme_lessons(content, cases),
            publication=content.term("udgivelser", content.catalogue.udgivelse),
        )  # fmt: skip

    def municipality_map(self) -> str:
        """The map of Denmark, with a marker on each municipality that has content."""
        return render("municipality_map.html", "kort/", map=municipality_map(self.content))

    def place_list(self) -> str:
        """Cases and agreements by region and municipality."""
        content = self.content
        regions = []
        for region in content.terms("regioner"):
            if (region.til and region.til < self.today) or (region.fra and region.fra > self.today):
                continue
            places = []
            for place in sorted(content.terms("kommuner"), key=lambda item: sort_key(item.navn)):
                cases, agreements = content_of_place(content, place.id)
                here = current_region(content, place.region, self.today) == region.id
                if here and (cases or agreements):
                    places.append((place, cases, agreements))
            regions.append((region, places))
        unplaced = [case for case in content.cases if not case.kommuner]
        most = share((len(cases) for _, places in regions for _, cases, _ in places), CASES_OF_PLACES)
        return render("place_list.html", "kort/", content=content, regions=regions, unplaced=unplaced, most=most)

    def catalogue_overview(self) -> str:
        """The catalogue's general part."""
        return render("catalogue_overview.md", "om/kataloget/", content=self.content, catalogue=self.content.catalogue)

    def agreement_builder(self) -> str:
        """The builder, with all model texts for readers without a script."""
        return render("agreement_builder.html", "aftaler/byg/", content=self.content)

    def reader_list(self) -> str:
        """The reader's own list, which the script fills."""
        return render("reader_list.html", "liste/")

    def agreement_drafts(self) -> str:
        """The tool that opens, compares, merges and renews drafts."""
        return render("agreement_drafts.html", "aftaler/kladder/", content=self.content)

    def source_notes(self) -> str:
        """Every editorial choice, and what the source does not say."""
        content = self.content
        groups = [
            (publication, [note for note in content.terms("kildenoter") if note.udgivelse == publication.id])
            for publication in content.terms("udgivelser")
        ]
        unknown = [(case, unanswered(case)) for case in content.cases if unanswered(case)]
        return render("source_notes.md", "om/kilder/", content=content, groups=groups, unknown=unknown)

    def link_check(self) -> str:
        """The form where partners check their links."""
        return render("link_check.html", "links/")

    def new_case(self) -> str:
        """The form for a new case, which leads to the editors' mail and to the repository."""
        repository = self.addresses.get("repository", "").rstrip("/")
        contact = self.addresses.get("kontakt", "")
        return render("new_case.html", "bidrag/ny-case/", contact=contact, repository=repository)

    def guide_picture(self, name: str) -> str:
        """A picture of a guide, for the pages two levels down."""
        return render("guide_picture.html", "bidrag/*/", picture=GUIDE_PICTURES[name], width=WIDTH)

    def field_reference(self) -> str:
        """What each field of a case and an agreement means, from the model itself."""
        return render("field_reference.md", "bidrag/felter/", groups=field_groups())


MACROS = tuple(name for name in dir(Pages) if not name.startswith("_"))
