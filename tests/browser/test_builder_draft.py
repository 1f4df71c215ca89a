"""The draft as pure functions: loaded from strangers and from version 1, edited, and made into a document."""

from __future__ import annotations

from itertools import chain
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.builder_page import PAYLOADS, run_module

EMPTY = {"parter": [], "klausuler": []}


@pytest.fixture
def run(workbench: Page, site: str) -> Any:
    """Runs the body of a function that sees draft.mjs as `m`, text.mjs as `t`, data as `data` and values as `v`."""
    prelude = f"""
      const t = await import("{site}assets/javascripts/agreement/text.mjs");
      const s = await import("{site}assets/javascripts/agreement/draft-start.mjs");
      const data = await (await fetch("{site}data/byg.json")).json();
      const load = (raw) => m.loadDraft(raw, data);
      const plain = (blocks) => blocks.flatMap((block) => t.blockRuns(block)).map((run) => run.text).join("");
      const section = (draft, id) => t.agreementDocument(draft, data).sections.find((one) => one.id === id);
    """
    return lambda body, *values: run_module(workbench, site, "draft", prelude + body, *values)


def test_version_one_is_carried_over(run: Any) -> None:
    """Parties, choices and answers come along, the clauses in the agreement's order, always with the same id."""
    old = {
        "parter": [{"navn": "Egeby Kommune", "underskriver": "borgmester"}],
        "valg": {"opsigelse": "ophoer-for-alle", "formaal": "et-faelles-formaal"},
        "svar": {"varsel": "tre måneder", "maal": "Ét\nTo"},
    }
    draft, again, left = run("const a = load(v[0]); return [a.draft, load(v[0]).draft, a.left];", old)
    assert [(entry["id"], entry["variant"]) for entry in draft["klausuler"]] == [
        ("formaal", "et-faelles-formaal"),
        ("opsigelse", "ophoer-for-alle"),
    ]
    assert draft["parter"][0] == {
        "navn": "Egeby Kommune", "art": "", "rolle": "", "cvr": "", "underskriver": "borgmester",
    }  # fmt: skip
    assert draft["svar"] == {"varsel": "tre måneder", "maal": "Ét\nTo"}
    assert left == 0 and again["id"] == draft["id"] and len(draft["id"]) == 16


def test_loading_twice_changes_nothing(run: Any) -> None:
    """What loadDraft gives is what it would give again, also of odd text."""
    draft = {
        **EMPTY,
        "id": "0123456789abcdef",
        "navn": "é\u0000\ud800 x",
        "maal": [{"tekst": "a\r\nb\u2028c", "fra": "laering:katalog#klare-maal", "status": "naaet", "andet": 1}],
        "organer": [{"navn": "Gruppe", "medlemmer": [{"rolle": "chef"}, 7, None]}],
        "klausuler": [{"id": "formaal", "variant": "et-faelles-formaal", "tekst": "x" * 6000}],
    }
    first, second = run("const a = load(v[0]).draft; return [a, load(JSON.parse(JSON.stringify(a))).draft];", draft)
    assert first == second
    assert first["navn"] == "\u00e9 x"
    assert first["maal"][0]["tekst"] == "a\nb\nc" and first["maal"][0]["fra"] == "laering:katalog#klare-maal"
    assert (
        first["organer"][0]["medlemmer"]
        == [{"rolle": "chef", "organisation": ""}] + [{"rolle": "", "organisation": ""}] * 2
    )
    assert len(first["klausuler"][0]["tekst"]) == 5000


def test_caps_are_told(run: Any) -> None:
    """Rows and clauses past the caps are left out, and the faults say so."""
    many = {
        "parter": [{"navn": str(number)} for number in range(45)],
        "maal": [{"tekst": "x"}] * 61,
        "klausuler": [{"id": f"egen-{number}", "tekst": "x"} for number in range(1, 63)],
    }
    draft, left, faults = run("const { draft, left, faults } = load(v[0]); return [draft, left, faults];", many)
    assert (len(draft["parter"]), len(draft["maal"]), len(draft["klausuler"]), left) == (40, 60, 60, 2)
    assert faults == [
        "Kladden havde 62 klausuler. De første 60 er med.",
        "Kladden havde 45 parter. De første 40 er med.",
        "Kladden havde 61 mål. De første 60 er med.",
    ]


