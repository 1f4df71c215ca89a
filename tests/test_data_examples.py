"""The examples: Python and SQL run for real; the others ask for addresses and columns that are there."""

from __future__ import annotations

import csv
import io
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from macros.library.content import Content
from macros.sharing.data_examples import data_examples, example_files
from macros.sharing.data_files import data_files

SITE = "https://alliancebanken.example/"


@pytest.fixture(scope="module")
def folder(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data files on disk, as a site has them."""
    root = tmp_path_factory.mktemp("data")
    (root / "data" / "v1").mkdir(parents=True)
    for name, made in data_files(content, SITE).items():
        (root / "data" / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    return root


def test_each_is_a_file_and_stands_on_the_page() -> None:
    assert example_files(SITE) == {f"eksempel.{kind}": code for kind, _, _, code in data_examples(SITE)}
    assert all(SITE in code for kind, code in example_files(SITE).items() if not kind.endswith(".sql"))
    assert all("{{ site" not in code for code in example_files(SITE).values())


def test_the_python_example_runs(folder: Path, content: Content) -> None:
    program = folder / "data" / "eksempel.py"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(program), folder.as_uri() + "/"],
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert len(lines) == len(content.cases)
    horsens = next(line for line in lines if "Horsens Alliancen" in line)
    assert horsens.endswith("Horsens Alliancen (60 procent af de involverede unge)")


def test_the_query_finds_lessons(folder: Path) -> None:
    connection = sqlite3.connect(folder / "data" / "alliancebanken.sqlite")
    rows = connection.execute(example_files(SITE)["eksempel.sql"]).fetchall()
    connection.close()
    assert len(rows) >= 2 and all("ovholder" in text and link.startswith(SITE) for _, text, link in rows)


@pytest.mark.parametrize("kind", ["R", "pq"])
def test_the_others_ask_for_what_is_there(kind: str, folder: Path) -> None:
    code = example_files(SITE)[f"eksempel.{kind}"]
    name = re.search(r"data/([\w.]+\.csv)", code)
    assert name
    text = (folder / "data" / name[1]).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if "komma" in name[1] else ";"))
    asked = re.findall(r'"([a-z_]+)"', code.split("c(", 1)[-1] if kind == "R" else code.split("SelectColumns", 1)[1])
    assert asked and set(asked) <= rows[0].keys()
    assert kind != "R" or any(row["viden"] == "Optalt, med år" for row in rows)


@pytest.mark.skipif(not shutil.which("Rscript"), reason="R er ikke på maskinen")
def test_the_r_example_runs(folder: Path) -> None:
    code = example_files(folder.as_uri() + "/")["eksempel.R"]
    subprocess.run(["Rscript", "-e", code], check=True, capture_output=True)
