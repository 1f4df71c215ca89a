"""Take the pictures of the guides anew, of the site as it is now."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.build import build
from scripts.environment import ROOT, Parser, ensure, fail, next_step, run, step

FOLDER = ROOT / "docs" / "assets" / "billeder"


def main(arguments: Sequence[str]) -> int:
    """Build the site aside and take every picture of it; 0 when all were taken."""
    parser = Parser("Tager billederne til vejledningerne af den side, der er nu.")
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help="en færdig side (ellers bygges en)")
    site = parser.parse_args(arguments).site_dir
    ensure("requirements-dev.txt")
    from scripts.measuring.picture_takers import take

    with tempfile.TemporaryDirectory() as aside:
        if site is None:
            step("Bygger siden …")
            site = Path(aside) / "site"
            faults = build(ROOT, site)
            if faults:
                fail("\n".join(faults), "ret fejlene ovenfor, og kør kommandoen igen.")
        for file in take(site.resolve(), FOLDER):
            step(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1000:.0f} kB")
    next_step("se billederne igennem, og læg dem i dit forslag.")
    return 0


if __name__ == "__main__":
    run(main)
