from __future__ import annotations

import pytest

from checks.subjects import Catalog
from pipeline.errors import CatalogError
from pipeline.model import Location

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def read(text: str, path: str = "locales/de/LC_MESSAGES/kontakt.po") -> Catalog:
    return Catalog.read((HEAD + text).encode(), path)


@pytest.mark.parametrize(
    ("header", "path", "language"),
    [
        ('"Language: de\\n"\n', "x.po", "de"),
        ('"Language: pt_BR\\n"\n', "x.po", "pt-BR"),
        ("", "locales/de/LC_MESSAGES/x.po", "de"),
        ("", "po/sv.po", "sv"),
        ("", "po/sr@latin.po", "sr"),
        ("", "kontakt.po", ""),
        ('"Language: de\\n"\n', "x.pot", ""),
    ],
)
def test_the_language_is_the_headers_or_the_paths(header: str, path: str, language: str) -> None:
    assert read(header, path).language == language


def test_translations_in_use_are_paired_with_what_they_translate() -> None:
    catalog = read(
        '\nmsgid "a"\nmsgstr "b"\n\nmsgid "fil"\nmsgid_plural "filer"\n'
        'msgstr[0] "Datei"\nmsgstr[1] "Dateien"\n'
        '\n#, fuzzy\nmsgid "c"\nmsgstr "d"\n\nmsgid "e"\nmsgstr ""\n\n#~ msgid "f"\n#~ msgstr "g"\n'
    )
    assert [(pair.msgid, pair.msgstr) for pair in catalog.translations()] == [
        ("a", "b"),
        ("fil", "Datei"),
        ("filer", "Dateien"),
    ]


@pytest.mark.parametrize(
    ("references", "source"),
    [
        ("#: source/pages/x.md\n", Location("source/pages/x.md", 1)),
        ("#: src/a.c:12 src/b.c:7\n", Location("src/a.c", 12)),
        ("", None),
    ],
)
def test_an_entry_is_placed_on_its_line_and_traced_to_its_source(
    references: str, source: Location | None
) -> None:
    catalog = read(f'\n{references}msgid "Kontakt"\nmsgstr ""\n')
    (entry,) = catalog.content.active
    place = catalog.place(entry, None)

    assert place.location == Location(catalog.path, 6 if references else 5)
    assert place.trace is not None
    assert (place.trace.unit, place.trace.catalog, place.trace.source) == ("Kontakt", place.location, source)


def test_a_damaged_catalog_is_refused() -> None:
    with pytest.raises(CatalogError):
        read('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n')