@pytest.mark.parametrize(
    "raw",
    [None, 7, "x", [], {}, {"klausuler": []}, {"parter": []}, {"parter": {}, "klausuler": []}, {"valg": {}}],
)
def test_what_is_no_draft_is_refused(run: Any, raw: Any) -> None:
    """Neither a list nor half a draft becomes one."""
    assert run("return load(v[0]);", raw) is None


def test_prototypes_stay_as_they_are(run: Any) -> None:
    """Names of built-ins are no fields, clauses, variants or ids."""
    evil = """JSON.parse('{"parter": [{"__proto__": {"navn": "x"}}],' +
      '"klausuler": [{"id": "__proto__"}, {"id": "constructor", "variant": "toString"},' +
      '{"id": "formaal", "variant": {"toString": 1}}],' +
      '"svar": {"__proto__": {"p": 1}, "constructor": "x", "toString": "y", "varsel": "z"},' +
      '"grundlag": {"__proto__": {"aftale": "x"}, "cases": ["__proto__"]}}')"""
    draft, left, polluted = run(f"const {{ draft, left }} = load({evil}); return [draft, left, ({{}}).p];")
    assert draft["svar"] == {"varsel": "z"} and draft["parter"][0]["navn"] == ""
    assert [entry["id"] for entry in draft["klausuler"]] == ["formaal"] and left == 3
    assert draft["grundlag"] == {"skabelon": "", "aftale": "", "cases": [], "laering": []} and polluted is None


def test_data_changed_after_the_draft_was_made(run: Any) -> None:
    """Old answers and own words are kept, and each change is told: clause, variant, text, field."""
    raw = {
        "parter": [],
        "klausuler": [
            {"id": "gammel-klausul", "tekst": "Mine ord", "titel": "Gammelt"},
            {"id": "forsvundet", "variant": "x"},
            {"id": "formaal", "variant": "findes-ikke", "tekst": "Egne ord"},
            {"id": "opsigelse", "variant": "gensidigt-varsel", "model": "00000000"},
        ],
        "svar": {"gammelt_felt": "mit svar"},
    }
    draft, left, faults, changed, accepted = run(
        """const { draft, left, faults } = load(v[0]);
        const entry = m.chosenClause(draft, "opsigelse");
        const seen = m.chosenClause(m.acceptModel(draft, data, "opsigelse"), "opsigelse");
        return [draft, left, faults, m.modelChanged(data, entry), m.modelChanged(data, seen)];""",
        raw,
    )
    assert [(entry["id"], entry["titel"], entry["tekst"]) for entry in draft["klausuler"]] == [
        ("egen-1", "Gammelt", "Mine ord"),
        ("formaal", "", "Egne ord"),
        ("opsigelse", "", None),
    ]
    assert draft["svar"] == {"gammelt_felt": "mit svar"} and left == 3
    assert faults == [
        "Klausulen »gammel-klausul« findes ikke længere. Din tekst står nu som din egen klausul.",
        "Klausulen »forsvundet« findes ikke længere og er udeladt.",
        "Varianten af Formål findes ikke længere. Din egen tekst er bevaret.",
        "Modelteksten til Opsigelse er ændret, siden kladden blev lavet.",
        "Ingen klausul har længere disse felter: gammelt_felt. Svarene er gemt i kladden.",
    ]
    assert [changed, accepted] == [True, False]


def test_clauses_are_edited_moved_left_out_and_added(run: Any) -> None:
    """An edit can be taken back, typing the model text is no edit, and the user's own stands before the signatures."""
    found = run(
        """let draft = m.startDraft(data);
        const model = m.clauseType(data, "formaal").varianter[0].tekst;
        const text = (one) => m.chosenClause(one, "formaal").tekst;
        const edited = m.editClause(draft, data, "formaal", "Mine ord");
        const back = m.editClause(edited, data, "formaal", model);
        const own = m.addOwnClause(draft);
        const order = (one) => one.klausuler.map((entry) => entry.id);
        return [text(edited), text(back), text(m.resetClause(edited, data, "formaal")), order(own).slice(-2),
          order(m.moveClause(draft, "formaal", -1)).slice(0, 2), order(m.moveClause(draft, "underskrift", 1)).at(-1),
          order(m.addClause(m.dropClause(draft, "formaal"), data, "formaal")).indexOf("formaal"),
          text(m.chooseVariant(edited, data, "formaal", "formaal-med-delformaal"))];"""
    )
    assert found == [
        "Mine ord", None, None, ["egen-1", "underskrift"], ["formaal", "titel-og-indledning"], "underskrift", 1, None,
    ]  # fmt: skip


