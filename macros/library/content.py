"""All content as one frozen object, read from cases/ and agreements/; raises every problem at once.

The order of work: read each file (form), check it against its model, then check files against each other.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from macros.checking.checks import Names, check_all
from macros.ground.build_cache import BuildCache
from macros.ground.danish import join_list, sort_key
from macros.ground.problem import Problem
from macros.ground.processes import FEW, share_out, uncollected
from macros.library.kept_items import LateSource, found_item, packed_item, unpacked_item
from macros.library.written_pages import WrittenPage, written_page
from macros.model.agreement_model import Agreement
from macros.model.case_model import Case
from macros.model.clause_model import ClauseType
from macros.model.fields import ID_PATTERN, Record, quoted
from macros.model.vocabularies import CATALOGUE, TEMPLATES, VOCABULARIES, vocabulary_path
from macros.model.vocabulary_model import Catalogue
from macros.reading.clause_source import read_clause
from macros.reading.faults import check_model
from macros.reading.plain_values import plain_values
from macros.reading.source_text import read_text
from macros.reading.text_lint import lint_data, lint_page
from macros.reading.yaml_source import Source, parse, read_source

PROJECT = Path(__file__).resolve().parents[2]
# Folder -> what its items are called where others point at them.
_NAMED_AS = {"cases": "cases", "agreements": "aftaler", "agreements/_klausuler": "klausuler"}
R = TypeVar("R", bound=Record)


class ContentError(Exception):
    """Raised when any file is wrong; problems holds all of them, sorted."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} fejl i indholdet")
        self.problems = problems


@dataclass(frozen=True)
class Content:
    """Everything that pages and data files are made from."""

    cases: tuple[Case, ...]
    agreements: tuple[Agreement, ...]
    clauses: tuple[ClauseType, ...]
    vocabularies: dict[str, dict[str, Any]]
    catalogue: Catalogue
    pages: tuple[WrittenPage, ...] = ()
    # Cases that are no longer shown, but whose addresses answer for ever.
    withdrawn: tuple[Case, ...] = ()

    def term(self, vocabulary: str, identifier: str) -> Any:
        """One value of a vocabulary; KeyError where there is none."""
        return self.vocabularies[vocabulary][identifier]

    def terms(self, vocabulary: str) -> tuple[Any, ...]:
        """All values of a vocabulary, in the file's order."""
        return tuple(self.vocabularies[vocabulary].values())

    def place(self, case: Case) -> str:
        """Where a case is, as text: its municipalities, or the area the source names."""
        names = join_list([self.term("kommuner", item).navn for item in case.kommuner])
        return names or case.omraade or ""

    @cached_property
    def case_by_id(self) -> dict[str, Case]:
        """Cases by id."""
        return {case.id: case for case in self.cases}

    @cached_property
    def agreement_by_id(self) -> dict[str, Agreement]:
        """Agreements by id."""
        return {agreement.id: agreement for agreement in self.agreements}

    @cached_property
    def clause_by_id(self) -> dict[str, ClauseType]:
        """Clause types by id."""
        return {clause.id: clause for clause in self.clauses}


def load_content(root: Path = PROJECT, cache: BuildCache | None = None) -> Content:
    """The content below root; raises ContentError with all problems of all files.

    With a cache, a case whose file was found right before is not read again. Many are read by several processes.
    """
    with uncollected():
        return _load(_Reader(root, cache))


