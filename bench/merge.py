"""``python -m bench.merge``: one large catalog merged by us and by GNU ``msgmerge --previous``.

The catalog is a whole municipality's: 33,000 messages in the order of its pages.  Then editors come
and change 1,500 of them, each in one of the ways of ``bench.edits``; what a changed message was
before is known, so that the predecessor in ``#| msgid`` can be judged, for us and for gettext.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from bench import prose, tools
from bench.edits import edit
from bench.measure import Command, Row, cpu, cpu_seconds, in_turn
from bench.report import table
from bench.site import generate
from bench.translator import translate
from pipeline import po
from pipeline.catalog import Origin, template
from pipeline.catalog.header import catalog_header, header_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

MESSAGES = 33_000
CHANGED = 1_500
CPU_BAR = 0.15
RIGHT_BAR = 0.98

_ELEMENT = re.compile(r"<(a|span)\b[^>]*>(.*?)</\1>")
_UNITS = 37  # a page
_SPARE = 1.5  # generated texts for one that no other page has, too
_REPOSITORY = Path(__file__).parents[1]
_ORIGIN = Origin("Björkstads kommun", "https://bjorkstad.example", datetime(2026, 1, 1, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Case:
    """A translated catalog, the template after the editors' work, and each changed msgid's old one."""

    old: po.Catalog
    template: po.Catalog
    predecessors: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Text:
    msgid: str
    page: str
    theme: prose.Theme


def case(messages: int = MESSAGES, changed: int = CHANGED, seed: int = 1) -> Case:
    """Return a catalog of so many ``messages``, so many of them ``changed``; the same for the same seed."""
    texts = list(islice(_texts(messages, seed), messages))
    rng = Random(seed)
    chosen = set(rng.sample(range(messages), changed))
    known = {text.msgid for text in texts}
    after: list[po.Entry] = []
    predecessors: dict[str, str] = {}
    for number, text in enumerate(texts):
        pieces = _edited(rng, text, known) if number in chosen else [text.msgid]
        after += [_unit(piece, text.page) for piece in pieces]
        if number in chosen:
            predecessors[pieces[0]] = text.msgid
    fields = catalog_header("de", _ORIGIN)
    before = tuple(_unit(text.msgid, text.page, translate(text.msgid, "de")) for text in texts)
    return Case(
        po.Catalog("old.po", fields, header_entry(fields), before),
        template("new.pot", after, _ORIGIN.project, _ORIGIN.report_to),
        predecessors,
    )


def right(merged: po.Catalog, predecessors: dict[str, str]) -> float:
    """Return the share of ``predecessors`` that ``merged`` names as previous msgid."""
    named = {entry.msgid: entry.previous_msgid for entry in merged.active}
    return sum(named[new] == old for new, old in predecessors.items()) / len(predecessors)


def rows(directory: Path, rounds: int = 1, seed: int = 1) -> list[Row]:
    """Merge with both programs in ``directory``, in turn; return the rows of CPU time and of predecessors.

    Raises ``BenchmarkError`` where gettext is missing.
    """
    made = case(seed=seed)
    for catalog in (made.old, made.template):
        (directory / catalog.path).write_bytes(po.write(catalog).encode())
    ours, peer = _commands(directory)
    our_time, peer_time = in_turn(
        lambda _round: cpu_seconds([ours]), lambda _round: cpu_seconds([peer]), rounds
    )
    our_share, peer_share = (_share(directory / name, made) for name in ("ours.po", "peer.po"))
    what = f"merge a catalog of {MESSAGES} messages, {CHANGED} of them changed"
    return [
        Row(what, cpu(our_time), f"msgmerge --previous {cpu(peer_time)}", our_time / peer_time, CPU_BAR),
        Row(
            f"{what}: right predecessors",
            f"{our_share:.1%}",
            f"{peer_share:.1%}",
            our_share,
            RIGHT_BAR,
            at_least=True,
        ),
    ]


def main() -> None:
    """Print the rows as a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.merge", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=1, help="times in turn (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the catalog (default %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tolkbar-bench-") as directory:
        print(table(rows(Path(directory), options.rounds, options.seed)))


def _texts(messages: int, seed: int) -> Iterator[_Text]:
    """Yield the texts of a municipality's pages, each once."""
    site = generate(round(_SPARE * messages / _UNITS) + 1, _UNITS, seed)
    seen: set[str] = set()
    for page in site.pages:
        for unit in page.units():
            msgid = _with_placeholders(unit)
            if msgid not in seen:
                seen.add(msgid)
                yield _Text(msgid, page.name, page.theme)


def _with_placeholders(fragment: str) -> str:
    """Return an HTML fragment as a msgid: elements with attributes are numbered."""
    numbers: dict[str, int] = {}

    def placeholder(element: re.Match[str]) -> str:
        numbers[element[1]] = numbers.get(element[1], 0) + 1
        name = f"{element[1]}{numbers[element[1]]}"
        return f"<{name}>{element[2]}</{name}>"

    return _ELEMENT.sub(placeholder, fragment).replace("&amp;", "&")


def _edited(rng: Random, text: _Text, known: set[str]) -> list[str]:
    """Return the messages that ``text`` becomes, none of them ``known``: one, or two where it is split."""
    while True:
        edited = edit(rng, text.msgid, text.theme)
        pieces = [piece for piece in (edited.text, edited.rest) if piece]
        if known.isdisjoint(pieces):
            known.update(pieces)
            return pieces


def _unit(msgid: str, page: str, msgstr: str = "") -> po.Entry:
    return po.Entry(msgid, msgstr, references=(f"source/pages/{page}.md",))


def _commands(directory: Path) -> tuple[Command, Command]:
    merge_once = (sys.executable, "-m", "bench.merge_once", "old.po", "new.pot", "ours.po")
    msgmerge = tools.program("msgmerge", "install GNU gettext (apt-get install gettext)")
    environment = {**os.environ, "PYTHONPATH": str(_REPOSITORY)}
    return (
        Command(merge_once, directory, environment),
        Command((msgmerge, "--quiet", "--previous", "--output-file=peer.po", "old.po", "new.pot"), directory),
    )


def _share(path: Path, made: Case) -> float:
    return right(po.read(path.read_bytes(), path.name), made.predecessors)


if __name__ == "__main__":
    main()
