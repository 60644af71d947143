"""Changing one translation changes its own lines, and only where nobody else has written meanwhile."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import po
from pipeline.errors import CatalogError
from pipeline.po.patch import Conflict, Edit, patch
from tests.pipeline.po.test_laws import HEADER, catalog_of, catalogs, lines, newlines, texts

if TYPE_CHECKING:
    from pathlib import Path


def edited(text: str, *edits: Edit) -> str:
    """Return a catalog with ``edits`` made, without its header."""
    content = patch((HEADER + text).encode(), "de.po", edits)
    assert isinstance(content, bytes), content
    return content.decode().removeprefix(HEADER)


def first(text: str) -> po.Entry:
    """Return the first entry of a catalog without its header."""
    return po.read(HEADER + text, "de.po").entries[0]


@st.composite
def edits(draw: st.DrawFn, entry: po.Entry) -> Edit:
    """Return what a person may make of ``entry``."""
    forms = 1 if entry.plural is None else draw(st.integers(1, 4))
    strings = tuple(draw(st.lists(texts, min_size=forms, max_size=forms)))
    comments = draw(st.none() | st.lists(lines, max_size=2).map(tuple))
    return Edit(entry.key, entry.strings, strings, entry.plural, draw(st.booleans()), comments)


def made(entry: po.Entry, edit: Edit) -> po.Entry:
    """Return ``entry`` as it is after ``edit``, fuzzy or not left out."""
    released = entry.fuzzy and not edit.fuzzy
    return entry.change(
        msgstr=edit.strings[0] if edit.plural is None else "",
        plural_strings=() if edit.plural is None else edit.strings,
        comments=entry.comments if edit.comments is None else edit.comments,
        previous_msgid=None if released else entry.previous_msgid,
        previous_msgctxt=None if released else entry.previous_msgctxt,
        previous_plural=None if released else entry.previous_plural,
        flags=tuple(flag for flag in entry.flags if flag != po.FUZZY),
    )


@given(catalogs, newlines, st.booleans(), st.data())
def test_only_the_edited_entry_changes(
    content: list[po.Entry], newline: str, fuzzy: object, data: st.DataObject
) -> None:
    if fuzzy:
        content = [entry.change(flags=(*entry.flags, po.FUZZY)) for entry in content]
    before = po.write(catalog_of(content, newline)).encode()
    if data.draw(st.booleans(), label="without the last line end"):
        before = before.rstrip(b"\r\n")
    catalog = po.read(before, "de.po")
    if not catalog.active:
        return
    entry = data.draw(st.sampled_from(catalog.active))
    edit = data.draw(edits(entry))
    after = patch(before, "de.po", [edit])
    assert isinstance(after, bytes)
    result = po.read(after, "de.po")
    place = catalog.entries.index(entry)
    raws = [one.raw for one in result.entries]
    new = result.entries[place]
    assert new.fuzzy == edit.fuzzy
    assert new.change(flags=made(entry, edit).flags) == made(entry, edit)
    assert set(new.flags) - {po.FUZZY} == set(entry.flags) - {po.FUZZY}
    assert raws[:place] + raws[place + 1 :] == [one.raw for one in catalog.entries if one is not entry]
    assert (result.header_entry.raw, result.tail) == (catalog.header_entry.raw, catalog.tail)
    assert patch(after, "de.po", [edit]) == after, "an edit that has been made is made"


@given(catalogs, newlines, st.data())
def test_what_is_edited_back_is_as_it_was(content: list[po.Entry], newline: str, data: st.DataObject) -> None:
    before = po.write(catalog_of(content, newline)).encode()
    catalog = po.read(before, "de.po")
    if not catalog.active:
        return
    entry = data.draw(st.sampled_from(catalog.active))
    there = Edit.of(entry, *data.draw(edits(entry)).strings, fuzzy=entry.fuzzy)
    back = Edit(entry.key, there.strings, entry.strings, entry.plural, entry.fuzzy)
    after = patch(before, "de.po", [there, back])
    assert after == before


WRAPPED = """
# Von Hand.
#. En anmärkning
#: source/pages/index.md
#, fuzzy, no-wrap
#| msgid "Välkommen till"
#| "kommunen"
msgid ""
"Välkommen "
"till staden"
msgstr ""
"Willkommen "
"in der Gemeinde"

