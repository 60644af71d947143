"""A run in which much changes: pages come and go, paragraphs move, and their translations move along.

After it every catalog is complete, so that the gate is open; what it publishes differs from before in
every edition.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import po
from tests.support import files_below
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.support import SiteFolder

STAGES = {
    "store": ".tolkbar/state.sqlite",
    "templates": "locales/templates/",
    "catalogs": "/LC_MESSAGES/",
    "candidate": ".tolkbar/candidate/",
    "copy": ".tolkbar/next/",
}
"""What a run writes, in this order, and how one knows the files of each stage by their paths."""

PARAGRAPH = '<p>Läs <a href="omsorg/index.md">mer om omsorg</a>, <strong>senast</strong> i maj.</p>\n'


def rearrange(site: SiteFolder) -> None:
    """Change the source of ``site``, and a word of its translation, as people do between two runs."""
    (site.root / "source/pages/omsorg/hemtjanst.html").unlink()
    site.edit("source/pages/omsorg/index.md", "- [](hemtjanst.html)\n", "")
    site.edit(
        "source/pages/kontakt.md",
        "[](../contacts.toml#charlotta)\n",
        f"{PARAGRAPH}\n[](../contacts.toml#charlotta)\n",
    )
    site.page("stad/omsorg.md", "# Omsorg i staden\n", title="Omsorg")
    (site.root / "source/images/hast.svg").rename(site.root / "source/images/ko.svg")
    site.edit("source/pages/index.md", "hast.svg", "ko.svg")
    site.edit("source/site.toml", '"omsorg/index", ', '"omsorg/index", "stad/omsorg", ')
    site.edit("locales/en/LC_MESSAGES/index.po", "A horse", "A cow")


def words(site: SiteFolder) -> set[tuple[str, str, str]]:
    """Return what translators have written, (language, msgid, msgstr), in whole catalogs; obsolete too."""
    found: set[tuple[str, str, str]] = set()
    for path in (site.root / "locales").rglob("*.po"):
        name = path.relative_to(site.root)
        catalog = po.read(path.read_bytes(), name.as_posix())
        found |= {(name.parts[1], entry.msgid, entry.msgstr) for entry in catalog.entries if entry.msgstr}
    return found


def moment(steps: Sequence[str], stage: str, number: int) -> int:
    """Return when to disturb a run: the index of one of its ``steps``, given by path, in a stage.

    The first for number 0, the last for 1, for others any in between, but always the same.
    """
    found = [index for index, path in enumerate(steps) if STAGES[stage] in path]
    between = random.Random(f"{stage} {number}").choice(found)  # noqa: S311 - nothing here is secret
    return {0: found[0], 1: found[-1]}.get(number, between)


def litter(site: SiteFolder) -> set[str]:
    """Return what a run has left lying about that is no one's."""
    hidden = {name for name in files_below(site.root / "locales") if Path(name).name.startswith(".")}
    return hidden | {name for name in ("next", "previous") if (site.root / ".tolkbar" / name).exists()}


def publish(site: SiteFolder) -> None:
    """Publish, with everything in order."""
    assert main(["publish", "--site", str(site.root), "--language", "en"]) == 0
