"""The codec of links, at the last value that passes and the first that does not; and the cleaning of what comes in."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.one_page
KIND = {"name": "prøve", "version": 2, "oldest": 1, "characters": 400, "bytes": 1000}
CALL = """async ([file, calls]) => {
  const module = await import(`/assets/javascripts/${file}.mjs`);
  const told = [];
  for (const [name, ...values] of calls) {
    try { told.push(await module[name](...values)); }
    catch (fault) { told.push(fault instanceof module.TooLarge ? "for stor" : String(fault)); }
  }
  return told;
}"""


def call(page: Page, file: str, *calls: list[Any]) -> list[Any]:
    """What functions of a module give, or what they throw."""
    return page.evaluate(CALL, [file, list(calls)])  # type: ignore[no-any-return]


@pytest.fixture
def desk(page: Page, site: str) -> Page:
    """A page to run modules in."""
    if not page.url.startswith(site):
        page.goto(f"{site}was/")
    return page


def packed(value: Any, version: int = 2, name: str = "prøve") -> str:
    """A fragment as the codec writes it, made by another program."""
    data = value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    squeezed = squeezer.compress(data) + squeezer.flush()
    return f"{name}={version}.{base64.urlsafe_b64encode(squeezed).decode().rstrip('=')}"


def states(page: Page, *fragments: str, **kind: int) -> list[str]:
    """What is made of each fragment."""
    return [told["state"] for told in call(page, "codec/packed", *(["unpack", KIND | kind, one] for one in fragments))]


def test_a_value_comes_home_whatever_its_signs(desk: Page) -> None:
    """Of every length, so that each remainder of base64 and both its odd signs are met."""
    values: list[Any] = [None, 0, "", {"a": ["æ", "😀", {}]}]
    values += [hashlib.sha256(bytes([n])).hexdigest()[:n] for n in range(60)]
    made = call(desk, "codec/packed", *(["pack", KIND, value] for value in values))
    assert all(one.startswith("prøve=2.") and not set(one) & set("+/ ") and "=" not in one[8:] for one in made)
    assert any("-" in one for one in made) and any("_" in one for one in made)
    for start in ("", "#"):
        home = call(desk, "codec/packed", *(["unpack", KIND, start + one] for one in made))
        assert home == [{"state": "ok", "value": value} for value in values]


def test_what_is_too_large_is_told_at_the_first_sign_too_many(desk: Page) -> None:
    text = "x" * 98  # and two quotes
    assert call(desk, "codec/packed", ["pack", KIND | {"bytes": 100}, text], ["pack", KIND | {"bytes": 99}, text]) == [
        call(desk, "codec/packed", ["pack", KIND, text])[0],
        "for stor",
    ]
    fragment = packed(text)
    assert states(desk, fragment, bytes=100) == ["ok"] and states(desk, fragment, bytes=99) == ["large"]
    (made,) = call(desk, "codec/packed", ["pack", KIND, text])
    fits, short = KIND | {"characters": len(made)}, KIND | {"characters": len(made) - 1}
    assert call(desk, "codec/packed", ["pack", fits, text], ["pack", short, text]) == [made, "for stor"]
    assert states(desk, fragment, characters=len(fragment)) == ["ok"]
    assert states(desk, fragment, characters=len(fragment) - 1) == ["large"]
    assert states(desk, packed("0" * 900_000), bytes=1000, characters=10_000) == ["large"]


def test_each_kind_of_wrong_fragment_has_its_own_word(desk: Page) -> None:
    good = packed("a").split(".")[1]
    wrong = {
        "": "none", "#": "none", "andet=2.x": "foreign", "prøv": "foreign", "prøve2.x": "foreign", "prøve=": "broken",
        f"prøve=3.{good}": "newer", f"prøve=0.{good}": "broken", f"prøve=12345.{good}": "broken",
        f"prøve=9999.{good}": "newer", f"prøve=2.{good}!x": "broken", f"prøve=2{good}": "broken",
        f"prøve=a.{good}": "broken", "prøve=2.": "broken", f"prøve=2.{good[:-3]}": "broken", "prøve=2.A": "broken",
        f"prøve=1.{good}": "ok", f"prøve=2.{good}": "ok", packed(b'"\xff"'): "broken", packed(b"{"): "broken",
    }  # fmt: skip
    assert dict(zip(wrong, states(desk, *wrong), strict=True)) == wrong


def test_what_mail_programs_do_is_undone_and_no_more(desk: Page) -> None:
    good = packed({"a": "en lang tekst med æøå"})
    name, rest = good.split("=")
    undone = [
        good.replace("=", "=3D"), *(good[:20] + fold + good[20:] for fold in ("=\n", " \r\n ", "= ")),
        *(good + sign for sign in ".,;:!?)]>»\"'"), good + ").", "#" + good, name.replace("ø", "%C3%B8") + "=" + rest,
        good.replace(".", "%2E"),
    ]  # fmt: skip
    assert states(desk, *undone) == ["ok"] * len(undone)
    assert states(desk, good + "%E0%A4%A", good + "..x", good + "(", "x" + good) == [
        "broken",
        "broken",
        "broken",
        "foreign",
    ]
    # Three times what a link may hold is not looked through.
    folded = good + " " * (3 * len(good) - len(good))
    assert states(desk, folded, characters=len(good)) == ["ok"]
    assert states(desk, folded + " ", characters=len(good)) == ["large"]


def test_text_is_made_such_that_every_output_can_hold_it(desk: Page) -> None:
    texts = {
        "a\r\nb\rc\vd\fe\u0085f\u2028g\u2029h": "a\nb\nc\nd\ne\nf\ng\nh", "a\tb\nc": "a\tb\nc",
        "\x00a\x08b\x0ec\x1fd\ufffee\uffff": "abcde", "\u202aa\u202eb\u2066c\u2069d": "abcd", "e\u0301": "é",
        "\x7f \x80\ud7ff\ue000\ufffd😀": "\x7f \x80\ud7ff\ue000\ufffd😀", "": "",
    }  # fmt: skip
    assert call(desk, "agreement/clean", *(["cleanText", text] for text in texts)) == list(texts.values())
    assert call(desk, "agreement/clean", *(["cleanText", odd] for odd in (None, 3, [], {}, True))) == [""] * 5
    lines = call(
        desk, "agreement/clean",
        ["cleanText", "x" * 6000], ["cleanText", "abc", 2], ["cleanText", "a😀", 2],
        ["cleanText", "\x00" * 7 + "ab", 2], ["cleanText", "\x00" * 8 + "ab", 2],
        ["cleanLine", "a \n\t b\u2028c"], ["cleanLine", "x" * 300], ["cleanLine", 7], ["cleanLine", "a \x00 b"],
    )  # fmt: skip
    assert lines == ["x" * 5000, "ab", "a", "a", "", "a b c", "x" * 200, "", "a b"]


def test_a_record_of_a_strangers_is_read_and_nothing_else_of_it(desk: Page) -> None:
    told = desk.evaluate("""async () => {
      const m = await import("/assets/javascripts/agreement/clean.mjs");
      const inherited = Object.create({ a: 1 });
      return {
        limits: m.LIMITS,
        record: [Object.getPrototypeOf(m.record()), m.record({ a: "b" }).a, "toString" in m.record({})],
        plain: [{ a: 1 }, [], null, undefined, "x", 3, 0].map((one) => m.plainObject(one) !== null),
        own: [m.own({ a: 1 }, "a"), m.own(inherited, "a"), m.own({}, "toString"), m.own(null, "a")].map(String),
        list: [m.list([1]), m.list("ab"), m.list(null), m.list({ length: 1 })],
        names: ["a", "a_1", "x".repeat(60), "x".repeat(61), "", "A", "a-b", "æ", "toString", "__proto__", "constructor",
          "valueof"].map(m.isFieldName),
        marks: ["", "a", "foobar", "68"].map(m.mark),
      };
    }""")
    assert told["limits"] == {
        "parties": 40, "goals": 60, "activities": 60, "bodies": 20, "members": 40, "clauses": 60, "answers": 400,
        "origins": 20, "sources": 60, "name": 200, "text": 5000,
    }  # fmt: skip
    assert told["record"] == [None, "b", False]
    assert told["plain"] == [True, False, False, False, False, False, False]
    assert told["own"] == ["1", "undefined", "undefined", "undefined"]
    assert told["list"] == [[1], [], [], []]
    assert told["names"] == [True, True, True, False, False, False, False, False, False, False, False, True]
    # The values of the standard; a zero in front is kept.
    assert told["marks"] == ["811c9dc5", "e40c292c", "bf9cf968", "0de8d5a3"]
