"""A folder as a web address on this machine: each page reloads when it is made anew, or says what is wrong."""

from __future__ import annotations

from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition
from typing import Any
from urllib.parse import urlsplit

SCRIPT, NEWS = "/__visning/genindlaes.js", "/__visning/nyt"
# Asks until the server knows something newer than the page; a file of its own, since no page may hold a script.
_RELOAD = """\
const version = new URL(document.currentScript.src).search.slice(1);
const ask = () => fetch(`/__visning/nyt?${version}`).then(
  (answer) => (answer.status === 200 ? location.reload() : ask()),
  () => setTimeout(ask, 500),
);
ask();
"""
_FAULTS = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Fejl i indholdet</title></head>
<body><h1>Fejl i indholdet</h1><p>Ret fejlene, og gem. Så kommer siden igen af sig selv.</p>
<pre>{}</pre></body></html>
"""
_PATIENCE = 20.0


class Preview:
    """What is shown now: a folder, or the faults that stand in its way; version counts the changes."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.faults = ""
        self.version = 0
        self.news = Condition()

    def show(self, folder: Path | None = None, faults: str = "") -> None:
        """Show a folder, the same one with other pages, or faults."""
        with self.news:
            self.folder, self.faults, self.version = folder or self.folder, faults, self.version + 1
            self.news.notify_all()

    def newer(self, version: str, patience: float = _PATIENCE) -> bool:
        """Whether there is something newer than a version, as soon as there is."""
        with self.news:
            return self.news.wait_for(lambda: str(self.version) != version, patience)


class Handler(SimpleHTTPRequestHandler):
    """Serves what is shown, and nothing from a browser's own store."""

    extensions_map = {  # noqa: RUF012 (the base class's own attribute)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
    }

    def __init__(self, *arguments: Any, preview: Preview, **options: Any) -> None:
        self.preview = preview
        super().__init__(*arguments, directory=str(preview.folder or "."), **options)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a page that reloads itself, any other file, or what the page's script asks for."""
        address = urlsplit(self.path)
        if address.path == NEWS:
            self._send(200 if self.preview.newer(address.query) else 204, "text/plain", b"")
        elif address.path == SCRIPT:
            self._send(200, "text/javascript", _RELOAD.encode())
        elif self._is_page(address.path):
            self._page(address.path)
        else:
            super().do_GET()

    def _is_page(self, path: str) -> bool:
        file = Path(self.translate_path(path))
        return path.endswith(("/", ".html")) or not (file.suffix or file.is_dir())

    def _page(self, path: str) -> None:
        version, faults = self.preview.version, self.preview.faults
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        missing = Path(self.directory) / "404.html"
        status, html = 200, ""
        if faults:
            status, html = 503, _FAULTS.format(escape(faults))
        elif file.is_file():
            html = file.read_text(encoding="utf-8")
        else:
            status, html = 404, missing.read_text(encoding="utf-8") if missing.is_file() else ""
        before, mark, after = html.rpartition("</body>")
        whole = f'{before}<script src="{SCRIPT}?{version}"></script>{mark}{after}'
        self._send(status, "text/html; charset=utf-8", whole.encode())

    def end_headers(self) -> None:
        """Let nothing be kept: what is shown changes at any time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def server_of(preview: Preview, host: str, port: int) -> ThreadingHTTPServer:
    """A server that shows what preview holds."""
    server = ThreadingHTTPServer((host, port), partial(Handler, preview=preview))
    server.daemon_threads = True
    return server
