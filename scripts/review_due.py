"""Find the cases and agreements that nobody has held up against their source for 24 months, and write a report."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, next_step, run, step
from scripts.validate import checked_content


def main(arguments: Sequence[str]) -> int:
    """Write the report; 1 when the content cannot be read."""
    parser = Parser("Finder det, ingen har gennemgået i 24 måneder, og skriver en rapport.")
    parser.add_argument("report", type=Path, metavar="RAPPORT", help="filen, rapporten bliver skrevet i (JSON)")
    file = parser.parse_args(arguments).report
    ensure("requirements.txt")
    from macros.editing.review_due import review_report
    from macros.ground.build_date import build_date

    content = checked_content(ROOT)
    if content is None:
        return 1
    report = review_report(content, build_date())
    file.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
    step(str(report["body"]))
    next_step(f"åbn eller ret sagen på GitHub: {command('post_to_github', 'issue', str(file))}")
    return 0


if __name__ == "__main__":
    run(main)
