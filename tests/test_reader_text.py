"""What is left of a file when all that nobody reads is blanked."""

from __future__ import annotations

import pytest

from macros.editing.reader_text import reader_text
from tests.danish_files import danish_files

READ = [
    ("cases/x.yml", "titel: Ny vej\nid: ny-vej\n", "Ny vej"),
    ("cases/x.yml", "# note til redaktører\nkort: Vi går\n", "Vi går"),
    ("cases/x.yml", "kommuner:\n  - horsens\nresultater: |\n  - Flere job\n", "- Flere job"),
    ("cases/x.yml", "kommuner: [horsens]\nse_ogsaa: [byg-til-vaekst-fyn, x-y]\nrolle: part\n", "part"),
    ("cases/x.yml", "laering:\n  - id: x\n    tekst: |\n      Mødes ofte.\n    omraade: for-alle\n", "Mødes ofte."),
    ("cases/x.yml", "aar: 2015-2016\nside: 4-5\nkilde:\n  note: Se side 4-5\n", "Se side 4-5"),
    ("cases/x.yml", "adresse: https://kl.dk/x\nnote: Se https://kl.dk/x og tests/x.py.\n", "Se og ."),
    ("docs/x.md", "---\ntitle: Om os\nhide: [toc]\n---\n\nLæs [mere](x/index.md){ .button }.\n", "Om os Læs [mere] ."),
    ("docs/x.md", '{{ case_finder() }}\n\nKør `python3 x.py`.\n\n## Titel { #titel }\n', "Kør . ## Titel"),
    ("agreements/x.md", "---\nid: x\n---\n## Frist {#frist}\n\nInden [frist] sker det.\n", "## Frist Inden sker det."),
    ("agreements/x.md", "---\nid: x\n---\nGælder, se [§fast-frist].\n", "Gælder, se ."),
    ("agreements/_x.yml", "valg:\n  moeder: aarsmoede\n  maal: maal-i-bilag\nnavn: Lille\n", "Lille"),
    ("macros/templates/x.html", '{# English #}<p class="a">Hej {{ navn }}</p><!-- no -->', "Hej"),
    ("macros/templates/x.html", '<a href="/x" title="Gå til kortet"><img alt="Et kort"></a>', "Gå til kortet Et kort"),
    ("macros/templates/x.html", '{{ count(n, "måned", "måneder") }}{{ link("temaer/") }}', "måned måneder"),
    ("macros/templates/x.html", "<script>der er kode</script><!doctype html>Ord&nbsp;her", "Ord her"),
    ("macros/x.py", '"""English: der er ikke."""\nX = f"filen {name} er tom"\n# der er\nY = "no"\n', "filen er tom"),
    ("macros/x.py", 'X = re.compile(r"der er [æøå]")\n', ""),
    ("docs/x.mjs", '// der er\n/* det er */\nsay(`Du har ${n} fejl`, "der er en");', "Du har fejl der er en"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "text", "read"), READ)
def test_only_what_is_read_is_left(path: str, text: str, read: str) -> None:
    assert " ".join(reader_text(path, text).split()) == read


def test_every_word_keeps_its_place() -> None:
    for path, text in danish_files():
        read = reader_text(path, text)
        assert len(read) == len(text), path
        kept = [(new, old) for new, old in zip(read, text, strict=True) if new != " "]
        assert all(new == old for new, old in kept), path
        assert kept or path.endswith((".mjs", ".py", ".html", ".yml")), path
