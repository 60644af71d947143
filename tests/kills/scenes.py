"""What is killed: a command, the site that it works on, and what it would come to if it were not killed."""

from __future__ import annotations

import base64
import contextlib
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import structs

from pipeline import po, tmx
from pipeline.tmx import Memory, Translation
from pipeline.tmx.writer import unit
from tests.kills.mortal import EDIT, perform
from tests.kills.pen import translate, translation
from tests.support import SiteFolder, files_below, healthy_site, pdf
from tests.tolkbar.upheaval import litter, rearrange, words
from tolkbar.exchange.formats import format_of, read
from tolkbar.reporting import today

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Mapping

    Files = dict[str, bytes]

ROOT = Path(__file__).parents[2]
PICTURE = base64.b64decode("R0lGODlhAQABAAAAAAICTAEAOw==")
EXPORTED = """<!doctype html><html lang="sv"><title>Bygglov</title><main><h1>Bygglov</h1>
<p>Sök lov innan du bygger.</p><img src="hus.gif" alt="Ett hus"><img src="karta.gif" alt="En karta"></main>"""
UNTIL: Final = ("--until", (today() + timedelta(days=90)).isoformat())
WAIVE: Final = ("waive", "1", "--reason", "Byts i mars", "--who", "Webbredaktionen", *UNTIL)
_DATE: Final = re.compile(rb'"PO(?:T-Creation|-Revision)-Date: .*\n')
_NOT_TYPED: Final = ("output/", "locales/templates/")  # the templates are made again by every run
MOST: Final = 60  # seconds that a command may take


@dataclass(frozen=True, slots=True)
class Scene:
    """A command about to be run on ``root``; what it writes last of all, and what there is after it."""

    name: str
    words: tuple[str, ...]
    root: Path
    proof: str
    before: Files
    after: Files
    settled: Files
    changes: int
    seconds: float
    between: Mapping[str, frozenset[bytes]] = field(default_factory=dict)
    """What a file may be in the middle of the work, too: each save is one of its own."""

    def play(self, site: SiteFolder, chance: random.Random) -> bool:
        """Kill the command at a moment of its work on a copy, ``site``; tell whether it came to that."""
        shutil.copytree(self.root, site.root)
        if chance.random() < 1 / 2:
            return _killed_at(self.words, site.root, chance.randint(1, self.changes))
        return _killed_after(self.words, site.root, chance.uniform(0, self.seconds))

    def complaints(self, site: SiteFolder) -> Iterator[str]:
        """Say what a kill has done to ``site``, and what the next run could not mend."""
        left = _kept(site.root)
        if _part(left, "output/") not in (_part(self.before, "output/"), _part(self.after, "output/")):
            yield "output/ is neither the old nor the new"
        yield from _torn(self, left)
        try:
            lost = words(SiteFolder(self.root)) - words(site)
        except Exception as error:  # noqa: BLE001 - a damaged catalog is what is looked for
            yield f"a catalog is damaged: {error}"
        else:
            yield from (f"a translation is lost: {entry}" for entry in sorted(lost))
        yield from self._next_run(site, is_done=self.proof in left)

    def _next_run(self, site: SiteFolder, *, is_done: bool) -> Iterator[str]:
        for command in ((), PUBLISH) if is_done else (self.words, PUBLISH):
            if command and (status := _quietly(command, site.root)):
                yield f"the next {command[0]} ends with {status}"
        yield from (f"the next run leaves {name}" for name in sorted(litter(site)))
        found = _kept(site.root)
        for name in sorted(found.keys() | self.settled.keys()):
            if found.get(name) != self.settled.get(name):
                yield f"after the next run {name} is not what it would have been"


PUBLISH: Final = ("publish", "--fail-on", "never")


def scenes(folder: Path) -> list[Scene]:
    """Prepare every command on a site of its own in ``folder``, and run it once to its end on a copy."""
    site = healthy_site(folder / "healthy")
    site.edit("source/pages/index.md", "#telefon", "")  # its card has no such id
    site.write("source/documents/policy.pdf", pdf(1_000))  # copied at every kill
    assert _quietly(("publish",), site.root) == 0
    exported = folder / "bygglov.html"
    exported.write_text(EXPORTED, "utf-8")
    for name in ("hus.gif", "karta.gif"):
        (folder / name).write_bytes(PICTURE + name.encode())
    page = "source/pages/bygglov.html"
    return [
        _scene(folder, ("publish",), rearrange),
        _scene(folder, ("extract",), rearrange),
        _scene(folder, WAIVE, _with_a_finding, "source/waivers.toml"),
        _scene(folder, ("baseline", *UNTIL), _with_a_finding, "source/baseline.toml"),
        _scene(folder, ("import", str(exported)), lambda _: None, page),
        _edited(folder),
        *(
            _scene(folder, ("import", str(folder / f"sent.{form}")), _sent, name=f"import {form}")
            for form in ("po", "xlf", "csv", "tmx")
        ),
    ]


