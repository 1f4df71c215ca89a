"""The service worker, on a site below a path: what was read, the whole site, a new build, a full place, and away."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from socket import SHUT_RDWR
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.site.offline_files import LIST, OFFLINE_PAGE, WORKER, offline_files, row_of
from tests.browser.conftest import Guard, components_ready
from tests.browser.web_host import Handler, served

pytestmark = pytest.mark.browser_context_args(service_workers="allow")
CASE = "cases/horsens-alliancen/"
KEPT = "caches.keys().then((names) => names.filter((name) => name.startsWith('alliancebanken-')))"
COUNT = """caches.keys().then(async (names) => (await Promise.all(names.map(async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat())"""


@pytest.fixture
def root(built_site: Path, tmp_path: Path) -> Path:
    """A folder whose "bank" is the site, so that the site lies below a path; files are linked, not copied."""
    shutil.copytree(built_site, tmp_path / "bank", copy_function=lambda one, other: Path(other).hardlink_to(one))
    return tmp_path


class _Net(Handler):
    """A host that lets browsers keep files for ten minutes; one that is cut off hangs up instead of answering."""

    down = False

    def end_headers(self) -> None:
        """A new build within the ten minutes must not be mixed with what the browser itself still holds."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_head(self) -> Any:
        """Answer, or not."""
        if not _Net.down:
            return super().send_head()
        self.close_connection = True
        self.connection.shutdown(SHUT_RDWR)
        return None


def cut(page: Page, *, off: bool) -> None:
    """Cut the net, or mend it, for the page and for its worker."""
    _Net.down = off
    page.context.set_offline(off)


@pytest.fixture
def below(root: Path) -> Iterator[str]:
    """The address of the site below its path."""
    _Net.down = False
    with served(partial(_Net, directory=str(root))) as address:
        yield f"{address}bank/"


@pytest.fixture
def reader(page: Page, guard: Guard) -> Page:
    """A browser that lets the worker in; being offline is no fault."""
    guard.expected += ["ERR_INTERNET_DISCONNECTED", "Failed to fetch", "Failed to load", "net::ERR"]
    return page


def replace(root: Path, path: str, text: str) -> None:
    """Write a file anew; the linked original must not change."""
    file = root / "bank" / path
    file.unlink(missing_ok=True)
    file.write_text(text, encoding="utf-8")


def build_again(root: Path, *, on: bool = True) -> None:
    """What a build writes when the files have changed."""
    bank = root / "bank"
    built = {file.relative_to(bank).as_posix(): row_of(file.read_bytes()) for file in bank.rglob("*") if file.is_file()}
    page = (bank / OFFLINE_PAGE).read_text(encoding="utf-8")
    for path, text in offline_files(built, page, on=on).items():
        replace(root, path, text)


def read(page: Page, address: str) -> None:
    """Read a page with the worker in place."""
    page.goto(address)
    components_ready(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    expect(page.locator("h1")).to_be_visible()


def wait_for_kept(page: Page, address: str) -> None:
    """Until a page lies in the cache."""
    page.evaluate(
        """async (address) => {
          for (let turn = 0; turn < 200 && !(await caches.match(address)); turn += 1)
            await new Promise((done) => setTimeout(done, 25));
          if (!(await caches.match(address))) throw new Error("ikke gemt");
        }""",
        address,
    )


def test_what_was_read_can_be_read_again_and_says_that_it_is_old(reader: Page, below: str) -> None:
    """The first page too; what was not read leads to the page that lists what was."""
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url.removeprefix(below)))
    read(reader, below + CASE)
    wait_for_kept(reader, below + CASE)
    read(reader, f"{below}om/")
    wait_for_kept(reader, f"{below}om/")
    assert LIST not in asked and "sw.js" in asked, "listen over alt hentes kun for den, der beder om det"
    cut(reader, off=True)
    reader.goto(f"{below}{CASE}#laering")
    expect(reader.locator(".offline-notice")).to_contain_text("Du er offline. Du ser siden, som den blev gemt")
    expect(reader.locator("h1")).to_contain_text("Horsens Alliancen")
    assert reader.evaluate("getComputedStyle(document.body).getPropertyValue('--ab-ink') !== ''")
    reader.goto(f"{below}temaer/?q=1")
    expect(reader).to_have_url(f"{below}offline/?savnet=temaer%2F%3Fq%3D1")
    expect(reader.locator(".offline__missed")).to_contain_text("/temaer/?q=1 er ikke gemt")
    expect(reader.locator(".offline__pages")).to_contain_text("Horsens Alliancen")
    expect(reader.locator(".offline__here")).to_have_text("På denne enhed ligger 3 sider.")
    expect(reader.get_by_role("button", name="Gem hele siden")).to_be_hidden()
    cut(reader, off=False)
    reader.get_by_role("link", name="Prøv igen").click()
    expect(reader).to_have_url(f"{below}temaer/?q=1")
    expect(reader.locator(".offline-notice")).to_have_count(0)


def test_the_whole_site_is_kept_read_updated_and_taken_away(reader: Page, below: str, root: Path) -> None:
    """Size and progress are told; a new build fetches only what changed; one press takes all away for good."""
    listed = json.loads((root / "bank" / LIST).read_text(encoding="utf-8"))
    read(reader, f"{below}offline/")
    whole = sum(size for _, size, _ in listed["filer"])
    megabytes = f"{whole / 1e6:.1f} MB".replace(".", ",")
    button = reader.get_by_role("button", name=f"Gem hele siden ({megabytes})")
    button.click()
    expect(reader.locator(".offline__status")).to_have_text(
        "Hele siden er gemt. Du kan læse den uden net.", timeout=60_000
    )
    expect(reader.locator(".offline__here")).to_have_text(f"Hele siden ligger på denne enhed: {megabytes}.")
    expect(button).to_be_hidden()
    expect(reader.get_by_role("button", name="Fjern alt")).to_be_focused()
    cut(reader, off=True)
    reader.goto(f"{below}cases/?q=horsens")
    expect(reader.locator(".offline-notice")).to_be_visible()
    expect(reader.locator(".finder__chips button").first).to_be_visible()
    reader.goto(f"{below}aftaler/byg/")
    expect(reader.locator(".builder__app")).to_be_visible()
    cut(reader, off=False)
    asked: list[str] = []
    text = (root / "bank" / "om" / "index.html").read_text(encoding="utf-8")
    replace(root, "om/index.html", text.replace("<h1", "<h1 data-ny", 1))
    build_again(root)
    reader.context.on("request", lambda request: asked.append(request.url))
    reader.goto(f"{below}temaer/")
    reader.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
    fresh = json.loads((root / "bank" / LIST).read_text(encoding="utf-8"))["udgave"]
    expect_cache(reader, [f"alliancebanken-{fresh}"])
    assert len(reader.evaluate(COUNT)) >= len(listed["filer"])
    cut(reader, off=True)
    reader.goto(f"{below}om/")
    expect(reader.locator("h1[data-ny]")).to_be_visible()
    cut(reader, off=False)
    assert len([url for url in asked if url.endswith("/")]) < 40, "kun det ændrede hentes"
    reader.goto(f"{below}offline/")
    reader.get_by_role("button", name="Fjern alt").click()
    expect(reader.locator(".offline__status")).to_contain_text("Alt er fjernet")
    reader.goto(f"{below}om/")
    components_ready(reader)
    assert reader.evaluate(KEPT) == []
    assert reader.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_what_was_read_is_kept_through_a_new_build(reader: Page, below: str, root: Path) -> None:
    """Only what was read is asked for anew; a page that is gone is gone, and a lost net takes nothing away."""
    for path in (CASE, "om/", "temaer/"):
        read(reader, below + path)
        wait_for_kept(reader, below + path)
    text = (root / "bank" / "om" / "index.html").read_text(encoding="utf-8")
    replace(root, "om/index.html", text.replace("<h1", "<h1 data-ny", 1))
    shutil.rmtree(root / "bank" / "temaer")
    build_again(root)
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(request.url.removeprefix(below)))
    reader.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
    fresh = json.loads((root / "bank" / LIST).read_text(encoding="utf-8"))["udgave"]
    expect_cache(reader, [f"alliancebanken-{fresh}"])
    assert LIST not in asked
    cut(reader, off=True)
    reader.goto(f"{below}om/")
    expect(reader.locator("h1[data-ny]")).to_be_visible()
    reader.goto(below + CASE)
    expect(reader.locator("h1")).to_contain_text("Horsens Alliancen")
    reader.goto(f"{below}temaer/")
    expect(reader).to_have_url(f"{below}offline/?savnet=temaer%2F")


def expect_cache(page: Page, names: list[str]) -> None:
    """Wait until just these builds are kept."""
    page.evaluate(
        f"""async (names) => {{
          let found;
          for (let turn = 0; turn < 1200; turn += 1) {{
            found = await {KEPT};
            if (String(found) === String(names)) return;
            await new Promise((done) => setTimeout(done, 25));
          }}
          throw new Error(String(found));
        }}""",
        names,
    )


def test_the_editors_place_is_never_kept_and_the_switch_takes_all_away(reader: Page, below: str, root: Path) -> None:
    """A build without a name leaves no worker and no file behind."""
    (root / "bank" / "admin").mkdir(exist_ok=True)
    replace(root, "admin/index.html", "<!doctype html><title>x</title><h1>Redaktion</h1>")
    read(reader, below)
    wait_for_kept(reader, below)
    reader.goto(f"{below}admin/")
    reader.goto(f"{below}om/")
    wait_for_kept(reader, f"{below}om/")
    assert [url for url in reader.evaluate(COUNT) if "/admin/" in url or url.endswith(WORKER)] == []
    build_again(root, on=False)
    reader.goto(f"{below}temaer/")
    reader.evaluate("navigator.serviceWorker.ready.then((found) => found.update()).catch(() => {})")
    expect_cache(reader, [])
    reader.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)")


def test_a_full_place_is_told_and_what_was_fetched_stays(reader: Page, below: str) -> None:
    read(reader, f"{below}offline/")
    session = reader.context.new_cdp_session(reader)
    session.send("Storage.overrideQuotaForOrigin", {"origin": below.split("/bank")[0], "quotaSize": 1_500_000})
    reader.get_by_role("button", name="Gem hele siden").click()
    expect(reader.locator(".offline__status")).to_contain_text("Der er ikke plads til mere", timeout=30_000)
    expect(reader.get_by_role("button", name="Gem hele siden")).to_be_focused()
    reader.goto(f"{below}om/")
    expect(reader.locator("h1")).to_be_visible()


def test_a_lost_net_is_told_and_the_rest_can_be_fetched(reader: Page, below: str) -> None:
    read(reader, f"{below}offline/")
    cut(reader, off=True)
    reader.get_by_role("button", name="Gem hele siden").click()
    expect(reader.locator(".offline__status")).to_contain_text("Forbindelsen røg")
    cut(reader, off=False)
