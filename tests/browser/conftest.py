"""A browser, sites to visit with it, and what a visitor is helped by."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.audit import Axe
from tests.browser.needs import axe_source, chromium_path
from tests.browser.previewing import previewed
from tests.browser.server import served
from tests.browser.translating import Translator
from tests.browser.visitor import Visitor
from tests.editions.test_golden import build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Playwright

ROOT: Final = Path(__file__).parents[2]
LANGUAGES: Final = ("sv", "en", "de")
FAULTS: Final = """

# En rubrik till

![](../images/europa-direkt.svg) [Läs mer](kontakt.md#finns-inte) och ring 021-39 26 3.
"""
_FLAGS: Final = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # whatever a page asks for, nothing leaves
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little of it
)
_TWICE_AS_LARGE: Final = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Yield what drives browsers."""
    with sync_playwright() as driver:
        yield driver


@contextmanager
def _launched(playwright: Playwright, *flags: str) -> Iterator[Browser]:
    """Start Chromium; its sandbox refuses to work for root, and only for root it is left out."""
    browser = playwright.chromium.launch(
        executable_path=chromium_path(), chromium_sandbox=os.geteuid() != 0, args=[*_FLAGS, *flags]
    )
    try:
        yield browser
    finally:
        browser.close()


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Yield a browser as it comes."""
    with _launched(playwright) as browser:
        yield browser


@pytest.fixture(scope="session")
def large_print(playwright: Playwright) -> Iterator[Browser]:
    """Yield a browser whose reader has set text to 200 %."""
    with _launched(playwright, _TWICE_AS_LARGE) as browser:
        yield browser


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> Axe:
    """Return a function that returns what axe-core has against a page."""
    return Axe(axe_source(tmp_path_factory.mktemp("axe")))


def tolkbar(*arguments: str | Path) -> None:
    """Run the command in a process of its own: this one's event loop is Playwright's."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "tolkbar", *map(str, arguments)], env=environment, check=True)


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the site that comes with the tool, published: source/, locales/ and output/."""
    root = tmp_path_factory.mktemp("own")
    for folder in ("source", "locales"):
        shutil.copytree(ROOT / folder, root / folder)
    tolkbar("publish", "--site", root)
    return root


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Yield a site with everything, in our own templates: a form, tables, a language from right to left."""
    root = tmp_path_factory.mktemp("everything")
    site = build(root)
    for folder in ("source/templates", "source/assets"):
        shutil.copytree(ROOT / folder, root / folder, dirs_exist_ok=True)
    site.build()
    yield site.candidate
    site.close()


@pytest.fixture(scope="session")
def own_editions(own_site: Path) -> Path:
    """Return the folder with what is published of the site that comes with the tool."""
    return own_site / "output"


@pytest.fixture(scope="session")
def own_home(own_editions: Path) -> Iterator[str]:
    """Yield the address at which that is served."""
    with served(own_editions) as address:
        yield address


@pytest.fixture(scope="session")
def reports(own_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the report on a site with faults, in each language that it is written in."""
    folder = tmp_path_factory.mktemp("reports")
    site = folder / "site"
    shutil.copytree(own_site, site)
    for page in (site / "source/pages").glob("*.md"):
        page.write_text(page.read_text("utf-8") + FAULTS, "utf-8")
    for language in LANGUAGES:
        form = ("--format=html", f"--output={folder / language}.html", f"--language={language}")
        tolkbar("check", "--site", site, "--fail-on=never", *form)
    shutil.rmtree(site)
    return folder


@pytest.fixture(scope="session", params=["own_editions", "everything", "reports"])
def published(request: pytest.FixtureRequest) -> Path:
    """Return a folder of finished pages, one after the other: two sites, and reports."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


@pytest.fixture(scope="session")
def pages(published: Path) -> list[str]:
    """Return the addresses of all pages of the site, seen from its root."""
    return sorted(path.relative_to(published).as_posix() for path in published.rglob("*.html"))


@pytest.fixture(scope="session")
def looks(pages: list[str]) -> list[str]:
    """Return the addresses of pages that show all there is to see: one edition of each direction."""
    return [address for address in pages if address.startswith(("index.html", "sv", "ar"))]


@pytest.fixture(scope="session")
def home(published: Path) -> Iterator[str]:
    """Yield the address at which the site is served."""
    with served(published) as address:
        yield address


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Yield a function that returns a visitor of the site at an address; their complaints fail the test."""
    visitors: list[Visitor] = []

    def visiting(home: str, browser: Browser = chromium) -> Visitor:
        visitors.append(Visitor(browser, home))
        return visitors[-1]

    yield visiting
    for visitor in visitors:
        visitor.close()
    assert [complaint for visitor in visitors for complaint in visitor.complaints] == []


@pytest.fixture
def visitor(visit: Callable[..., Visitor], home: str) -> Visitor:
    """Return a visitor of the published site."""
    return visit(home)


@pytest.fixture
def root(own_site: Path, tmp_path: Path) -> Path:
    for folder in ("source", "locales"):
        shutil.copytree(own_site / folder, tmp_path / folder)
    return tmp_path


@pytest.fixture
def translator(root: Path, visit: Callable[[str], Visitor]) -> Iterator[Translator]:
    with previewed(root, "--edit") as home:
        visitor = visit(home)
        yield Translator(root, visitor)
        visitor.close()  # before the server: a page whose server is gone complains
