"""One unit as a translator meets it: the source text, what stands there now, and what must be known."""

from __future__ import annotations

import gettext
import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from checks.translations.allowed_characters import allowed_in
from checks.translations.storage_size import limit_of
from pipeline.catalog.marks import mark
from pipeline.model import msg
from pipeline.shell import NAME as SHELL
from tolkbar.editing.changes import Change, changes
from tolkbar.editing.chips import Chip, chips, values
from tolkbar.editing.offers import Near, Term, terms
from tolkbar.editing.wording import Parts, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.subjects import Catalog
    from pipeline import po
    from pipeline.model import Message

    Say = Callable[[Message], str]

_PLURAL: Final = re.compile(r".*?\bplural\s*=\s*([^;]{1,500})", re.DOTALL)
_COUNTED: Final = 201  # every known plural rule repeats by then
_EXAMPLES: Final = 3
_EVERYWHERE: Final = msg("This text belongs to all pages. What you write here changes every one of them.")


class Form(Struct, frozen=True):
    """One string to translate; ``label`` tells plural forms apart, empty where there are none."""

    label: str
    source: Parts
    parts: Parts


class Editable(Struct, frozen=True):
    """A unit to edit.

    ``seen`` goes back with what is saved, so that nobody else's work is written over.  ``limits`` are
    sentences on what may be written at all, ``scope`` one on where the text stands besides this page.
    """

    language: str
    source_language: str
    page: str
    context: str | None
    msgid: str
    state: str
    catalog: str
    line: int
    notes: tuple[str, ...]
    comments: tuple[str, ...]
    limits: tuple[str, ...]
    scope: str
    changed: tuple[Change, ...]
    chips: tuple[Chip, ...]
    forms: tuple[Form, ...]
    seen: tuple[str, ...]
    terms: tuple[Term, ...]
    near: tuple[Near, ...]


def editable(catalog: Catalog, page: str, entry: po.Entry, near: tuple[Near, ...], say: Say) -> Editable:
    """Return ``entry``, a unit of ``page`` in ``catalog``, with all that is known of it."""
    before = entry.previous_msgid if entry.fuzzy else None
    told = {"" if before is None else mark(before, entry.msgid)}
    told.update(f"{name}: {shown}" for name, shown in values(entry).items())
    return Editable(
        language=catalog.language,
        source_language=catalog.source,
        page=page,
        context=entry.msgctxt,
        msgid=entry.msgid,
        state=entry.state,
        catalog=catalog.path,
        line=entry.line,
        notes=tuple(note for note in entry.extracted if note not in told),
        comments=tuple(filter(None, entry.comments)),
        limits=tuple(_limits(entry, say)),
        scope=say(_EVERYWHERE) if page == SHELL else "",
        changed=changes(before, entry.msgid) if before else (),
        chips=chips(entry, say),
        forms=tuple(_forms(catalog, entry, say)),
        seen=entry.strings,
        terms=terms(catalog, entry),
        near=near,
    )


def _limits(entry: po.Entry, say: Say) -> Iterator[str]:
    """Yield what the source allows here, as ITS says it: characters, and how many of them."""
    allowed, limit = allowed_in(entry), limit_of(entry)
    if allowed is not None and allowed != ".":
        yield say(msg("Only these characters: {allowed}", allowed=allowed))
    if limit is not None and limit.encoding:
        yield say(msg("At most {number} bytes in {encoding}.", number=limit.number, encoding=limit.encoding))
    elif limit is not None:
        yield say(msg("At most {number} letters.", number=limit.number))


def _forms(catalog: Catalog, entry: po.Entry, say: Say) -> Iterator[Form]:
    if entry.plural is None:
        yield Form("", read(entry.msgid, entry.msgid), read(entry.msgstr, entry.msgid))
        return
    examples = _examples(catalog.content.header.get("Plural-Forms", ""))
    for number, string in enumerate(entry.plural_strings):
        source = entry.plural if number else entry.msgid
        label = say(
            msg("Form {number}, as for {examples}", number=number + 1, examples=examples.get(number, "?"))
        )
        yield Form(label, read(source, entry.msgid), read(string, entry.msgid))


def _examples(rule: str) -> dict[int, str]:
    """Return for each plural form some numbers that it is used with, going by the catalog's own rule."""
    found = _PLURAL.match(rule)
    examples: dict[int, list[str]] = {}
    try:
        form_of = gettext.c2py(found[1]) if found else None
        for number in range(_COUNTED) if form_of else ():
            examples.setdefault(form_of(number), []).append(str(number))  # type: ignore[misc]
    except (ValueError, ArithmeticError, RecursionError):
        return {}  # a rule of the gate speaks of it
    return {form: ", ".join(numbers[:_EXAMPLES]) for form, numbers in examples.items()}
