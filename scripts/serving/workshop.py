"""Keeps what is shown in step with the files: a saved case in a moment, all other pages right after."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from scripts.serving.preview import Preview
from scripts.serving.watcher import Watcher

WATCHED = ("cases", "agreements", "docs", "macros", "mkdocs.yml")
_CASE = re.compile(r"cases/([a-z0-9-]+)\.yml")
# A process that has read the code keeps it, so other code needs another process.
_CODE = ("macros/", "mkdocs.yml")
# So long after a quick answer everything else is made, unless something is saved again.
QUIET = 0.4
GLANCE = 0.04


class Workshop:
    """Watches a project, has its site made in folders aside, and tells the preview what to show."""

    def __init__(self, root: Path, address: str, aside: Path, preview: Preview, say: Callable[[str], None]) -> None:
        self.root, self.address, self.aside, self.preview, self.say = root, address, aside, preview, say
        self.watcher = Watcher(root, WATCHED)
        self.turn = 0
        self.maker: subprocess.Popen[str] | None = None
        self.waiting_since: float | None = None

    def first(self) -> bool:
        """Make the site for the first time; whether it could be made."""
        return self._whole()

    def glance(self) -> None:
        """Look once for changes and do what they ask for."""
        changed = self.watcher.changed()
        if changed:
            start = time.monotonic()
            if any(path.startswith(_CODE) for path in changed):
                self.close()
            if not self._quick(changed, start):
                self._whole(start)
        elif self.waiting_since and time.monotonic() - self.waiting_since > QUIET:
            self._whole()

    def _quick(self, changed: Sequence[str], start: float) -> bool:
        """Make just the pages of the cases that changed; whether that was enough for now."""
        cases = [found[1] for path in changed if (found := _CASE.fullmatch(path))]
        if len(cases) < len(changed) or not self.maker:
            return False
        answer = self._ask({"cases": cases})
        if "faults" in answer:
            self._fault(answer["faults"])
            return True
        if not answer.get("shown"):
            return False
        self.preview.show()
        self.say(f"Gemt: {', '.join(changed)}. Vist efter {_seconds(start)}.")
        self.waiting_since = time.monotonic()
        return True

    def _whole(self, start: float | None = None) -> bool:
        self.waiting_since = None
        self.turn += 1
        folder = self.aside / str(self.turn % 2)
        answer = self._ask({"folder": str(folder)})
        if "faults" in answer:
            self._fault(answer["faults"])
            return False
        self.preview.show(folder)
        if start:
            self.say(f"Siden er bygget igen på {_seconds(start)}.")
        return True

    def _fault(self, faults: str) -> None:
        self.preview.show(faults=faults)
        self.say(faults)

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        if not self.maker or self.maker.poll() is not None:
            program = [sys.executable, str(Path(__file__).with_name("maker.py")), self.address]
            # In a session of its own, it does not get the Ctrl-C that is meant for the whole.
            self.maker = subprocess.Popen(
                program, cwd=self.root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
                start_new_session=True,
            )  # fmt: skip
        assert self.maker.stdin and self.maker.stdout
        try:
            self.maker.stdin.write(json.dumps(order) + "\n")
            self.maker.stdin.flush()
            line = self.maker.stdout.readline()
        except OSError:
            line = ""
        answer: dict[str, Any] = json.loads(line) if line else {"faults": "Siden kunne ikke bygges; se ovenfor."}
        return answer

    def close(self) -> None:
        """Stop the process that makes pages."""
        if self.maker:
            self.maker.kill()
            self.maker.wait()
            self.maker = None


def _seconds(start: float) -> str:
    return f"{time.monotonic() - start:.2f} sekunder".replace(".", ",")
