"""What a page may load and do: the policy of every page, and header files for hosts that can send headers."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent
CHOSEN_COLOURS = _HERE / "inline_scripts" / "chosen-colours.js"
# The committed list: an inline script that does not stand here does not run, and a test finds it.
HASHES = _HERE / "inline_scripts" / "hashes.json"

# Where the pages lie that others may frame.
CARDS = "indlejr/"

HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def script_hash(text: str) -> str:
    """The hash of an inline script, as a policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def inline_hashes() -> dict[str, str]:
    """Name to hash of the inline scripts that pages may hold."""
    found: dict[str, str] = json.loads(HASHES.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def chosen_colours() -> str:
    """The one inline script: it must run before the page is painted, or the colours would blink."""
    return CHOSEN_COLOURS.read_text(encoding="utf-8").strip()


def content_security_policy(*, as_header: bool = False, extra: Mapping[str, str] | None = None) -> str:
    """The policy; as a header it may also say who may frame a page, which a meta element may not.

    Extra is what one page of its own needs beside it, by rule; only the editors' tool has any.
    """
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *(f"'{value}'" for value in inline_hashes().values())]),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "frame-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    for name, more in (extra or {}).items():
        rules[name] = f"{rules[name]} {more}"
    if as_header:
        rules["frame-ancestors"] = "'none'"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


# How long a browser may keep a file without asking: for ever where its name changes with what it holds, a day for
# what others have made, and not at all for the rest, which a server answers with "unchanged" by its date.
KEPT = (
    (r"\.[0-9a-f]{8}\.min\.(css|js)$", "/assets/stylesheets/*.min.css", "public, max-age=31536000, immutable"),
    (r"^/assets/vendor/", "/assets/vendor/*", "public, max-age=86400"),
)
ASKED = "no-cache"


def _kept_nginx() -> str:
    rows = "".join(f'  ~{pattern} "{value}";\n' for pattern, _, value in KEPT)
    told = "# Uden for server { }: hvor længe en browser må gemme en fil.\n"
    return f"{told}map $uri $gemmes {{\n  default {ASKED};\n{rows}}}\n"


def _kept_apache() -> str:
    rows = "".join(
        f'  <If "%{{REQUEST_URI}} =~ m#{pattern}#">\n    Header always set Cache-Control "{value}"\n  </If>\n'
        for pattern, _, value in KEPT
    )
    return f'  Header always set Cache-Control "{ASKED}"\n{rows}'


# Copies that scripts/build.py --compress has made beside the files.
_COMPRESSED_APACHE = """\
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteCond %{HTTP:Accept-Encoding} br
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.*)$ $1.br [E=komprimeret:br,L]
  RewriteCond %{HTTP:Accept-Encoding} gzip
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.*)$ $1.gz [E=komprimeret:gzip,L]
</IfModule>
<IfModule mod_headers.c>
  Header set Content-Encoding %{komprimeret}e env=komprimeret
  Header append Vary Accept-Encoding
</IfModule>
"""
_COMPRESSED_NGINX = "gzip_static on;\n# Kræver modulet ngx_brotli:\n# brotli_static on;\n"


def card_policy(*, as_header: bool = False) -> str:
    """The policy of a card, which holds text and a picture only, and which anyone may frame."""
    rules = {"default-src": "'none'", "style-src": "'self'", "img-src": "'self'", "base-uri": "'none'",
             "form-action": "'none'"}  # fmt: skip
    if as_header:
        rules["frame-ancestors"] = "*"
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def header_files(places: Mapping[str, str] | None = None) -> dict[str, str]:
    """Path below the site's root to text: the same headers for common kinds of host.

    Places are folders below the root ("admin/") whose pages have a policy of their own, beside the cards.
    """
    name, card = "Content-Security-Policy", card_policy(as_header=True)
    headers = {name: content_security_policy(as_header=True), **HEADERS}
    plain = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    apache = "".join(f'  Header always set {name} "{value}"\n' for name, value in headers.items())
    nginx = "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    kept = "".join(f"{path}\n  Cache-Control: {value}\n" for _, path, value in KEPT)
    own = own_apache = own_nginx = ""
    for place, policy in {CARDS: card, **(places or {})}.items():
        told = {**headers, name: policy}.items()
        framed = "".join(f'  add_header {name} "{value}" always;\n' for name, value in told)
        # A host that joins the headers of two rules needs the first taken away ("!") before the place's own is set.
        own += f"/{place}*\n  ! {name}\n  {name}: {policy}\n"
        own_apache += f'  <If "%{{REQUEST_URI}} =~ m#^/{place}#">\n    Header always set {name} "{policy}"\n  </If>\n'
        own_nginx += f"location /{place} {{\n{framed}  add_header Cache-Control $gemmes always;\n}}\n"
    return {
        "_headers": f"/*\n{plain}{kept}\n{own}",
        "opsaetning/apache.txt": f"<IfModule mod_headers.c>\n{apache}{own_apache}{_kept_apache()}</IfModule>\n"
        + _COMPRESSED_APACHE,
        "opsaetning/nginx.txt": f"{nginx}add_header Cache-Control $gemmes always;\n{own_nginx}{_COMPRESSED_NGINX}",
        "opsaetning/nginx-http.txt": _kept_nginx(),
    }
