"""A process that makes the site: told by lines of JSON what to make, and answering with one line each time.

{"cases": ["<id>"]}  -> the pages of these cases again in the folder that is shown, in a moment
{"folder": "<path>"} -> the whole site in a folder
Answers: {"shown": [addresses]}, {"folder": "<path>"}, or {"faults": "<text>"} where the content is wrong.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

# The project that is shown brings its own code.
sys.path.insert(0, str(Path.cwd()))


class Maker:
    """Keeps what MkDocs has set up, so that one page can be made again without all the others."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.config: Any = None

    def whole(self, folder: str) -> dict[str, Any]:
        """The whole site in a folder."""
        from mkdocs.commands.build import build
        from mkdocs.config import load_config

        self.config = None
        config = load_config("mkdocs.yml", site_url=f"http://{self.address}/", site_dir=folder, strict=False)
        build(config)
        self.config = config
        return {"folder": folder}

    def again(self, cases: list[str]) -> dict[str, Any]:
        """The pages of some cases; {} where the site must be made whole first."""
        hooks = self.config.hooks.get("macros/mkdocs_hooks.py") if self.config else None
        return {"shown": hooks.show_cases(self.config, cases)} if hooks else {}

    def answer(self, order: dict[str, Any]) -> dict[str, Any]:
        """What came of an order."""
        try:
            return self.again(order["cases"]) if "cases" in order else self.whole(order["folder"])
        except Exception as error:
            return {"faults": str(error) or type(error).__name__}


def main(address: str) -> None:
    """Answer orders until there are no more."""
    logging.basicConfig(format="%(levelname)s  %(message)s", level=logging.WARNING, stream=sys.stderr)
    # Answers have the standard output to themselves, whatever others print.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    maker = Maker(address)
    for line in sys.stdin:
        print(json.dumps(maker.answer(json.loads(line))), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
