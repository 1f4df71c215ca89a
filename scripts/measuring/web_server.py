"""A folder as a web address on this machine, compressed with gzip as an ordinary host does."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

# What a host compresses; the rest is compressed already.
COMPRESSED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".bin", ""}


# The path of each request that was answered with a file, and the bytes of its body as sent.
Sent = list[tuple[str, int]]


class _Handler(SimpleHTTPRequestHandler):
    """Silent; modules as modules; every text compressed once and remembered."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    extensions_map = {  # noqa: RUF012 (the base class's own attribute)
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def __init__(self, *arguments: Any, sent: Sent, **options: Any) -> None:
        self.sent = sent
        super().__init__(*arguments, **options)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a file, or 404."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(404)
            return
        small = file.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = _body(file, file.stat().st_mtime_ns, small)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.sent.append((self.path, len(body)))
        self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    """A browser that closes in the middle of an answer is no fault."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Tell of every fault but a line that was cut."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@lru_cache(maxsize=4000)
def _body(file: Path, _changed: int, small: bool) -> bytes:
    data = file.read_bytes()
    return gzip.compress(data, 9, mtime=0) if small else data


@contextmanager
def serve(folder: Path, sent: Sent | None = None) -> Iterator[str]:
    """The address of a folder, with its last slash, for as long as the block runs; what travels is noted in `sent`."""
    handler = partial(_Handler, directory=str(folder), sent=[] if sent is None else sent)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()
