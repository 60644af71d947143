"""The tool's own sentences: taken out of the code, and merged into ``tolkbar/locales`` for translators.

Sentences are the literals of ``msg()``, and the documentation of rules, which reports quote.  The tool
keeps its catalogs as it keeps those of a site: nothing that a translator typed is lost.
"""

from __future__ import annotations

import string
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.extract import extract

from checks.registry import RULES
from pipeline import po
from pipeline.catalog import Memory, Origin, merge, statistics, template
from pipeline.files import read_bytes, write_if_changed
from tolkbar import console
from tolkbar.language import DEFAULT, LANGUAGES, catalog_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.catalog import Statistics

ROOT = Path(__file__).parents[1]
PACKAGES = ("pipeline", "checks", "tolkbar")
TEMPLATE = "tolkbar/locales/tolkbar.pot"

_PROJECT = "Tolkbar"
_NOTES = "Translators:"
_FLAG = "python-brace-format"  # what msgfmt and editors know our {fields} by


def made_template() -> po.Catalog:
    """Return the template of all sentences in the code, file by file."""
    entries = [*_from_code(), *_from_rules()]
    return template(TEMPLATE, entries, _PROJECT, "")


def fields(text: str) -> set[str]:
    """Return the names of the ``{fields}`` in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def update(root: Path = ROOT) -> dict[str, Statistics]:
    """Write the template and merge the catalogs below ``root``; return how far each language has come."""
    wanted = made_template()
    write_if_changed(root / TEMPLATE, po.write(wanted).encode())
    return {language: _merged(root, wanted, language) for language in LANGUAGES if language != DEFAULT}


def _merged(root: Path, wanted: po.Catalog, language: str) -> Statistics:
    name = f"tolkbar/{catalog_name(language)}"
    content = read_bytes(root / name)
    old = None if content is None else po.read(content, name)
    origin = Origin(_PROJECT, "", datetime.now(UTC))
    merged = merge(wanted, old, language, Memory(), path=name, origin=origin)
    if merged.changed:
        write_if_changed(root / name, po.write(merged.catalog).encode())
    return statistics(merged.catalog)


def _from_code() -> Iterator[po.Entry]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            with path.open("rb") as file:
                for _, msgid, notes, _ in extract("python", file, {"msg": None}, (_NOTES,)):
                    note = " ".join(notes).removeprefix(_NOTES).strip()
                    yield _entry(str(msgid), name, note)


def _from_rules() -> Iterator[po.Entry]:
    for rule in RULES:
        name = f"{type(rule).__module__.replace('.', '/')}.py"
        for paragraph in (rule.why, *rule.remedy):
            yield _entry(paragraph.msgid, name, f"Documentation of the rule {rule.id}")


def _entry(msgid: str, name: str, note: str) -> po.Entry:
    return po.Entry(
        msgid,
        extracted=(note,) if note else (),
        references=(name,),
        flags=(_FLAG,) if fields(msgid) else (),
    )


def main() -> int:
    """Update template and catalogs; return 1 where a sentence waits for a translator."""
    left = 0
    for language, counts in update().items():
        waiting = counts.fuzzy + counts.untranslated
        console.tell(f"{language}: {counts.translated} translated, {waiting} to translate or review.")
        left += waiting
    return int(left > 0)


if __name__ == "__main__":
    raise SystemExit(main())
