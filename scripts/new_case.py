"""Ask for what a new case must have, and write the file with every other field explained in it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from scripts.environment import ROOT, Parser, command, ensure, fail, next_step, run, step
from scripts.validate import checked_content

if TYPE_CHECKING:
    from macros.editing.case_interview import Question


def main(arguments: Sequence[str]) -> int:
    """Write a new case; 0 when the file is there and right, otherwise 1."""
    parser = Parser("Laver en ny case: spørger om det, der skal stå, og forklarer resten i filen.")
    parser.add_argument(
        "--svar", action="append", default=[], metavar="FELT=SVAR", help="svar på forhånd, fx --svar titel='Ny case'"
    )
    parser.add_argument("--uden-spoergsmaal", action="store_true", help="spørg ikke; brug kun --svar og forslag")
    parser.add_argument("--to", type=Path, metavar="MAPPE", help="mappen, filen lægges i (ellers cases/)")
    options = parser.parse_args(arguments)
    ensure("requirements.txt")
    from macros.editing.case_interview import case_file, questions
    from macros.ground.build_date import build_date
    from macros.sharing.case_files import names

    content = checked_content(ROOT)
    if content is None:
        return 1
    given = dict(pair.partition("=")[::2] for pair in options.svar)
    known = names(content)
    asked = questions(known)
    unknown = sorted(set(given) - {question.key for question in asked})
    if unknown:
        keys = ", ".join(question.key for question in asked)
        fail(f"Der er intet felt »{unknown[0]}« at svare på.", f"vælg mellem: {keys}.")
    asks = not options.uden_spoergsmaal and sys.stdin.isatty()
    answers = _answers(asked, given, asks, build_date().isoformat())
    text, problems = case_file(answers, known)
    file = (options.to or ROOT / "cases") / f"{answers['id']}.yml"
    if file.exists():
        fail(f"Filen {file} findes allerede, og den er ikke rørt.", "vælg et andet id.")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    for problem in problems:
        step(str(problem))
    step(f"Skrev {file}. Alle øvrige felter står i filen som bemærkninger.")
    next_step(f"åbn filen, udfyld flere felter, og kør {command('validate')}.")
    return 1 if problems else 0


def _answers(asked: "Sequence[Question]", given: "dict[str, str]", asks: bool, today: str) -> "dict[str, Any]":
    """Every answer by its field: given beforehand, asked for, or the suggestion; faults are told all at once."""
    from macros.editing.case_interview import AnswerError, answer, suggestion

    answers: dict[str, Any] = {}
    faults = []
    for question in asked:
        proposed = suggestion(question, answers, today)
        if question.key == "omraade" and answers.get("kommuner"):
            continue
        if question.key in given or not asks:
            try:
                answers[question.key] = answer(question, given.get(question.key, proposed))
            except AnswerError as error:
                faults.append(f"{question.key}: {error}")
        else:
            answers[question.key] = _ask(question, proposed)
    if not answers.get("kommuner") and not answers.get("omraade"):
        faults.append("kommuner: skriv mindst én kommune, eller området i omraade.")
    if faults:
        fail("\n".join(faults), "svar med --svar FELT=SVAR, eller lad kommandoen spørge.")
    return answers


def _ask(question: "Question", proposed: str) -> Any:
    from macros.editing.case_interview import AnswerError, answer

    step(f"\n{question.label}{'' if question.required else ' (tryk Enter for at springe over)'}: {question.help}")
    for number, (identifier, name) in enumerate(question.choices.items(), 1):
        if len(question.choices) <= 40:
            step(f"  {number:2} {name} ({identifier})")
    if question.several:
        step("  Skil flere med komma.")
    if question.example and not question.choices:
        step(f"  Eksempel: {question.example}")
    while True:
        typed = input(f"{question.key}{f' [{proposed}]' if proposed else ''}: ")
        try:
            return answer(question, typed.strip() or proposed)
        except AnswerError as error:
            step(f"  {error}")


if __name__ == "__main__":
    run(main)
