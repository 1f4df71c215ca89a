"""The policy: nothing from elsewhere, nothing unsafe, and only the inline script that the committed list names."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from macros.html import security_policy
from macros.html.security_policy import card_policy, content_security_policy, header_files, inline_hashes, script_hash

REFRESH = "Hent de nye hashes: script_hash(chosen_colours()) hører til i macros/html/inline_scripts/hashes.json."


def test_the_committed_list_fits_the_script() -> None:
    assert inline_hashes() == {"chosen-colours.js": script_hash(security_policy.chosen_colours())}, REFRESH


def test_a_changed_script_no_longer_fits_the_list() -> None:
    assert script_hash(security_policy.chosen_colours() + " ") not in inline_hashes().values()


def test_the_hash_is_that_of_the_standard() -> None:
    assert script_hash("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


@pytest.mark.parametrize("as_header", [False, True])
def test_nothing_unsafe_and_nothing_from_elsewhere(as_header: bool) -> None:
    policy = content_security_policy(as_header=as_header)
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    assert policy.startswith("default-src 'none'; ")


def test_a_card_may_be_framed_and_may_do_nothing() -> None:
    assert card_policy(as_header=True).endswith("frame-ancestors *")
    assert "script" not in card_policy() and card_policy().startswith("default-src 'none'; ")
    for path in header_files().keys() - {"opsaetning/nginx-http.txt"}:
        assert "/indlejr/" in header_files()[path] and card_policy(as_header=True) in header_files()[path]


def test_only_a_header_says_who_may_frame() -> None:
    assert "frame-ancestors" in content_security_policy(as_header=True)
    assert "frame-ancestors" not in content_security_policy()


@pytest.mark.parametrize("path", sorted(header_files().keys() - {"opsaetning/nginx-http.txt"}))
def test_every_host_gets_the_same_headers(path: str) -> None:
    text = header_files()[path]
    for name in ("Content-Security-Policy", *security_policy.HEADERS):
        assert re.search(rf"\b{name}\b", text)
    assert content_security_policy(as_header=True) in text


def test_only_what_never_changes_is_kept_for_ever(built_site: Path) -> None:
    """A name that holds the file's digest is another name when the file is another."""
    ever = re.compile(security_policy.KEPT[0][0])
    files = {file.relative_to(built_site).as_posix() for file in built_site.rglob("*") if file.is_file()}
    assert {path for path in files if ever.search(f"/{path}")} == {
        path for path in files if re.fullmatch(r"assets/stylesheets/[a-z]+\.[0-9a-f]{8}\.min\.css", path)
    }
    assert any(ever.search(f"/{path}") for path in files)
    for path in ("_headers", "opsaetning/apache.txt", "opsaetning/nginx-http.txt"):
        assert "immutable" in header_files()[path]


def test_the_headers_say_enough() -> None:
    headers = security_policy.HEADERS
    assert int(re.findall(r"max-age=(\d+)", headers["Strict-Transport-Security"])[0]) >= 365 * 24 * 3600
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] in ("no-referrer", "same-origin", "strict-origin-when-cross-origin")
    assert set(re.findall(r"(\w+)=\(\)", headers["Permissions-Policy"])) >= {"camera", "geolocation", "microphone"}


def test_every_page_has_the_policy_and_no_other_inline_code(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if page.parent == built_site / "admin":  # tests/test_cms_configuration.py tells what that page may do
            continue
        rules = card_policy() if page.relative_to(built_site).parts[0] == "indlejr" else content_security_policy()
        policy = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
        assert unescape(html).count(policy) == 1, page
        inline = re.findall(r"<script>(.*?)</script>", html, re.S)
        assert {script_hash(text) for text in inline} <= set(inline_hashes().values()), page
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html), page
