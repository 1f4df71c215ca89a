"""Make case files from a spreadsheet in the columns of our own export, with a report of what could not be placed."""

import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.validate import checked_content, counted


def main(arguments: Sequence[str]) -> int:
    """Write the files that are not there yet; 0 when every cell found its place, otherwise 1."""
    parser = Parser("Laver cases af et regneark (XLSX eller CSV) med kolonnerne fra Åbne data. Gætter aldrig.")
    parser.add_argument("file", type=Path, metavar="REGNEARK", help="fx cases.csv")
    parser.add_argument("--to", type=Path, metavar="MAPPE", help="mappen, filerne lægges i (ellers cases/)")
    parser.add_argument("--overwrite", action="store_true", help="skriv også oven i filer, der findes")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    from macros.editing.import_cases import import_cases
    from macros.ground.build_date import build_date
    from macros.reading.table_reader import TableError, read_tables

    content = checked_content(ROOT)
    if content is None:
        return 1
    try:
        tables = read_tables(options.file)
    except TableError as error:
        fail(str(error), f"ret filen, og kør {command('import_cases', str(options.file))} igen.")
    result = import_cases(tables, content, build_date().isoformat())
    folder = options.to or ROOT / "cases"
    folder.mkdir(parents=True, exist_ok=True)
    written, kept = 0, []
    for identifier, text in result.files.items():
        file = folder / f"{identifier}.yml"
        if file.exists() and not options.overwrite:
            kept.append(identifier)
            continue
        file.write_text(text, encoding="utf-8", newline="\n")
        written += 1
    for line in result.report:
        step(line)
    for identifier in kept:
        step(f"{identifier}: filen findes og er ikke rørt. Brug --overwrite for at skrive oven i den.")
    step(f"Skrev {counted(written, 'case', 'cases')} i {folder}. {len(result.report)} bemærkninger.")
    next_step(f"ret det, der er nævnt, og kør {command('validate')}.")
    return 1 if result.report or kept else 0


if __name__ == "__main__":
    run(main)
