"""Two write the same catalogs: a translator in the preview, and one in Poedit, which replaces whole files.

Poedit reads a catalog, and saves it whole some time later; when the file has changed since, it reads it
again first.  Between that look and its rename lies a moment of its own, in which it may wipe out what
was saved by us: nobody can keep it from that, but it is seen here and counted.  What must never be: that
we wipe out what Poedit has saved, that a save of ours that nobody wiped out is gone, or that anything
else in a catalog changes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pipeline import po
from pipeline.renaming import exchanged
from tests.kills.pen import translation
from tests.kills.scenes import MOST, ROOT, emptied

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.support import SiteFolder

    Texts = dict[tuple[str, str], str]  # translations by the catalog's path and the msgid

PEN: Final = ("-m", "tests.kills.pen")
_MARK: Final = " – Poedit "


@dataclass
class Poedit:
    """The other program, at work on the catalogs of a site; ``wiped`` are the saves that it wrote over."""

    root: Path
    saves: int = 0
    written: Texts = field(default_factory=dict)
    wiped: set[tuple[str, str]] = field(default_factory=set)

    def save(self, name: str, chance: random.Random) -> None:
        """Change one translation, and put the whole file in place of the old one."""
        path, beside = self.root / name, self.root / f"{name}.poedit"
        while True:
            seen = path.read_bytes()
            text, key, said = self._changed(seen, name, chance)
            beside.write_text(text, "utf-8", newline="")
            if path.read_bytes() == seen:
                break
        if not exchanged(beside, path):  # what comes out tells what was wiped out
            beside.replace(path)
            return
        self.saves += 1
        self.written[key] = said
        lost = texts(name, beside.read_bytes()).items() - texts(name, seen).items()
        self.wiped |= {found for found, _ in lost}
        beside.unlink()

    def _changed(self, content: bytes, name: str, chance: random.Random) -> tuple[str, tuple[str, str], str]:
        """Return a catalog with one translation changed, which one, and what it is now."""
        theirs = [entry for entry in po.read(content, name).entries if _is_theirs(entry)]
        entry = chance.choice(theirs)
        said = f"{entry.msgstr.partition(_MARK)[0]}{_MARK}{self.saves}"
        text = content.decode().replace(f'msgstr "{entry.msgstr}"', f'msgstr "{said}"', 1)
        return text, (name, entry.msgid), said


def _is_theirs(entry: po.Entry) -> bool:
    """Tell whether Poedit may change an entry: the translator does not, and it is easily found."""
    raw = entry.raw or ""
    return (
        bool(entry.msgstr) and entry.msgstr != translation(entry.msgid) and f'msgstr "{entry.msgstr}"' in raw
    )


def texts(name: str, content: bytes) -> Texts:
    """Return what a catalog translates."""
    return {(name, entry.msgid): entry.msgstr for entry in po.read(content, name).entries if entry.msgstr}


def duel(
    healthy: Path, site: SiteFolder, chance: random.Random, translator: Sequence[str] = PEN
) -> tuple[list[str], dict[str, int]]:
    """Let both write on a copy of a site, and kill the translator some time; return complaints and counts."""
    shutil.copytree(healthy, site.root)
    emptied(site)
    names = [path.relative_to(site.root).as_posix() for path in sorted((site.root / "locales").rglob("*.po"))]
    before = {name: (site.root / name).read_bytes() for name in names}
    line = [sys.executable, *translator, str(site.root)]
    pen = subprocess.Popen(line, cwd=ROOT, stdout=subprocess.PIPE)
    poedit = Poedit(site.root)
    last = chance.choice([chance.randint(1, 40), 400])
    assert pen.stdout is not None
    told = [pen.stdout.readline()]  # both begin when the translator has saved something
    while pen.poll() is None and poedit.saves < last:
        poedit.save(chance.choice(names), chance)
    pen.kill()
    told += pen.communicate(timeout=MOST)[0].splitlines(keepends=True)
    whole = (line.decode().rstrip("\n").partition("\t") for line in told if line.endswith(b"\n"))
    saved = [(name, msgid) for name, _, msgid in whole]
    counts = {"saved here": len(saved), "there": poedit.saves, "of ours wiped out by them": len(poedit.wiped)}
    return list(_complaints(site, before, saved, poedit)), counts


def _complaints(
    site: SiteFolder, before: dict[str, bytes], saved: list[tuple[str, str]], poedit: Poedit
) -> Iterator[str]:
    found: Texts = {}
    for name, old in before.items():
        content = (site.root / name).read_bytes()
        found |= texts(name, content)
        if _without_translations(name, content) != _without_translations(name, old):
            yield f"{name} has changed where nobody wrote"
    first = {key: said for name, content in before.items() for key, said in texts(name, content).items()}
    for key, said in (first | poedit.written).items():
        if found.get(key) != said:
            yield f"what Poedit saved is lost: {key} {said!r}, now {found.get(key)!r}"
    for key in saved:
        if key not in poedit.wiped and found.get(key) != translation(key[1]):
            yield f"what was saved is lost: {key}"
    for key in found.keys() - first.keys():
        if found[key] != translation(key[1]):
            yield f"nobody wrote {key} {found[key]!r}"


def _without_translations(name: str, content: bytes) -> list[object]:
    """Return what neither of the two may change: everything but the translations."""
    catalog = po.read(content, name)
    rest = [(entry.raw or "").replace(f'msgstr "{_escaped(entry.msgstr)}"', "") for entry in catalog.entries]
    return [catalog.header_entry.raw, catalog.tail, *rest]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
