"""Model texts with marked blanks."""

from __future__ import annotations

from pathlib import Path

from macros.html.clause_text import clause_text
from macros.model.clause_model import ClauseField
from tests.examples import clause

FIELDS = {"varsel": ClauseField.model_validate({"etiket": "Varsel <b>", "hjaelp": "x", "eksempel": "y"})}


def test_a_blank_carries_its_label_as_text() -> None:
    html = clause_text("Sig op med [varsel].", FIELDS)
    assert html == '<p>Sig op med <span class="blank">[Varsel &lt;b&gt;]</span>.</p>'


def test_an_unknown_blank_keeps_its_name_and_links_stay_links() -> None:
    html = clause_text("[andet] og [KL](https://kl.dk) og <script>x</script>", FIELDS)
    assert '<span class="blank">[andet]</span>' in html
    assert 'href="https://kl.dk"' in html
    assert "<script" not in html


def test_a_reference_is_a_link_with_the_clauses_title(tmp_path: Path) -> None:
    _, known = clause(tmp_path, titel="Opsigelse & varsel")
    html = clause_text("Jf. [§opsigelse] og [§andet] og [varsel].", FIELDS, {"opsigelse": known}, "../../")
    assert '<a href="../../aftaler/klausuler/opsigelse/">§ Opsigelse &amp; varsel</a>' in html
    assert "og [§ andet] og" in html
    assert html.count('class="blank"') == 1
