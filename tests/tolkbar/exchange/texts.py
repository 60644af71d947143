"""Messages with everything that a PO file can say of one, for laws and for a large catalog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.po import Entry
from tolkbar.exchange.bundle import Bundle, Text, stamp_of
from tolkbar.exchange.formats import format_of

if TYPE_CHECKING:
    from collections.abc import Mapping

PAGES = ("index", "omsorg/hemtjanst", "kontakt", "shell")

HEADER = {
    "Project-Id-Version": "Storstads kommun",
    "PO-Revision-Date": "2026-11-02 09:30+0100",
    "Language": "de",
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

# Any text but what no catalog can hold; placeholders, and what each format must escape, more often than not.
characters = st.one_of(
    st.sampled_from("\"'\\\n\r\t=+-@;,|&<>/#åäö \x07\x0b\u2028\ufffe\U0001f5fa"),
    st.characters(
        exclude_categories=["Cs"], exclude_characters="\0" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
    ),
)
tags = st.sampled_from(
    [
        "<a1>",
        "</a1>",
        "<strong>",
        "</strong>",
        "<br2/>",
        "<x1/>",
        "<a1>a</a1>",
        "<em><a1>b</a1></em>",
        "<em>c</em>",
    ]
)
texts = st.lists(st.one_of(st.text(characters, max_size=8), tags), max_size=5).map("".join)
lines = st.text(characters.filter(lambda character: character not in "\r\n"), max_size=12)
words = st.text(st.sampled_from("abcåäö-./: "), min_size=1, max_size=12).map(str.strip).filter(bool)
flags = st.one_of(st.just("fuzzy"), st.text(st.sampled_from("abc-"), min_size=1, max_size=8))
maybe = st.none() | texts
notes = st.lists(lines | st.just("tolkbar:0123456789abcdef"), max_size=2).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Return an entry with everything that entries can have."""
    plural, previous = draw(maybe), draw(maybe)
    return Entry(
        draw(texts.filter(bool)),
        "" if plural is not None else draw(texts),
        draw(maybe),
        plural,
        () if plural is None else tuple(draw(st.lists(texts, min_size=1, max_size=4))),
        draw(notes),
        draw(notes),
        tuple(draw(st.lists(words, max_size=2))),
        tuple(draw(st.lists(flags, max_size=2))),
        previous,
        draw(maybe),
        None if previous is None else draw(maybe),
        draw(st.booleans()),
    )


def bundle_of(found: list[tuple[str, Entry]]) -> Bundle:
    """Return a bundle of entries, each with the page that it is on."""
    ordered = sorted(found, key=lambda pair: PAGES.index(pair[0]))
    return Bundle(
        "sv",
        "de",
        "https://www.storstad.example",
        HEADER,
        tuple(Text(page, entry, stamp_of(entry)) for page, entry in ordered),
    )


bundles = st.lists(
    st.tuples(st.sampled_from(PAGES), entries()),
    min_size=1,
    max_size=5,
    unique_by=lambda pair: (pair[0], pair[1].key),
).map(bundle_of)


def told(bundle: Bundle) -> list[tuple[str, Entry]]:
    """Return what a bundle says: each entry with its page, in a stable order."""
    return sorted(
        ((text.page, text.entry) for text in bundle.texts), key=lambda pair: (pair[0], repr(pair[1].key))
    )


NEW, LINKED, OLD, DONE = (
    "Ny mening.",
    "Läs <a1>mer</a1> <strong>här</strong>.",
    "Anmäl dig i juni.",
    "Välkommen.",
)
"""Texts of a page: new, new with placeholders, changed since it was translated, translated."""


def translated(content: bytes, suffix: str, words: Mapping[str, str], *, fuzzy: bool = False) -> bytes:
    """Return an exported file as a translator sends it back: ``words`` are translations by their msgid."""
    form = format_of(Path(f"back{suffix}"))
    bundle = form.read(content, f"back{suffix}")
    texts = tuple(
        replace(text, entry=_with(text.entry, words[text.entry.msgid], fuzzy=fuzzy))
        if text.entry.msgid in words
        else text
        for text in bundle.texts
    )
    return form.write(replace(bundle, texts=texts))


def _with(entry: Entry, msgstr: str, *, fuzzy: bool) -> Entry:
    return entry.change(msgstr=msgstr, flags=("fuzzy",) if fuzzy else ())