#, fuzzy
#| msgid "Öppet"
msgid "Öppettider"
msgstr "Geöffnet"

msgid "%d fil"
msgid_plural "%d filer"
msgstr[0] "%d Datei"
msgstr[1] "%d Datei"

#~ msgid "Gammal"
#~ msgstr "Alt"
# Schluss
"""


def test_a_finished_translation_is_neither_fuzzy_nor_made_for_another_text() -> None:
    text = edited(WRAPPED, Edit.of(first(WRAPPED), "Willkommen in der Stadt"))
    assert (
        text
        == """
# Von Hand.
#. En anmärkning
#: source/pages/index.md
#, no-wrap
msgid ""
"Välkommen "
"till staden"
msgstr "Willkommen in der Stadt"
"""
        + WRAPPED[WRAPPED.index("\n#, fuzzy\n") :]
    )


def test_a_flag_that_stood_alone_goes_with_its_line() -> None:
    _, entry, *_ = po.read(HEADER + WRAPPED, "de.po").entries
    text = edited(WRAPPED, Edit.of(entry, "Öffnungszeiten"))
    was = '\n#, fuzzy\n#| msgid "Öppet"\nmsgid "Öppettider"\nmsgstr "Geöffnet"\n'
    assert text == WRAPPED.replace(was, '\nmsgid "Öppettider"\nmsgstr "Öffnungszeiten"\n')


def test_one_plural_form_is_changed_alone() -> None:
    entry = po.read(HEADER + WRAPPED, "de.po").entries[2]
    text = edited(WRAPPED, Edit.of(entry, "%d Datei", "%d Dateien"))
    assert text == WRAPPED.replace('[1] "%d Datei"', '[1] "%d Dateien"')


def test_a_form_that_was_missing_is_added() -> None:
    entry = po.read(HEADER + WRAPPED, "de.po").entries[2]
    text = edited(WRAPPED, Edit.of(entry, "%d Datei", "%d Datei", "drei"))
    assert text == WRAPPED.replace('[1] "%d Datei"', '[1] "%d Datei"\nmsgstr[2] "drei"')


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('msgid "a"\nmsgstr "b"\n', '#, fuzzy\nmsgid "a"\nmsgstr "c"\n'),
        ('#, no-wrap\nmsgid "a"\nmsgstr "b"\n', '#, fuzzy, no-wrap\nmsgid "a"\nmsgstr "c"\n'),
        ('#= no-wrap\nmsgid "a"\nmsgstr "b"\n', '#= no-wrap\n#, fuzzy\nmsgid "a"\nmsgstr "c"\n'),
        ('#| msgid "x"\nmsgid "a"\nmsgstr "b"', '#, fuzzy\n#| msgid "x"\nmsgid "a"\nmsgstr "c"'),
        ('#: x\r\nmsgid "a"\r\nmsgstr "b"\r\n', '#: x\r\n#, fuzzy\r\nmsgid "a"\r\nmsgstr "c"\r\n'),
        ('  msgid"a"msgstr"b"\t\n', '#, fuzzy\n  msgid"a"msgstr"c"\t\n'),
    ],
)
def test_a_translation_may_be_left_for_review(before: str, after: str) -> None:
    assert edited(before, Edit.of(first(before), "c", fuzzy=True)) == after
    assert edited(after, Edit.of(first(after), "c")).replace('"c"', '"b"') in {
        before,
        before.replace('#| msgid "x"\n', ""),
    }


@pytest.mark.parametrize("flags", ["#,fuzzy ,a\n", "#, a\n#, fuzzy\n", " #~ #, fuzzy, a\n", "#= fuzzy,a\n"])
def test_the_flag_is_found_wherever_it_is_read(flags: str) -> None:
    text = f'{flags}msgid "a"\nmsgstr "b"\n'
    assert first(text).fuzzy
    assert first(edited(text, Edit.of(first(text), "b"))).flags == ("a",)


def test_a_line_of_nothing_but_blanks_takes_no_time() -> None:
    text = f'#, fuzzy\n# {" " * 100_000}x\n{" " * 100_000}\nmsgid "a"\nmsgstr "b"\n'
    assert edited(text, Edit.of(first(text), "b")) == text.removeprefix("#, fuzzy\n")


def test_comments_take_the_place_of_those_before() -> None:
    edit = Edit(first(WRAPPED).key, first(WRAPPED).strings, ("x",), fuzzy=True, comments=("Zwei", "Zeilen"))
    text = edited(WRAPPED, edit)
    assert text.startswith("\n# Zwei\n# Zeilen\n#. En anm")
    assert first(text).fuzzy


def test_long_texts_are_split_where_their_own_lines_end() -> None:
    text = edited('msgid "a"\r\nmsgstr ""\r\n', Edit((None, "a"), ("",), ('x\n"y"',)))
    assert text == 'msgid "a"\r\nmsgstr ""\r\n"x\\n"\r\n"\\"y\\""\r\n'


class TestWhatSomebodyElseWrote:
    def test_another_translation_stays_and_is_told(self) -> None:
        edit = Edit((None, "Öppettider"), ("",), ("Zeiten",))
        conflict = patch((HEADER + WRAPPED).encode(), "de.po", [edit])
        assert isinstance(conflict, Conflict)
        [(refused, entry)] = conflict.found
        assert refused is edit
        assert entry is not None
        assert (entry.msgstr, entry.line) == ("Geöffnet", 20)

    @pytest.mark.parametrize("msgid", ["Gammal", "Aldrig", ""])
    def test_a_message_that_is_gone_takes_no_translation(self, msgid: str) -> None:
        edit = Edit((None, msgid), ("Alt",), ("Neu",))
        assert patch((HEADER + WRAPPED).encode(), "de.po", [edit]) == Conflict(((edit, None),))

    def test_a_message_that_has_become_a_plural_is_another(self) -> None:
        edit = Edit((None, "%d fil"), ("%d Datei",), ("x",))
        conflict = patch((HEADER + WRAPPED).encode(), "de.po", [edit])
        assert isinstance(conflict, Conflict)

    def test_one_conflict_leaves_the_whole_catalog_as_it_was(self) -> None:
        good = Edit.of(first(WRAPPED), "Hallo")
        bad = Edit((None, "Aldrig"), ("",), ("Nie",))
        assert patch((HEADER + WRAPPED).encode(), "de.po", [good, bad]) == Conflict(((bad, None),))

    def test_the_same_translation_is_no_conflict(self) -> None:
        edit = Edit((None, "Öppettider"), ("",), ("Geöffnet",))
        assert '\nmsgid "Öppettider"\nmsgstr "Geöffnet"\n' in edited(WRAPPED, edit)


class TestWhatNoCatalogHolds:
    @pytest.mark.parametrize("string", ["\0", "\ud800", "\ufdd0"])
    def test_such_characters_are_refused(self, string: str) -> None:
        with pytest.raises(CatalogError, match="cannot hold the character"):
            edited(WRAPPED, Edit.of(first(WRAPPED), string))

    def test_a_damaged_catalog_is_refused(self) -> None:
        with pytest.raises(CatalogError):
            edited('msgid "a"\n', Edit((None, "a"), ("",), ("b",)))

    @pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\xff\xfe"])
    def test_another_encoding_is_refused(self, content: bytes) -> None:
        with pytest.raises(CatalogError):
            patch(content + HEADER.encode(), "de.po", [])

    @pytest.mark.parametrize(("strings", "plural"), [((), None), ((), "b"), (("a", "b"), None)])
    def test_a_translation_has_as_many_strings_as_forms(
        self, strings: tuple[str, ...], plural: str | None
    ) -> None:
        with pytest.raises(ValueError, match=r"\("):
            Edit((None, "a"), ("",), strings, plural)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_polib_and_msgfmt_read_what_was_edited(tmp_path: Path) -> None:
    entry = po.read(HEADER + WRAPPED, "de.po").entries[2]
    result = edited(WRAPPED, Edit.of(first(WRAPPED), 'Willkommen\n"hier"\\'), Edit.of(entry, "eine", "zwei"))
    path = tmp_path / "de.po"
    path.write_text(HEADER + result, "utf-8", newline="")
    catalog = polib.pofile(os.fspath(path))
    assert [one.msgstr for one in catalog[:2]] == ['Willkommen\n"hier"\\', "Geöffnet"]
    assert catalog[2].msgstr_plural == {0: "eine", 1: "zwei"}
    done = subprocess.run(["msgfmt", "-o", os.devnull, os.fspath(path)], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