def _scene(
    folder: Path,
    command: tuple[str, ...],
    prepare: Callable[[SiteFolder], None],
    proof: str = "",
    *,
    name: str = "",
) -> Scene:
    name = name or command[0]
    root = folder / name
    shutil.copytree(folder / "healthy", root)
    prepare(SiteFolder(root))
    whole = folder / f"{name} whole"
    shutil.copytree(root, whole)
    told = _process(command, whole, 0).communicate(timeout=MOST)[0].splitlines()
    after = _kept(whole)
    _quietly(PUBLISH, whole)
    seconds = float(told[-1].split()[0])
    return Scene(name, command, root, proof, _kept(root), after, _kept(whole), len(told), seconds)


def _edited(folder: Path) -> Scene:
    """Return the scene of a translator who saves one text after the other."""
    scene = _scene(folder, (EDIT,), emptied)
    versions: dict[str, set[bytes]] = {}
    copy = folder / "edit step by step"
    shutil.copytree(scene.root, copy)
    translate(copy, lambda name, _: versions.setdefault(name, set()).add((copy / name).read_bytes()))
    return replace(scene, between={name: frozenset(found) for name, found in versions.items()})


def _sent(site: SiteFolder) -> None:
    """Send what is left to translate to an agency, in the form the scene is named for, and get it back."""
    emptied(site)
    path = site.root.parent / f"sent.{site.root.name.split()[-1]}"
    if path.suffix == ".tmx":
        units = (unit(Translation(f"Text {number}", f"Text {number}."), "sv", "de") for number in range(99))
        path.write_bytes(tmx.write(Memory("", "sv", tuple(units))))
        return
    assert _quietly(("export", "--to", str(path), "--into", "de"), site.root) == 0
    bundle = read(path)
    texts = tuple(structs.replace(text, entry=_translated(text.entry)) for text in bundle.texts)
    path.write_bytes(format_of(path).write(structs.replace(bundle, texts=texts)))


def _translated(entry: po.Entry) -> po.Entry:
    return entry if any(entry.strings) else entry.change(msgstr=translation(entry.msgid))


def emptied(site: SiteFolder) -> None:
    """Leave every fourth text without a translation."""
    for path in sorted((site.root / "locales").rglob("*.po")):
        catalog = po.read(path.read_bytes(), path.name)
        entries = [
            entry.change(msgstr="") if number % 4 == 1 and entry.msgctxt is None else entry
            for number, entry in enumerate(catalog.entries)
        ]
        path.write_text(po.write(replace(catalog, entries=tuple(entries))), "utf-8", newline="")


def _with_a_finding(site: SiteFolder) -> None:
    site.edit("source/pages/index.md", "(kontakt.md)", "(kontakt.md#ingenstans)")
    assert _quietly(("check",), site.root) == 1


def _torn(scene: Scene, left: Files) -> Iterator[str]:
    """Say which files that people type are neither the old nor the new, and what is missing of the new."""
    for name, content in scene.before.items() | left.items():
        if name.startswith(_NOT_TYPED) or Path(name).name.startswith("."):
            continue
        whole = {scene.before.get(name), scene.after.get(name), *scene.between.get(name, ())}
        if left.get(name) not in whole:
            yield f"{name} is neither the old nor the new: {content[:40]!r}"
    if scene.proof in left:
        new = _part(scene.after, "source/")
        yield from (f"{name} is missing beside {scene.proof}" for name in sorted(new.keys() - left.keys()))


def _killed_at(command: tuple[str, ...], root: Path, change: int) -> bool:
    """Let a process kill itself at its n-th change to a file; tell whether it did."""
    process = _process(command, root, change)
    process.communicate(timeout=MOST)
    return process.returncode == -signal.SIGKILL


def _killed_after(command: tuple[str, ...], root: Path, seconds: float) -> bool:
    """Kill a process from outside, so many seconds after its first change; tell whether it still ran."""
    process = _process(command, root, 0)
    assert process.stdout is not None
    process.stdout.readline()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.kill()
    process.communicate(timeout=MOST)
    return process.returncode == -signal.SIGKILL


def _process(command: tuple[str, ...], root: Path, last: int) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "tests.kills.mortal", str(root), str(last), *command]
    return subprocess.Popen(
        line, cwd=ROOT, env=os.environ | {"LANGUAGE": "en"}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _quietly(command: tuple[str, ...], root: Path) -> int:
    """Run a command in this process; return its exit status."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return perform(command, str(root))


def _kept(root: Path) -> Files:
    """Return the files of a site that anybody relies on, without the minute in which they were made."""
    return {
        name: _DATE.sub(b"", content)
        for name, content in files_below(root).items()
        if not name.startswith(".tolkbar/")
    }


def _part(files: Files, folder: str) -> Files:
    return {name: content for name, content in files.items() if name.startswith(folder)}