def test_references_follow_their_clause_and_a_lost_one_stays_open(run: Any) -> None:
    """[§id] is the number that the clause has now; one that points at nothing is marked and listed."""
    found = run(
        """let draft = m.editClause(m.startDraft(data), data, "formaal", "Jf. [§opsigelse], [§oekonomi] og [§nej].");
        const before = plain(section(draft, "formaal").blocks);
        const after = plain(section(m.moveClause(draft, "opsigelse", -1), "formaal").blocks);
        const { missing } = t.agreementDocument(draft, data);
        const lost = missing.filter(({ key }) => key.startsWith("§"));
        return [before, after, lost.map(({ key, label }) => [key, label])];"""
    )
    before, after, missing = found
    number = int(before.split("§ ")[1].split(",")[0])
    assert before == f"Jf. § {number}, [§ Økonomi] og [§ nej]."
    assert after == f"Jf. § {number - 1}, [§ Økonomi] og [§ nej]."
    assert missing == [["§oekonomi", "Henvisning til § Økonomi"], ["§nej", "Henvisning til § nej"]]


def test_every_model_text_reads_with_all_clauses_chosen(run: Any) -> None:
    """No reference dangles and no mark of the source is left, whichever variant is chosen."""
    left = run(
        """const most = Math.max(...data.klausuler.map((clause) => clause.varianter.length));
        const found = [];
        for (let at = 0; at < most; at += 1) {
          let draft = m.startDraft(data, { wanted: data.klausuler.map((clause) => clause.id) });
          for (const clause of data.klausuler)
            draft = m.chooseVariant(draft, data, clause.id, clause.varianter[at % clause.varianter.length].id);
          for (const one of t.agreementDocument(draft, data).sections) {
            const runs = one.blocks.flatMap((block) => t.blockRuns(block));
            if (runs.some((run) => run.text.includes("[§") || run.text.includes("**"))) found.push(one.id);
          }
        }
        return found;"""
    )
    assert left == []


def test_rows_become_tables_and_lists_or_annexes(run: Any) -> None:
    """Goals stand in their clause as a table, or in an annex where the clause says so; empty cells are open."""
    found = run(
        """let draft = m.addRow(m.startDraft(data), "maal", { tekst: "Flere lærlinge", frist: "1/1-2028" });
        const [table] = section(draft, "maal").blocks.filter((block) => block.kind === "table");
        const cells = table.rows[0].map(([run]) => [run.text, run.open]);
        const annexed = m.chooseVariant(draft, data, "maal", "maal-i-bilag");
        const { sections } = t.agreementDocument(annexed, data);
        const lines = section(m.addClause(annexed, data, "bilag"), "bilag").blocks;
        return [table.head, cells, sections.at(-1).title, sections.at(-1).number, plain(lines.slice(1, 2)),
          plain(section(draft, "maal").blocks)];"""
    )
    head, cells, title, number, annex_line, text = found
    assert head == ["Mål", "Det tæller vi", "Udgangspunkt", "Vi vil nå", "Frist", "Ansvarlig"]
    assert cells == [
        ["Flere lærlinge", False], ["[Det tæller vi]", True], ["[Udgangspunkt]", True], ["[Vi vil nå]", True],
        ["1. januar 2028", False], ["[Ansvarlig]", True],
    ]  # fmt: skip
    assert (title, number, annex_line) == ("Bilag 1: Mål", 0, "Bilag 1: Mål")
    assert "Senest den 1. januar 2028" in text


