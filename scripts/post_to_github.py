"""Write the comment of a proposal's changes, or the one issue of a report, through GitHub's own command line."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from macros.editing.github_posts import comment_of, post_comment, post_issue
from scripts.environment import Parser, fail, run, step


def main(arguments: Sequence[str]) -> int:
    """Post what the arguments name; 0 when GitHub took it."""
    parser = Parser("Skriver en kommentar eller en sag på GitHub. Kaldes af arbejdsgangene i .github/workflows/.")
    parser.add_argument("kind", metavar="SLAGS", choices=("comment", "issue"), help="hvad der skal skrives")
    parser.add_argument("source", type=Path, metavar="KILDE", help="mappen fra tjekket, eller filen med rapporten")
    parser.add_argument("--head", default="", metavar="SHA", help="den udgave af forslaget, som tjekket læste")
    options = parser.parse_args(arguments)
    try:
        if options.kind == "comment":
            done = post_comment(api, *comment_of(options.source), options.head)
        else:
            done = post_issue(api, json.loads(options.source.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        fail(f"Intet er skrevet på GitHub: {fault}.", "se i loggen for tjekket, hvad der blev afleveret.")
    step(f"{done} Næste skridt: en redaktør læser den.")
    return 0


def api(method: str, path: str, body: "Mapping[str, object] | None") -> Any:
    """Ask GitHub as the workflow's own account; the token and the repository come from the environment."""
    command = ["gh", "api", "--method", method, f"repos/{os.environ['REPOSITORY']}/{path}"]
    data = json.dumps(body).encode() if body is not None else None
    if data:
        command += ["--input", "-"]
    result = subprocess.run(command, input=data, capture_output=True, check=False)
    if result.returncode:
        raise ValueError(f"GitHub svarede nej: {result.stderr.decode(errors='replace').strip()}")
    return json.loads(result.stdout or b"null")


if __name__ == "__main__":
    run(main)
