"""Made cases are valid, all different, and case k is the same however many there are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from macros.library.content import Content, load_content
from scripts.measuring.synthetic_cases import Maker, content_of, stands_alone
from scripts.measuring.synthetic_project import case_text, write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty made cases as files."""
    root = tmp_path_factory.mktemp("opdigtet") / "projekt"
    write_project(root, count=40, seed=7)
    return root


@pytest.fixture(scope="module")
def made(project: Path) -> Content:
    """The files read back, which holds that they are without faults."""
    return load_content(project)


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_forty_cases_and_all_that_they_lean_on_are_valid(made: Content, content: Content) -> None:
    assert len(made.cases) == 40
    assert not set(made.case_by_id) & set(content.case_by_id)
    assert made.agreements == content.agreements
    assert made.vocabularies["kommuner"] == content.vocabularies["kommuner"]


def test_the_same_seed_gives_the_same_bytes_and_another_others(project: Path, tmp_path: Path) -> None:
    write_project(tmp_path / "igen", count=40, seed=7)
    write_project(tmp_path / "anden", count=40, seed=8)
    assert files(tmp_path / "igen") == files(project)
    assert not set(cases(files(tmp_path / "anden"))) & set(cases(files(project)))


def cases(found: dict[str, bytes]) -> dict[str, bytes]:
    """The files that are cases."""
    return {name: data for name, data in found.items() if name.startswith("cases/") and "/_" not in name}


def test_a_case_is_the_same_however_many_there_are(project: Path, tmp_path: Path) -> None:
    write_project(tmp_path / "faa", count=10, seed=7)
    few, many = cases(files(tmp_path / "faa")), cases(files(project))
    assert len(few) == 10 and few.items() <= many.items()


def test_the_fast_way_gives_the_same_content_as_the_files(made: Content, content: Content) -> None:
    fast = content_of(content, count=40, seed=7)
    assert {case.id: case for case in fast.cases} == made.case_by_id
    assert fast.vocabularies == made.vocabularies
    assert fast.catalogue == made.catalogue


def test_no_two_titles_or_addresses_are_alike(content: Content) -> None:
    maker = Maker(content, seed=7)
    identifiers = [maker.identifier(number) for number in range(20_000)]
    assert len(set(identifiers)) == len(identifiers)
    assert not set(identifiers) & set(content.case_by_id)
    with pytest.raises(ValueError, match="højst"):
        maker.identifier(10**6)


def test_every_kind_of_value_is_used(content: Content) -> None:
    found = content_of(content, count=400, seed=7)
    for field, vocabulary in (
        ("brancher", "brancher"),
        ("maalgrupper", "maalgrupper"),
        ("virkemidler", "virkemidler"),
        ("resultattyper", "resultattyper"),
        ("kommuner", "kommuner"),
        ("organiseringsform", "organiseringsformer"),
        ("finansieringsform", "finansieringsformer"),
    ):
        used = Counter(value for case in found.cases for value in getattr(case, field))
        assert used.keys() == found.vocabularies[vocabulary].keys(), field
    assert {case.tema for case in found.cases} == found.vocabularies["temaer"].keys()
    kinds = {actor.type for case in found.cases for actor in case.aktoerer}
    assert kinds == found.vocabularies["aktoertyper"].keys()
    assert any(not case.noegletal for case in found.cases) and any(len(case.noegletal) > 5 for case in found.cases)


def test_a_made_case_is_about_as_large_as_a_real_one(project: Path) -> None:
    real = [path.stat().st_size for path in Path("cases").resolve().glob("[a-z]*.yml")]
    sizes = [len(data) for data in cases(files(project)).values()]
    assert 0.6 < (sum(sizes) / len(sizes)) / (sum(real) / len(real)) < 1.4


@pytest.mark.parametrize(("item", "alone"), [("case-id", False), ({"case": "x"}, False), ({"laering": "y"}, True)])
def test_what_points_at_a_case_does_not_stand_alone(item: object, alone: bool) -> None:
    assert stands_alone(item) is alone


def test_text_that_yaml_would_read_otherwise_is_quoted() -> None:
    text = case_text({"titel": "Job: en vej", "kort": "- og # så", "noegletal": [{"tal": "1.000", "hvad": "»Ja«"}]})
    assert text == 'titel: "Job: en vej"\nkort: "- og # så"\nnoegletal:\n  - tal: 1.000\n    hvad: "»Ja«"\n'
