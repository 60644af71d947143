"""A site with a page that waits for translations in every way that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline import po
from tests.support import SiteFolder, files_below, healthy_site, po_entry, po_file
from tests.tolkbar.exchange.texts import DONE, LINKED, NEW, OLD
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome

CATALOG = "locales/de/LC_MESSAGES/kurs.po"


class Exchange(SiteFolder):
    """The site, and what is sent from it and taken back."""

    def __init__(self, root: Path, run: Callable[..., Outcome]) -> None:
        """Let ``run`` run the command."""
        super().__init__(root)
        self.run = run

    def catalogs(self) -> dict[str, bytes]:
        """Return every file that translators have written."""
        return files_below(self.root / "locales")

    def export(self, name: str, *options: str) -> Path:
        """Export the German texts to a file beside the site; return it."""
        path = self.root.parent / name
        done = self.run("export", "--site", self.root, "--to", path, "--into", "de", *options)
        assert done.status == 0, done.err
        return path

    def take(self, path: Path, *options: str) -> Outcome:
        """Import a file."""
        return self.run("import", "--site", self.root, path, *options)

    def entry(self, msgid: str) -> po.Entry:
        """Return a message of the page's German catalog."""
        catalog = po.read(self.read(CATALOG), CATALOG)
        return next(entry for entry in catalog.active if entry.msgid == msgid)


@pytest.fixture
def site(tmp_path: Path, run: Callable[..., Outcome]) -> Exchange:
    """Return a site whose page has a new text, one with placeholders, a fuzzy one and a finished one."""
    root = tmp_path / "site"
    healthy_site(root)
    found = Exchange(root, run)
    found.page("kurs.md", f"{NEW}\n\nLäs [mer](kontakt.md) **här**.\n\n{OLD}\n\n{DONE}\n", title="Kurs")
    entries = [po_entry(OLD, "Melden Sie sich im Mai an.", flags="fuzzy"), po_entry(DONE, "Willkommen.")]
    found.write(CATALOG, po_file("de", [f"# Ulla fragen\n{entries[0]}", entries[1]]))
    assert main(["extract", "--site", str(root)]) == 0
    assert found.entry(LINKED).msgstr == ""
    return found
