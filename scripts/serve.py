"""Show the site on this machine, rebuilt as soon as a file is saved."""

import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.serving.preview import Preview, server_of
from scripts.serving.workshop import GLANCE, WATCHED, Workshop
from scripts.validate import checked_content, summary


def main(arguments: Sequence[str]) -> int:
    """Check the content and serve the site until Ctrl-C; 0 when it was stopped that way, otherwise 1."""
    parser = Parser("Viser siden på din egen maskine og bygger den igen, hver gang du gemmer en fil.")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADRESSE", help="normalt 127.0.0.1 (kun dig)")
    parser.add_argument("--port", default="8000", metavar="TAL", help="normalt 8000")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    check_address(options.host, options.port)
    step("Tjekker indholdet …")
    content = checked_content(ROOT)
    if content is None:
        return 1
    step(f"{summary(content)} Bygger siden; stop den igen med Ctrl-C.")
    next_step("åbn i din browser den adresse, der snart står efter »Serving on« nedenfor.")
    code = serve(f"{options.host}:{options.port}")
    if code:
        fail(
            "Visningen stoppede med en fejl; se linjerne ovenfor.",
            f"ret fejlen, og kør {command('serve')} igen.",
        )
    step("\nVisningen er stoppet.")
    next_step(f"tjek dine ændringer med {command('test')}")
    return 0


def check_address(host: str, port: str) -> None:
    """Exit with a sentence unless a server can listen on this address."""
    if not port.isdecimal() or not 1 <= int(port) <= 65535:
        fail(f"»{port}« er ikke en port.", f"vælg et tal fra 1024 til 65535: {command('serve', '--port 8001')}")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
    except OSError:
        fail(f"Adressen »{host}« findes ikke på denne maskine.", f"udelad --host: {command('serve')}")
    with socket.socket(family, kind, protocol) as trial:
        if os.name != "nt":
            # Without it, a port stays taken for a minute after a server has stopped.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(address)
        except OSError:
            other = str(int(port) + 1 if 1024 <= int(port) < 65535 else 8001)
            fail(
                f"Port {port} på {host} er optaget, måske fordi siden allerede vises i et andet vindue.",
                f"vælg en anden: {command('serve', '--port', other)}",
            )


def serve(address: str) -> int:
    """Show the site, and make it again when a file is saved, until stopped with Ctrl-C; return 0 then."""
    stopped = Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: stopped.set())
    host, _, port = address.rpartition(":")
    preview = Preview()
    with TemporaryDirectory(prefix="alliancebanken-") as aside:
        workshop = Workshop(ROOT, address, Path(aside), preview, step)
        try:
            if not workshop.first():
                return 1
            server = server_of(preview, host, int(port))
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            step(f"Watching paths for changes: {', '.join(WATCHED)}\nServing on http://{address}/")
            while not stopped.wait(GLANCE):
                workshop.glance()
            server.shutdown()
        finally:
            workshop.close()
    return 0


if __name__ == "__main__":
    run(main)
