"""The fake translator: reversible, and careful with what a translator must not touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.translator import fill_catalogs, translate, untranslate
from pipeline import po

if TYPE_CHECKING:
    from pathlib import Path

CATALOG = """\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: source/pages/x.html
msgid "Läs <a1>policyn</a1>"
msgstr ""

msgid "Kontakta oss"
msgstr "Contact us"

#~ msgid "Borta"
#~ msgstr ""
"""


@pytest.mark.parametrize("language", ["en", "de", "fi", "ar"])
def test_every_language_turns_words_into_others_and_back(language: str) -> None:
    text = "Flygande bäckasiner söka hwila på mjuka tuvor, QXZ"
    assert translate(text, language) != text
    assert untranslate(translate(text, language), language) == text


def test_two_languages_differ() -> None:
    assert translate("Kontakta oss", "en") != translate("Kontakta oss", "de")


def test_placeholders_markup_entities_and_numbers_stay() -> None:
    translated = translate('Före <a1>den 3 maj</a1>, <a href="kontakt.html">se</a> {count}&nbsp;kr', "en")
    for kept in ("<a1>", "</a1>", " 3 ", '<a href="kontakt.html">', "{count}", "&nbsp;"):
        assert kept in translated


def test_untranslated_entries_are_filled_and_nothing_else_is_touched(tmp_path: Path) -> None:
    path = tmp_path / "en" / "x.po"
    path.parent.mkdir()
    path.write_text(CATALOG, encoding="utf-8")
    assert fill_catalogs(tmp_path, "en") == 1
    first, second, obsolete = po.read(path.read_bytes(), "x.po").entries
    assert untranslate(first.msgstr, "en") == "Läs <a1>policyn</a1>"
    assert (second.msgstr, obsolete.msgstr) == ("Contact us", "")
    assert fill_catalogs(tmp_path, "en") == 0