def test_bodies_fill_the_framework_and_its_meetings(run: Any) -> None:
    """The first body is the steering group, the rest working groups; meetings are taken from the rows."""
    found = run(
        """let draft = m.addRow(m.startDraft(data), "organer", { navn: "Styregruppen", moeder_pr_aar: "2",
          indkalder: "Jobcentret", medlemmer: [{ organisation: "Egeby Kommune", rolle: "jobcenterchef" }] });
        const school = { navn: "Skole", moeder_pr_aar: "4", indkalder: "Skolen", opgaver: "besøg" };
        draft = m.addRow(draft, "organer", school);
        for (const id of ["organisering", "moeder"]) draft = m.chooseVariant(draft, data, id, v[0]);
        return [plain(section(draft, "organisering").blocks), plain(section(draft, "moeder").blocks)];""",
        "styregruppe-og-arbejdsgrupper",
    )
    assert "Egeby Kommune, jobcenterchef" in found[0] and "Skole" in found[0] and "besøg" in found[0]
    assert "[Medlemmer]" in found[0]
    assert "mødes mindst 2 gange om året. Hver arbejdsgruppe mødes mindst 4 gange om året" in found[1]


def test_own_fields_are_asked_for_and_markup_stays_text(run: Any) -> None:
    """A placeholder that the user made up is a field; a line typed is a paragraph; nothing typed is more than text."""
    text = "Prisen er [pris_pr_time].\nNæste linje.\n- et **fedt** punkt\n" + "\n".join(PAYLOADS)
    blocks, missing = run(
        """let draft = m.addOwnClause(m.startDraft(data));
        draft = m.titleClause(m.editClause(draft, data, "egen-1", v[0]), "egen-1", "Priser");
        const found = t.agreementDocument(draft, data);
        return [section(draft, "egen-1").blocks, found.missing.map(({ label, where }) => `${label}/${where}`)];""",
        text,
    )
    assert "Pris pr time/Priser" in missing
    assert [block["kind"] for block in blocks[:3]] == ["paragraph", "paragraph", "list"]
    assert [(run["text"], run["bold"]) for run in blocks[2]["items"][0]] == [
        ("et ", False), ("fedt", True), (" punkt", False),
    ]  # fmt: skip
    runs = [run for block in blocks for run in [*block.get("runs", []), *chain(*block.get("items", []))]]
    shown = "\n".join(run["text"] for run in runs)
    assert all(payload in shown for payload in (*PAYLOADS[:2], *PAYLOADS[3:5]))


def test_lessons_become_goals_and_reasons_once(run: Any) -> None:
    """Lessons about goals become proposals; every clause they argue for says so; a second time adds nothing."""
    draft, again, unknown = run(
        """const start = m.startDraft(data);
        const ids = s.lessonsOfCases(["kube-ringkoebing-skjern", "horsens-alliancen"], data);
        const once = s.applyLessons(start, ids, data);
        return [once, s.applyLessons(once, ids, data) === once, s.applyLessons(start, ["x#y", "z"], data) === start];"""
    )
    assert draft["grundlag"]["cases"] == ["kube-ringkoebing-skjern", "horsens-alliancen"]
    assert draft["maal"] and all(goal["fra"].startswith("laering:kube") for goal in draft["maal"])
    reasons = {entry["id"]: entry["fra"] for entry in draft["klausuler"]}
    assert "case:horsens-alliancen" in reasons["organisering"] and "case:horsens-alliancen" in reasons["moeder"]
    assert any(origin.startswith("laering:horsens-alliancen#") for origin in reasons["sekretariat"])
    assert again and unknown


def test_a_beginning_never_loses_own_words(run: Any) -> None:
    """Another starter keeps edited clauses and the user's own."""
    found = run(
        """let draft = m.addOwnClause(m.editClause(m.startDraft(data), data, "opsigelse", "Mine ord"));
        draft = m.editClause(m.addClause(draft, data, "bilag"), data, "bilag", "Mit bilag");
        const next = s.applyStarter(draft, data.skabeloner[0], data);
        const ids = next.klausuler.map((entry) => entry.id);
        return [m.chosenClause(next, "opsigelse").tekst, ids.slice(-3), next.grundlag.skabelon];"""
    )
    assert found == ["Mine ord", ["egen-1", "bilag", "underskrift"], "lille"] or found == [
        "Mine ord", ["bilag", "egen-1", "underskrift"], "lille",
    ]  # fmt: skip
