"""The index: each root leads to the right documents in the right class, and knows where its words stand."""

from __future__ import annotations

from macros.finding.search_index import (
    FIELDS,
    LESSONS,
    OFTEN,
    RANKING,
    SUMMARY,
    TEXT,
    TITLE,
    WEAK_SYNONYM,
    SearchIndex,
    search_index,
)

DOCUMENTS = [
    ("Læreplads søges", "Kort om smede", "", "Elev og elev igen"),
    ("Smed", "", "Arbejdskraft mangler", "Kraft og faglig uddannelse"),
    ("Andet", "", "uddannelse er faglig", "EUD"),
]
SYNONYMS = [("elev", "lærling"), ("EUD", "faglig uddannelse")]


def index() -> SearchIndex:
    """The index of three small documents."""
    return search_index(DOCUMENTS, SYNONYMS)


def kind_of(root: str, document: int) -> int | None:
    """The class in which a root leads to a document."""
    return next((kind for kind, numbers in index().postings[root].items() if document in numbers), None)


def test_a_word_stands_in_the_class_of_its_best_field() -> None:
    assert kind_of("smed", 0) == SUMMARY
    assert kind_of("smed", 1) == TITLE
    assert kind_of("elev", 0) == TEXT
    assert kind_of("smed", 2) is None


def test_a_document_stands_once_under_a_root() -> None:
    for classes in index().postings.values():
        numbers = [number for found in classes.values() for number in found]
        assert len(numbers) == len(set(numbers))
        assert all(found == sorted(found) for found in classes.values())


def test_a_part_of_a_compound_stands_in_its_own_class_and_yields_to_the_better() -> None:
    # "Arbejdskraft" among the lessons says more than "Kraft" in the text.
    assert kind_of("kraft", 1) == FIELDS + LESSONS
    assert RANKING.index(FIELDS + LESSONS) < RANKING.index(TEXT)


def test_a_word_that_stands_often_in_a_text_counts_for_more() -> None:
    found = search_index([("", "", "", "job job"), ("", "", "", "job job job"), ("job", "", "", "job job job")], ())
    assert found.postings["job"] == {TEXT: [0], OFTEN: [1], TITLE: [2]}


def test_a_name_has_no_parts() -> None:
    documents = [("Havn", "", "", ""), ("København", "", "", ""), ("Havnefront", "", "", "")]
    assert search_index(documents, ()).postings["havn"] == {TITLE: [0], FIELDS + TITLE: [1, 2]}
    assert search_index(documents, (), ["København"]).postings["havn"] == {TITLE: [0], FIELDS + TITLE: [2]}


def test_a_short_synonym_is_not_found_inside_longer_words() -> None:
    documents = [("Bus", "", "", ""), ("Business", "", "", "")]
    assert search_index(documents, [("chauffør", "bus")]).postings["chauffor"] == {WEAK_SYNONYM - 1: [0]}


def test_a_synonym_leads_to_the_others_documents_but_never_above_the_word_itself() -> None:
    assert kind_of("larling", 0) == WEAK_SYNONYM
    assert kind_of("elev", 0) == TEXT


def test_a_synonym_of_several_words_must_stand_as_a_phrase() -> None:
    assert index().postings["faglig uddan"] == {TEXT: [1], WEAK_SYNONYM: [2]}
    assert kind_of("eud", 1) == WEAK_SYNONYM
    assert kind_of("eud", 2) == TEXT


def test_places_count_words_and_fields_and_documents_lie_apart() -> None:
    found = index()
    places = {root: list(row) for root, row in found.positions.items()}
    assert places["lareplad"] == [0] and found.starts[0] == 0
    assert places["elev"][1] - places["elev"][0] == 2
    in_second = [place for place in places["faglig"] if found.starts[1] <= place < found.starts[2]]
    assert in_second[0] + 1 in places["uddan"]
    assert places["smed"][0] - places["sog"][0] > 2
    assert max(place for row in places.values() for place in row) < found.end


def test_the_commonest_form_is_kept() -> None:
    forms = search_index([("", "", "", "Lærlinge lærlinge Lærling")], ()).words
    assert forms["larling"] == "lærlinge"


def test_texts_outside_the_quick_alphabet_are_read_alike() -> None:
    plain, odd = (search_index([("", "", "", f"Lærlinge og Job {sign}")], ()) for sign in ("", "→ ≥"))
    assert odd.postings == plain.postings and odd.words == plain.words


def test_no_documents_give_no_index() -> None:
    assert search_index([], ()).postings == {}
