"""What a model's fields are made of, read from its types."""

from __future__ import annotations

from macros.model.agreement_model import Agreement
from macros.model.case_model import Case, KeyFigure
from macros.model.chart_model import Chart
from macros.model.model_shape import references, shape


def test_one_many_and_by_key() -> None:
    case = {name: shape(info) for name, info in Case.model_fields.items()}
    assert (case["titel"].amount, case["brancher"].amount) == ("one", "many")
    assert case["noegletal"].model is KeyFigure
    assert case["finansiering"].kind is not None and case["finansiering"].kind.name == "text"
    clauses = shape(Agreement.model_fields["klausuler"])
    assert (clauses.amount, clauses.refers) == ("by-key", "klausuler")
    assert clauses.keys is not None and clauses.keys.name == "id"


def test_what_the_model_says_besides_the_type() -> None:
    assert shape(Case.model_fields["kort"]).longest == 200
    assert shape(Case.model_fields["brancher"]).least == 1
    assert shape(Case.model_fields["titel"]).longest == shape(Case.model_fields["kommuner"]).least == 0


def test_references_are_named_by_path() -> None:
    found = references(Case)
    assert found["tema"] == "temaer"
    assert found["laering.*.emner.*"] == "emner"
    assert found["kilde.udgivelse"] == "udgivelser"
    assert references(Agreement)["klausuler.#"] == "klausuler"


def test_a_group_that_holds_itself_is_no_trap() -> None:
    assert references(Chart) == {"case": "cases"}
