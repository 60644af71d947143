"""The header of a new catalog: what gettext asks for, nothing left at its default."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib
import pytest

from pipeline.catalog.header import catalog_header, header_entry
from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from pipeline.catalog import Origin

# The fields that msgfmt --check demands, and the defaults that it complains about (msgl-check.c).
DEMANDED = {
    "Project-Id-Version": "PACKAGE VERSION",
    "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
    "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
    "Language-Team": "LANGUAGE <LL@li.org>",
    "Language": "",
    "MIME-Version": "",
    "Content-Type": "text/plain; charset=CHARSET",
    "Content-Transfer-Encoding": "ENCODING",
}


def test_a_new_catalog_says_what_gettext_asks_for(origin: Origin) -> None:
    fields = catalog_header("de", origin)
    assert {name for name, default in DEMANDED.items() if fields.get(name, default) == default} == set()
    assert fields["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert fields["X-Generator"] == "Tolkbar"


def test_the_date_has_the_form_of_gettext(origin: Origin) -> None:
    date = catalog_header("de", origin)["PO-Revision-Date"]
    assert date == "2026-11-23 06:00+0000"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4}", date)


@pytest.mark.parametrize(
    ("language", "header", "forms"),
    [("sv", "sv", 2), ("fi", "fi", 2), ("pl", "pl", 3), ("ar", "ar", 6), ("pt-BR", "pt_BR", 2)],
)
def test_each_language_has_its_name_and_its_plural_rule(
    language: str, header: str, forms: int, origin: Origin
) -> None:
    fields = catalog_header(language, origin)
    assert fields["Language"] == header
    assert fields["Plural-Forms"].startswith(f"nplurals={forms};")


@pytest.mark.parametrize("language", ["xx", "", "not a language", "de_DE-"])
def test_a_language_that_cldr_does_not_know_is_refused(language: str, origin: Origin) -> None:
    with pytest.raises(ConfigError, match="is no language that CLDR knows"):
        catalog_header(language, origin)


def test_fields_are_an_entry_that_other_tools_read(origin: Origin) -> None:
    fields = catalog_header("de", origin)
    entry = header_entry(fields)
    assert entry.key == (None, "")
    lines = "".join(f'"{line}\\n"\n' for line in entry.msgstr.splitlines())
    assert dict(polib.pofile(f'msgid ""\nmsgstr ""\n{lines}').metadata) == fields
