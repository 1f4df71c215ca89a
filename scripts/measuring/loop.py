"""The bench's part about writing: from a saved case to the page that shows it, and from a fault to its words."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from scripts.measuring.build import edited
from scripts.measuring.goals import Goal
from scripts.measuring.whole_site import write_site_project
from scripts.serving.preview import Preview
from scripts.serving.workshop import GLANCE, Workshop

_PATIENCE = 60.0


def measure(size: int, folder: Path, rounds: int) -> dict[str, float]:
    """Seconds of clock, medians of the rounds; each save is waited for as the browser would."""
    project = write_site_project(folder / "project", size)
    preview = Preview()
    workshop = Workshop(project, "127.0.0.1:8000", folder, preview, lambda _: None)
    found: dict[str, list[float]] = {name: [] for name in ("saved_s", "fault_s", "mended_s")}
    try:
        if not workshop.first():
            raise ValueError(preview.faults)
        file = sorted((project / "cases").glob("[!_]*.yml"))[size // 2]
        good = file.read_text(encoding="utf-8")
        for turn in range(rounds + 1):
            _rest(workshop)
            saved = edited(good, f"Rettet {turn}.")
            times = (
                _until(workshop, file, saved, lambda turn=turn: f"Rettet {turn}. " in _page(preview, file)),  # type: ignore[misc]
                _until(workshop, file, saved.replace("\ntema: ", "\ntema: x-", 1), lambda: bool(preview.faults)),
                _until(workshop, file, saved, lambda: not preview.faults),
            )
            # The first time a process reads what it remembers afterwards.
            for name, seconds in zip(found, times, strict=True):
                found[name] += [seconds] if turn else []
    finally:
        workshop.close()
    return {name: median(values) for name, values in found.items()}


def _page(preview: Preview, file: Path) -> str:
    page = (preview.folder or Path()) / "cases" / file.stem / "index.html"
    return page.read_text(encoding="utf-8") if page.is_file() else ""


def _rest(workshop: Workshop) -> None:
    """Let everything be made that waits."""
    while workshop.waiting_since:
        workshop.glance()
        time.sleep(GLANCE)


def _until(workshop: Workshop, file: Path, text: str, seen: Callable[[], bool]) -> float:
    start = time.monotonic()
    file.write_text(text, encoding="utf-8")
    while not seen():
        time.sleep(GLANCE)
        workshop.glance()
        if time.monotonic() - start > _PATIENCE:
            raise TimeoutError(file)
    return time.monotonic() - start


def goals(found: dict[int, dict[str, float]]) -> list[Goal]:
    """What the figures are held against."""
    most = {22: 0.5, 1000: 1.0}
    names = {"saved_s": "gemt case vist", "fault_s": "fejl vist", "mended_s": "rettet fejl væk"}
    return [
        Goal(f"{name}, {size} cases (s)", one[key], most[size])
        for size, one in found.items()
        if size in most
        for key, name in names.items()
    ]
