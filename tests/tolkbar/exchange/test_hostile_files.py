"""A file from outside is refused in one line that names it, the line and the remedy; it can do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.exchange.texts import NEW
from tolkbar.exchange import formats
from tolkbar.exchange.bundle import Fields

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.exchange.conftest import Exchange

XLIFF = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="sv" trgLang="de">'
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {}\\n"\n'
CSV = "page,context,source (sv),translation ({}),state\n"


def document(target: str, source: str = NEW, head: str = XLIFF) -> str:
    """Return a document of one unit."""
    segment = f"<segment><source>{source}</source><target>{target}</target></segment>"
    return f'{head}<file id="f" original="kurs"><unit id="u">{segment}</unit></file></xliff>'


LAUGHS = "".join(f'<!ENTITY a{n} "{10 * ("&a" + str(n - 1) + ";")}">' for n in range(1, 12))

REFUSED = {
    "a billion laughs": (
        ".xlf",
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>{XLIFF}<file>&a11;</file></xliff>',
        1,
        "document type",
    ),
    "an external entity": (
        ".xlf",
        f'\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{XLIFF}&e;</xliff>',
        2,
        "document type",
    ),
    "XML that does not end": (".xlf", f"{XLIFF}\n<file>", 2, "no well-formed XML"),
    "elements in elements without end": (".xlf", XLIFF + "<file>" * 100_000, 1, "no well-formed XML"),
    "XLIFF 1.2": (
        ".xlf",
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
        1,
        "no XLIFF 2",
    ),
    "a page": (".xliff", "<html></html>", 1, "no XLIFF 2"),
    "nothing": (".xlf", "", 1, "no well-formed XML"),
    "half a character": (
        ".xlf",
        document('<cp hex="D800"/>'),
        1,
        "no such content",
    ),
    "a code that is no number": (
        ".xlf",
        document('<cp hex="zz"/>'),
        1,
        "no such content",
    ),
    "markup of another kind": (
        ".xlf",
        document("<script/>"),
        1,
        "no such content",
    ),
    "another language": (
        ".xlf",
        document("x", head=XLIFF.replace('"de"', '"fi"')),
        1,
        "the language “fi”",
    ),
    "another source language": (
        ".xlf",
        document("x", head=XLIFF.replace("sv", "da")),
        1,
        "from “da”",
    ),
    "texts of another site": (".xlf", document("x", "Okänt."), 1, "None of its texts"),
    "no language": (".po", PO.format(""), 1, "Name that with --into"),
    "another site's catalog": (
        ".po",
        PO.format("de") + '"X-Tolkbar-Site: https://annan.example\\n"\n',
        1,
        "exported from https://annan.example",
    ),
    "a damaged catalog": (".po", PO.format("de") + '\nmsgid "a\n', 6, "does not end"),
    "a table without its columns": (".csv", "a,b\n", 1, "no column “page”"),
    "a column's name without end": (".csv", f"{' ' * 500_000})\n", 1, "no column “page”"),
    "a table that breaks off": (".csv", CSV.format("de") + '"kurs,,', 2, "no CSV"),
    "a state that nobody knows": (".csv", CSV.format("de") + f"kurs,,{NEW},Neu,done\n", 2, "no state “done”"),
    "a text that stands twice": (
        ".csv",
        CSV.format("de") + f"kurs,,{NEW},a,\nkurs,,{NEW},b,\n",
        3,
        "stands on line 2",
    ),
}


@pytest.mark.parametrize(("suffix", "content", "line", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_with_its_line_and_nothing_changes(
    site: Exchange, suffix: str, content: str, line: int, words: str
) -> None:
    path = site.root.parent / f"bad{suffix}"
    path.write_text(content, "utf-8")
    before = site.catalogs()
    complaint = site.take(path).complaint
    assert complaint.startswith(f"tolkbar: {path}:{line}: ")
    assert words in complaint
    assert "<string>" not in complaint  # what the parser calls a text that is no file
    assert site.catalogs() == before


@pytest.mark.parametrize("said", ["", "{", '{"forms": "many"}', '{"x": ' + "[" * 100_000])
def test_damaged_data_is_as_if_a_tool_had_dropped_it(said: str) -> None:
    assert Fields.load(said) is None


@pytest.mark.parametrize("suffix", [".xlf", ".csv", ".po"])
def test_another_encoding_is_named_with_what_to_do(site: Exchange, suffix: str) -> None:
    path = site.export(f"sent{suffix}")
    path.write_bytes(path.read_text("utf-8").replace("\ufeff", "").encode("cp1252", "replace"))
    assert "UTF-8" in site.take(path).complaint


@pytest.mark.parametrize("suffix", [".xlf", ".csv"])
def test_utf_16_is_read(site: Exchange, suffix: str) -> None:
    path = site.export(f"sent{suffix}")
    path.write_bytes(path.read_text("utf-8-sig").encode("utf-16"))
    assert site.take(path).status == 0


def test_a_file_larger_than_any_sites_is_not_read_to_its_end(
    site: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = site.export("sent.xlf")
    monkeypatch.setattr(formats, "LARGEST", 1_000)
    assert "Split it." in site.take(path).complaint


def test_a_file_that_is_not_there_is_named(site: Exchange, tmp_path: Path) -> None:
    assert "There is no such file." in site.take(tmp_path / "none.xlf").complaint


@pytest.mark.parametrize("place", ["locales/de/LC_MESSAGES/kurs.po", "source/x.csv", "output/x.xlf"])
def test_an_export_never_goes_into_the_sites_own_folders(site: Exchange, place: str) -> None:
    before = site.catalogs()
    done = site.run("export", "--site", site.root, "--to", site.root / place, "--into", "de")
    assert "a part of the site" in done.complaint
    assert site.catalogs() == before
