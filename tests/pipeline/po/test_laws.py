"""What holds for every catalog that can be written: it is read as it was meant, and kept as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polib
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline import po
from pipeline.errors import CatalogError

if TYPE_CHECKING:
    from pathlib import Path

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'

# Any text but what no catalog can hold; quotation marks, backslashes and line breaks more often than not.
characters = st.one_of(
    st.sampled_from('"\\\n\r\t#~|[] msgidåäö'),
    st.characters(
        exclude_categories=["Cs"], exclude_characters="\0" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
    ),
)
texts = st.text(characters, max_size=30)
lines = st.text(characters.filter(lambda character: character not in "\r\n"), max_size=20)
words = st.text(st.sampled_from("abcåäö-./: "), min_size=1, max_size=12).map(str.strip).filter(bool)
flags = st.text(st.sampled_from("abc-"), min_size=1, max_size=8)
maybe = st.none() | texts


@st.composite
def entries(draw: st.DrawFn) -> po.Entry:
    """Return an entry with everything that entries can have."""
    plural = draw(maybe)
    previous = draw(maybe)
    return po.Entry(
        draw(texts),
        "" if plural is not None else draw(texts),
        draw(maybe),
        plural,
        () if plural is None else tuple(draw(st.lists(texts, min_size=1, max_size=3))),
        tuple(draw(st.lists(lines, max_size=2))),
        tuple(draw(st.lists(lines, max_size=2))),
        tuple(draw(st.lists(words, max_size=2))),
        tuple(draw(st.lists(flags, max_size=2))),
        previous,
        draw(maybe),
        None if previous is None else draw(maybe),
        draw(st.booleans()),
    )


catalogs = st.lists(
    entries().filter(lambda entry: entry.key != (None, "")), max_size=6, unique_by=lambda entry: entry.key
)
newlines = st.sampled_from(["\n", "\r\n"])


def catalog_of(content: list[po.Entry], newline: str = "\n") -> po.Catalog:
    """Return a catalog of ``content`` below a header."""
    return replace(po.read(HEADER.replace("\n", newline), "de.po"), entries=tuple(content))


@given(catalogs, newlines)
def test_what_is_written_is_read_as_it_was_meant(content: list[po.Entry], newline: str) -> None:
    assert po.read(po.write(catalog_of(content, newline)), "de.po").entries == tuple(content)


@given(catalogs, newlines)
def test_what_is_read_is_written_byte_for_byte(content: list[po.Entry], newline: str) -> None:
    text = po.write(catalog_of(content, newline))
    assert po.write(po.read(text.encode(), "de.po")) == text


@given(catalogs, st.randoms(use_true_random=False))
def test_entries_may_change_places(content: list[po.Entry], random: object) -> None:
    catalog = po.read(po.write(catalog_of(content)), "de.po")
    shuffled = list(catalog.entries)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    moved = po.write(replace(catalog, entries=tuple(shuffled)))
    assert po.read(moved, "de.po").entries == tuple(shuffled)


@given(catalogs)
def test_every_entry_knows_the_line_of_its_msgid(content: list[po.Entry]) -> None:
    text = po.write(catalog_of(content))
    for entry in po.read(text, "de.po").entries:
        assert text.split("\n")[entry.line - 1].removeprefix("#~ ").startswith("msgid ")


KEYWORDS = ["msgid ", "msgstr ", "msgctxt ", "msgid_plural ", "msgstr[0] ", "msgstr[1] "]
STRINGS = ['""', '"a"', '"b\\n"', '"\\q"', '"']
COMMENTS = ["# c\n", "#. c\n", "#: r\n", "#, fuzzy\n", '#| msgid "p"\n', "#~ ", "#~| "]
pieces = st.sampled_from([*KEYWORDS, *STRINGS, *COMMENTS, "\n", "\n\n", " ", "x", "<<<<<<< x\n"])


def kept_or_fault(text: str) -> str | CatalogError:
    """Return ``text`` as it is written after reading, or the fault it is refused for."""
    try:
        return po.write(po.read(text, "de.po"))
    except CatalogError as error:
        return error


@given(st.lists(pieces, max_size=14).map("".join))
def test_any_text_is_read_and_kept_or_refused_at_a_line_that_it_has(text: str) -> None:
    text = HEADER + text
    result = kept_or_fault(text)
    if isinstance(result, str):
        assert result == text
        return
    assert result.location is not None
    assert 1 <= result.location.line <= text.count("\n") + 1
    assert str(result.message) != "This is no PO entry; restore it.", "every fault has a name of its own"


polib_texts = st.text(st.sampled_from('abcåäö "\\\n\t<1/>'), min_size=1, max_size=30)


@given(st.dictionaries(polib_texts, polib_texts, max_size=5))
def test_polib_reads_what_we_write_as_we_meant_it(messages: dict[str, str]) -> None:
    content = [
        po.Entry(msgid, msgstr, comments=("note",), flags=("fuzzy",)) for msgid, msgstr in messages.items()
    ]
    read = polib.pofile(po.write(catalog_of(content)))
    assert {entry.msgid: entry.msgstr for entry in read} == messages
    assert all(entry.tcomment == "note" and entry.fuzzy for entry in read)


@given(st.dictionaries(polib_texts, polib_texts, max_size=5), st.integers(20, 90))
def test_we_read_what_polib_writes_as_it_was_meant(messages: dict[str, str], width: int) -> None:
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for msgid, msgstr in messages.items():
        assume(msgid not in {entry.msgid for entry in file})
        file.append(polib.POEntry(msgid=msgid, msgstr=msgstr, previous_msgid="old", flags=["fuzzy"]))
    read = po.read(str(file), "de.po").entries
    assert {entry.msgid: entry.msgstr for entry in read} == messages
    assert all(entry.previous_msgid == "old" and entry.fuzzy for entry in read)


def test_bytes_and_text_are_the_same_catalog(tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(HEADER, encoding="utf-8")
    assert po.read(path.read_bytes(), "de.po") == po.read(HEADER, "de.po")
