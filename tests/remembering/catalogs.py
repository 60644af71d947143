"""A few catalogs that are changed at random, the same way for the same seed: by translators, and by accident.

Their entries come from the examples beside all rules, so that every rule on catalogs has something to find.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final

from checks.examples import examples
from checks.registry import RULES
from checks.subjects import CatalogFile, Inputs
from pipeline import po
from pipeline.errors import TolkbarError
from pipeline.model import Policy
from pipeline.po import FUZZY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

CATALOGS: Final = 8
FEWEST: Final = 4
_LANGUAGES: Final = ("de", "en", "sv")
_WORDS: Final = (
    "Verwaltung Verwaltug Gemeinde Baugenehmigung application aplication Bygglov och \u00a0 3 4,5 10:00"
).split(" ")


@cache
def material() -> tuple[po.Catalog, ...]:
    """Return the catalogs of every example that are not damaged."""
    return tuple(_read_all())


def _read_all() -> Iterator[po.Catalog]:
    for rule in RULES:
        for example in examples(rule):
            for path, content in example.files.items():
                if path.endswith(".po"):
                    try:
                        yield po.read(content, path)
                    except TolkbarError:
                        continue


class CatalogUpheaval:
    """The catalogs below ``folder``, and what stands beside them."""

    def __init__(self, folder: Path, seed: int) -> None:
        """Begin with those of some examples."""
        self._folder = folder
        self._rng = Random(seed)
        self._policy, self._source = Policy.BLOCK, "sv"
        self._folder.mkdir(parents=True, exist_ok=True)
        while len(self._files()) < CATALOGS:
            self.take_example()

    def inputs(self) -> Inputs:
        """Return the catalogs as they stand now."""
        files = (
            CatalogFile(path.relative_to(self._folder).as_posix(), path, self._policy, self._source)
            for path in self._files()
        )
        return Inputs(catalogs=tuple(files))

    def change(self) -> str:
        """Change something; return what, for people."""
        change = self._rng.choices([way for way, _ in _WAYS], [weight for _, weight in _WAYS])[0]
        change(self)
        while len(self._files()) < FEWEST:
            self.take_example()
        return change.__name__.replace("_", " ")

    def _files(self) -> list[Path]:
        return sorted(self._folder.rglob("*.po"))

    def _any(self) -> Path:
        return self._rng.choice(self._files())

    def _edit(self, path: Path, edit: Callable[[list[po.Entry]], list[po.Entry]]) -> None:
        """Write a catalog with its entries changed."""
        catalog = po.read(path.read_bytes(), path.name)
        path.write_text(po.write(replace(catalog, entries=tuple(edit(list(catalog.entries))))), "utf-8")

    def take_example(self) -> None:
        """Write a catalog as an example has it, in the place of another perhaps."""
        language, number = self._rng.choice(_LANGUAGES), self._rng.randrange(CATALOGS)
        path = self._folder / language / "LC_MESSAGES" / f"sida-{number}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(po.write(self._rng.choice(material())), "utf-8")

    def translate_otherwise(self) -> None:
        """Write another translation of one text."""

        def edit(entries: list[po.Entry]) -> list[po.Entry]:
            if entries:
                at = self._rng.randrange(len(entries))
                words = [*entries[at].msgstr.split(" "), self._rng.choice(_WORDS)]
                self._rng.shuffle(words)
                entries[at] = entries[at].change(msgstr=" ".join(words))
            return entries

        self._edit(self._any(), edit)

    def translate_as_elsewhere(self) -> None:
        """Take an entry over from another catalog."""
        taken = [entry for entry in po.read(self._any().read_bytes(), "x.po").active if entry.msgid]

        def edit(entries: list[po.Entry]) -> list[po.Entry]:
            new = self._rng.choice(taken) if taken else None
            return [entry for entry in entries if new is None or entry.key != new.key] + (
                [new] if new else []
            )

        self._edit(self._any(), edit)

    def doubt(self) -> None:
        """Mark a translation as fuzzy, or as good again."""

        def edit(entries: list[po.Entry]) -> list[po.Entry]:
            if entries:
                at = self._rng.randrange(len(entries))
                flags = tuple(flag for flag in entries[at].flags if flag != FUZZY)
                entries[at] = entries[at].change(flags=flags if entries[at].fuzzy else (*flags, FUZZY))
            return entries

        self._edit(self._any(), edit)

    def silence(self) -> None:
        """Silence a rule for one entry, with a reason."""
        rule = self._rng.choice(("spelling", "shared-translation", "inconsistent-translation", "values-kept"))

        def edit(entries: list[po.Entry]) -> list[po.Entry]:
            if entries:
                at = self._rng.randrange(len(entries))
                flags = (*entries[at].flags, f"no-{rule}")
                entries[at] = entries[at].change(flags=flags, comments=("So heißt es hier.",))
            return entries

        self._edit(self._any(), edit)

    def move_lines(self) -> None:
        """Put an empty line in front of a catalog: what it says is the same, its lines are not."""
        path = self._any()
        path.write_bytes(b"\n" + path.read_bytes())

    def swap_two_files(self) -> None:
        """Let two catalogs change places."""
        one, other = self._any(), self._any()
        first, second = one.read_bytes(), other.read_bytes()
        one.write_bytes(second)
        other.write_bytes(first)

    def delete(self) -> None:
        """Delete a catalog."""
        self._any().unlink()

    def rename(self) -> None:
        """Give a catalog another name, perhaps of another language."""
        one, other = self._any(), self._any()
        one.replace(other.with_name(self._rng.choice((one.name, other.name, "ny.po"))))

    def edit_glossary(self) -> None:
        """Write the glossary anew, for all languages or for one, or delete it."""
        place = self._rng.choice((self._folder, *(path.parent for path in self._files())))
        rows = [
            "sv,en,de",
            *self._rng.sample(("bygglov,permit,Baugenehmigung", "kommun,municipality,Gemeinde"), 1),
        ]
        for name, lines in (("glossary.csv", rows), ("words.txt", self._rng.sample(_WORDS, 2))):
            file = place / name
            if self._rng.random() < 1 / 3:
                file.unlink(missing_ok=True)
            elif self._rng.random() < 1 / 2:
                file.write_text("\n".join(lines), "utf-8")

    def change_settings(self) -> None:
        """Let the site say something else of its languages."""
        self._policy = self._rng.choice(list(Policy))
        self._source = self._rng.choice(("", "sv", "en"))


_WAYS: Final[tuple[tuple[Callable[[CatalogUpheaval], None], int], ...]] = (
    (CatalogUpheaval.take_example, 3),
    (CatalogUpheaval.translate_otherwise, 5),
    (CatalogUpheaval.translate_as_elsewhere, 5),
    (CatalogUpheaval.doubt, 2),
    (CatalogUpheaval.silence, 2),
    (CatalogUpheaval.move_lines, 1),
    (CatalogUpheaval.swap_two_files, 2),
    (CatalogUpheaval.delete, 2),
    (CatalogUpheaval.rename, 2),
    (CatalogUpheaval.edit_glossary, 3),
    (CatalogUpheaval.change_settings, 1),
)
