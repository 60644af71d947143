"""Who asks for little does not wait for what others need."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from tests.tolkbar.conftest import environment

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = (
    '<!DOCTYPE html><html lang="sv"><title>Kontakt</title><main><h1>Kontakt</h1><p>Ring oss.</p></main>'
)
ELSEWHERE: Final = """
aiohttp asyncio babel.messages concurrent.futures dask distributed docx email fontTools fsspec jinja2 lxml
markdown_it multiprocessing pypdf._reader rapidfuzz rich Stemmer
pipeline.build pipeline.catalog pipeline.extract pipeline.render pipeline.source
checks.external checks.network checks.pdf.content checks.pdf.fonts checks.pdf.policy checks.pdf.structure
checks.specimens checks.translations checks.waivers
checks.hearing.elsewhere checks.hearing.pool checks.subjects.remote
tolkbar.cluster tolkbar.importing tolkbar.preview tolkbar.starting tolkbar.work
""".split()


def loaded(*arguments: str | Path) -> set[str]:
    """Return the names of the modules that a run of the command has loaded when it ends."""
    script = (
        "import sys; from tolkbar.command import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.split())


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Return a page that stands alone."""
    path = tmp_path / "kontakt.html"
    path.write_text(PAGE, "utf-8")
    return path


def test_its_version_is_said_without_a_rule_or_a_page() -> None:
    modules = loaded("--version")
    assert "tolkbar.options" in modules
    assert {name for name in modules if name.startswith(("checks.", "pipeline.page", "turbohtml"))} == set()


def test_a_page_waits_for_nothing_but_the_rules_on_pages(page: Path) -> None:
    modules = loaded("check", page)
    assert "checks.accessibility.names" in modules
    assert modules & set(ELSEWHERE) == set()


def test_a_family_waits_for_no_other(page: Path) -> None:
    modules = loaded("check", page, "--family", "html")
    assert "checks.html" in modules
    assert modules & {"checks.accessibility", "checks.contacts", "checks.links"} == set()


def test_a_report_that_names_every_rule_loads_every_rule(page: Path) -> None:
    assert {"checks.translations", "checks.pdf.policy"} <= loaded("check", page, "--format", "json")
