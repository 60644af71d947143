"""What is kept of a catalog are the words that a reader of the file finds, and the lines they stand on."""

from __future__ import annotations

import pytest

from pipeline import po
from pipeline.po import Catalog, Entry
from pipeline.wording import decode, encode, wording_as_written, wording_of

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
WRITTEN_BY_OTHERS = (
    HEADER + '\n# msgid "not this"\n#| msgid "nor this"\n#, fuzzy\nmsgid "a"\nmsgstr "b"\n',
    HEADER + '\nmsgctxt "slug"\nmsgid ""\n"long "\n"text"\nmsgstr ""\n"msgid \\"no\\""\n',
    HEADER
    + '\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "x"\nmsgstr[1] "y"\n\n#~ msgid "gone"\n#~ msgstr "g"\n',
    HEADER + '\nmsgid "a"\nmsgstr "b"\n\n\n\n#. note\nmsgid "c"\nmsgstr ""\n',
    HEADER.replace("\n", "\r\n") + '\r\nmsgid "a"\r\nmsgstr "b"\r\n',
)


@pytest.mark.parametrize("text", WRITTEN_BY_OTHERS)
def test_it_is_the_same_before_and_after_a_catalog_is_read(text: str) -> None:
    catalog = po.read(text, "x.po")
    new = Entry(
        "new", "neu", extracted=("note",), references=("a.md",), previous_msgid="old", flags=("fuzzy",)
    )
    obsolete = Entry("o", "o", obsolete=True)
    written = Catalog("x.po", catalog.header, catalog.header_entry, (new, *catalog.entries, obsolete))
    content = po.write(written).encode()
    expected = wording_of(po.read(content, "x.po"))
    assert wording_as_written(written, content) == expected
    assert decode(encode(expected)) == expected


def test_what_cannot_be_told_without_reading_is_not_told() -> None:
    text = HEADER + '\nmsgctxt "slug" msgid "a"\nmsgstr "b"\n'
    assert wording_as_written(po.read(text, "x.po"), text.encode()) is None
