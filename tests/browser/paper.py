"""A Word file or a printed page as paper: the words of each page, as LibreOffice and Chromium set them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

CAN_SET_WORD = bool(shutil.which("soffice") and shutil.which("pdftotext"))


def word_pages(data: bytes, folder: Path) -> list[str]:
    """The words of each page of a Word file."""
    (folder / "aftale.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={folder.as_uri()}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "aftale.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return pdf_pages((folder / "aftale.pdf").read_bytes(), folder)


def pdf_pages(data: bytes, folder: Path) -> list[str]:
    """The words of each page of a PDF."""
    (folder / "sider.pdf").write_bytes(data)
    command = ["pdftotext", "-layout", str(folder / "sider.pdf"), "-"]
    found = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return [re.sub(r"\s+", " ", page).strip() for page in found.split("\f")[:-1]]
