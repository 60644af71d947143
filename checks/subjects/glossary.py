"""The glossary of a site: one term a line, its translation in each language; a CSV file that people edit.

Beside it may stand a list of words that are spelt right, however odd they look: one a line.
"""

from __future__ import annotations

import csv
import os
import re
import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.languages import primary
from checks.subjects.files import readable, unreadable
from checks.subjects.limits import CATALOG, require_size
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NAME: Final = "glossary.csv"
WORDS: Final = "words.txt"
_ABOVE: Final = 4  # folders from a catalog up: omsorg, LC_MESSAGES, de, locales
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*")
_NOT_A_LANGUAGE: Final = frozenset({"note", "notes", "comment", "id", "term"})


class Term(NamedTuple):
    """One line of the glossary: how the term is written, by language."""

    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """The terms of a file, and ``words`` that are spelt right; one that was read is equal to itself only."""

    path: str
    terms: tuple[Term, ...]
    words: frozenset[str] = frozenset()

    def pairs(self, source: str, language: str) -> Iterator[tuple[str, str]]:
        """Yield each term in ``source`` with its translation, where the glossary has both."""
        before, after = primary(source), primary(language)
        for term in self.terms:
            if before in term.forms and after in term.forms:
                yield term.forms[before], term.forms[after]


def glossary_near(file: Path) -> Glossary | None:
    """Return the glossary and the words in the folder of a catalog or not far above it; None without both.

    Raises ``TolkbarError`` for one that is there and cannot be read.
    """
    folder = os.path.abspath(file)  # noqa: PTH100 - asked for each of a thousand catalogs
    for _ in range(_ABOVE):
        folder = os.path.dirname(folder)  # noqa: PTH120 - as above
        seen = {name: _seen(f"{folder}/{name}") for name in (NAME, WORDS)}
        files = tuple((Path(folder, name), sight) for name, sight in seen.items() if sight)
        if files:
            return _read(files)
    return None


def right_words(glossaries: Iterable[Glossary | None]) -> frozenset[str]:
    """Return the words that are spelt right, as some glossaries say."""
    return frozenset().union(*(glossary.words for glossary in set(glossaries) if glossary))


def _seen(path: str) -> tuple[int, ...] | None:
    """Return what tells that a file has changed, also where its size and time were left alone.

    None where there is no such file; of a folder in its place its reader will complain.
    """
    try:
        facts = os.stat(path)  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return None
    seen = facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino
    return seen if stat.S_ISREG(facts.st_mode) or stat.S_ISDIR(facts.st_mode) else None


@cache
def _read(files: tuple[tuple[Path, tuple[int, ...]], ...]) -> Glossary:
    """Read the files; one that has changed since is read again."""
    texts = {path.name: (path, _text(path)) for path, _ in files}
    terms = tuple(_terms(texts[NAME][1], texts[NAME][0])) if NAME in texts else ()
    lines = texts[WORDS][1].splitlines() if WORDS in texts else []
    words = frozenset(line.strip().casefold() for line in lines if not line.startswith("#"))
    return Glossary(readable(files[0][0].as_posix()), terms, words)


def _text(path: Path) -> str:
    try:
        require_size(path.stat().st_size, CATALOG, readable(path.as_posix()))
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise TolkbarError(msg("The glossary is not in UTF-8; save it so."), _place(path)) from error
    except IsADirectoryError as error:
        fault = msg("This is a folder, and has the name of a file that is looked for here. Rename it.")
        raise TolkbarError(fault, _place(path)) from error
    except OSError as error:
        raise unreadable(str(path), error) from error


def _terms(text: str, path: Path) -> Iterator[Term]:
    lines = text.splitlines(keepends=True)
    first = lines[0] if lines else ""
    rows = csv.reader(lines, delimiter=";" if ";" in first and "," not in first else ",")
    try:
        languages = [_column(name) for name in next(rows, [])]
        for row in rows:
            cells = zip(languages, row, strict=False)
            yield Term({language: cell.strip() for language, cell in cells if language and cell.strip()})
    except csv.Error as error:
        raise TolkbarError(
            msg("The glossary is no CSV file; mend the line, or quote its cells."),
            _place(path, rows.line_num),
        ) from error


def _column(name: str) -> str:
    """Return the language of a column, empty for one that holds something else."""
    tag = name.strip()
    return primary(tag.replace("_", "-")) if _LANGUAGE.fullmatch(tag) and tag not in _NOT_A_LANGUAGE else ""


def _place(path: Path, line: int = 1) -> Location:
    return Location(readable(path.as_posix()), max(line, 1))
