"""Put small faults into the validator, the sanitiser, the escaping and the draft codec; the tests must notice them."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, seconds_since, step

# What is tried, and the tests that should notice.
VALIDATOR: dict[str, tuple[str, ...]] = {
    "macros/reading/source_text.py": ("test_source_text", "test_yaml_source"),
    "macros/reading/yaml_source.py": ("test_yaml_source",),
    "macros/reading/yaml_syntax.py": ("test_yaml_syntax", "test_yaml_source"),
    "macros/model/fields.py": ("test_fields", "test_content"),
    "macros/reading/faults.py": ("test_faults", "test_content"),
    "macros/reading/clause_source.py": ("test_clause_source",),
    "macros/checking/checks.py": ("test_checks", "test_content"),
    "macros/reading/text_lint.py": ("test_text_lint",),
}
ESCAPING: dict[str, tuple[str, ...]] = {
    "macros/html/prose.py": ("test_prose",),
    "macros/html/clause_text.py": ("test_clause_text",),
    "macros/html/rendering.py": ("test_rendering",),
    "macros/html/page_calls.py": ("test_page_calls",),
    "macros/html/page_gate.py": ("test_page_gate",),
    "macros/sharing/csv_file.py": ("test_csv_file",),
}
_SCRIPTS = "docs/assets/javascripts"
CODEC: dict[str, tuple[str, ...]] = {
    f"{_SCRIPTS}/codec/packed.mjs": ("browser/test_packed", "browser/test_list_state", "browser/test_builder_draft"),
    f"{_SCRIPTS}/agreement/clean.mjs": (
        "browser/test_packed",
        "browser/test_builder_draft",
        "browser/test_draft_properties",
    ),
}
GROUPS: dict[str, dict[str, tuple[str, ...]]] = {"validering": VALIDATOR, "rensning": ESCAPING, "kladder": CODEC}
WANTED = 90.0
MEMORY = ROOT / ".cache" / "mutanter.jsonl"


def main(arguments: Sequence[str]) -> int:
    """Try the mutants; 0 when enough of them were noticed in each group, otherwise 1."""
    parser = Parser("Lægger små fejl i koden, én ad gangen, og tæller, hvor mange testene opdager.")
    parser.add_argument("--only", metavar="TEKST", default="", help="kun filer, hvis sti rummer teksten")
    parser.add_argument(
        "--every", type=int, metavar="TAL", default=1, help="kun hver TAL-te fejl, så det går hurtigere"
    )
    parser.add_argument("--anew", action="store_true", help="glem, hvad tidligere kørsler fandt")
    parser.add_argument("--site-dir", type=Path, metavar="MAPPE", help="den byggede side (ellers site/)")
    options = parser.parse_args(arguments)
    ensure("requirements-dev.txt")
    from scripts.measuring.mutation_memory import Memory
    from scripts.measuring.mutation_run import score_python, score_script

    memory = Memory(MEMORY, anew=options.anew)
    site = (options.site_dir or ROOT / "site").resolve()
    if not (site / "index.html").is_file():
        fail(f"Der er ingen bygget side i {site}.", f"byg den med {command('build')}.")
    # The tests that look at the built site are not to build it anew for each fault.
    os.environ["BYGGET"] = str(site)
    start = time.monotonic()
    low = []
    for group, files in GROUPS.items():
        scores = []
        for path, names in files.items():
            if options.only not in path:
                continue
            tests = [f"tests/{name}.py" for name in names]
            if path.endswith(".py"):
                scores.append(score_python(path, tests, options.every, step, memory))
            else:
                scores.append(score_script(path, tests, options.every, site, step, memory))
        tried, lost = sum(score.tried for score in scores), sum(len(score.survivors) for score in scores)
        for score in scores:
            same = f", {score.equivalent} ændrer intet" if score.equivalent else ""
            step(f"{score.path}: {score.percent:.0f} procent af {score.tried} fejl opdaget{same}")
        if tried:
            percent = 100 * (tried - lost) / tried
            share = f"{percent:.1f}".replace(".", ",")
            step(f"{group}: {share} procent af {tried} fejl opdaget ({seconds_since(start)} i alt)")
            low += [group] if percent < WANTED else []
    if low:
        next_step(f"skriv test, der ser de fejl, som ingen så: {', '.join(low)}.")
        return 1
    next_step("intet; over 90 procent er opdaget.")
    return 0


if __name__ == "__main__":
    run(main)