def _load(reader: _Reader) -> Content:
    cases = reader.items("cases", ".yml", Case)
    agreements = reader.items("agreements", ".yml", Agreement)
    clauses = reader.items("agreements/_klausuler", ".md", ClauseType, shared=True)
    vocabularies = {name: reader.vocabulary(name, kind) for name, kind in VOCABULARIES.items()}
    catalogue = reader.one(CATALOGUE, Catalogue)
    pages = reader.pages()
    reader.strays()
    found = check_all(cases, agreements, clauses, vocabularies, catalogue, reader.unread)
    problems = [*reader.problems, *(problem for problem in found if problem.path not in reader.borrowed)]
    if problems or catalogue is None:
        raise ContentError(tuple(sorted(set(problems))))
    ordered = sorted((case for _, case in cases), key=lambda case: (case.nummer or 10**6, sort_key(case.titel)))
    return Content(
        cases=tuple(case for case in ordered if not case.trukket_tilbage),
        agreements=tuple(sorted((item for _, item in agreements), key=lambda item: sort_key(item.omraade))),
        clauses=tuple(sorted((clause for _, clause in clauses), key=lambda clause: clause.nummer)),
        vocabularies={name: {item.id: item for _, _, item in rows} for name, rows in vocabularies.items()},
        catalogue=catalogue[1],
        pages=pages,
        withdrawn=tuple(case for case in ordered if case.trukket_tilbage),
    )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, by name; a folder that is not there holds nothing."""
    return sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else []


class _Reader:
    """Reads files below a root and gathers their problems."""

    def __init__(self, root: Path, cache: BuildCache | None = None) -> None:
        self.root, self.cache = root, cache
        self.problems: list[Problem] = []
        self.borrowed: set[str] = set()
        self.unread: Names = {name: {} for name in _NAMED_AS.values()}

    def _checked(self, source: Source, kind: type[R]) -> R | None:
        self.problems += source.problems
        self.problems += lint_data(source.path, source.text)
        if source.problems:
            return None
        item, problems = check_model(source, kind)
        self.problems += problems
        return item

    def items(self, folder: str, ending: str, kind: type[R], shared: bool = False) -> list[tuple[Source, R]]:
        """Every item of a folder whose file is right in itself."""
        found = []
        place = self._shared(folder) if shared else self.root / folder
        entries = [one for one in _entries(place) if one.name.endswith(ending) and not one.name.startswith(("_", "."))]
        files = {f"{folder}/{one.name}": place / one.name for one in entries}
        plain = [f"{folder}/{one.name}" for one in entries if one.is_file(follow_symlinks=False)]
        ready = self._ready({name: files[name] for name in plain}) if kind is Case else {}
        for name, file in files.items():
            stem = file.name.removesuffix(ending)
            self._check_name(name, stem, ending)
            source, item = ready.get(name) or self._read(file, name, kind)
            if item is None:
                self.unread[_NAMED_AS[folder]][stem] = stem
            else:
                found.append((source, item))
        return found

    def _read(self, file: Path, name: str, kind: type[R]) -> tuple[Source, R | None]:
        source = read_clause(file, name) if file.suffix == ".md" else read_source(file, name)
        return source, self._checked(source, kind)

    def _ready(self, files: dict[str, Path]) -> dict[str, tuple[Source, Any]]:
        """The cases that are right in themselves, by name, as they were before or as several processes read them."""
        before = {name: found_item(self.cache, file, name) for name, file in files.items()} if self.cache else {}
        missing = [name for name in files if not before.get(name)]
        found = {name: item[0] for name, item in before.items() if item}
        if self.cache or len(missing) >= FEW:
            entries = share_out(missing, lambda name: self._packed(files[name], name))
            found |= zip(missing, map(unpacked_item, entries), strict=True)
        return {name: (LateSource(name, file=files[name]), item) for name, item in found.items() if item}

    def _packed(self, file: Path, name: str) -> bytes:
        return packed_item(self.cache, file, name, lambda: self._right_now(file, name))

    def _right_now(self, file: Path, name: str) -> Case | None:
        """The case, where nothing is wrong with its file; what is wrong is told by those who read it again."""
        text, wrong = read_text(file, name)
        if wrong:
            return None
        values = plain_values(text)
        before = len(self.problems)
        item = self._checked(parse(text, name) if values is None else Source(name, text, values), Case)
        if len(self.problems) == before:
            return item
        del self.problems[before:]
        return None

    def _check_name(self, name: str, stem: str, ending: str) -> None:
        """A file's name is an address, so it must be one on every machine."""
        if not re.match(ID_PATTERN, stem):
            message = f"filnavnet {quoted(stem + ending)} kan ikke være en adresse"
            tip = "Omdøb filen: små bogstaver a-z, tal og bindestreg; ae, oe og aa for æ, ø og å."
            self.problems.append(Problem(name, 1, 1, "", message, f"et navn som ny-case{ending}", tip))

    def _shared(self, name: str) -> Path:
        """What all content shares below the root, or the project's own where the root has none of it."""
        own = self.root / name
        if own.exists():
            return own
        self.borrowed.add(name)
        return PROJECT / name

    def one(self, name: str, kind: type[R]) -> tuple[Source, R] | None:
        """A file that holds a single record."""
        source = read_source(self._shared(name), name)
        item = self._checked(source, kind)
        return None if item is None else (source, item)

    def vocabulary(self, name: str, kind: type[Record]) -> list[tuple[Source, int, Any]]:
        """The rows of a vocabulary file with their index in it."""
        path = vocabulary_path(name)
        source = read_source(self._shared(path), path)
        rows: Any = self._checked(source, tuple[kind, ...])  # type: ignore[valid-type]
        return [(source, index, row) for index, row in enumerate(rows or ())]

    def pages(self) -> tuple[WrittenPage, ...]:
        """The hand-written pages, linted, where the root has any."""
        found = []
        for file in sorted((self.root / "docs").rglob("*.md")):
            name = file.relative_to(self.root).as_posix()
            text, problems = read_text(file, name)
            self.problems += problems
            self.problems += lint_page(name, text)
            found.append(written_page(name, text))
        return tuple(page for page in found if page)

    def strays(self) -> None:
        """Names each file that is neither an item nor a known shared file."""
        known = {CATALOGUE, *TEMPLATES, *map(vocabulary_path, VOCABULARIES)}
        for folder, suffix in (("cases", ".yml"), ("agreements", ".yml"), ("agreements/_klausuler", ".md")):
            for entry in _entries(self.root / folder):
                name = f"{folder}/{entry.name}"
                if name in known or name == "agreements/_klausuler":
                    continue
                of_kind = entry.name.endswith(suffix) and not entry.name.startswith(("_", "."))
                if entry.is_dir() or not of_kind:
                    tip = f"Flyt eller slet filen. En ny fil skal hedde <id>{suffix} uden understreg først."
                    expected = f"kun {suffix}-filer i {folder}/"
                    self.problems.append(Problem(name, 1, 1, "", "filen hører ikke til i mappen", expected, tip))
