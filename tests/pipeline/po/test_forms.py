"""The same catalog as different tools write it: read equal, whoever saved it last.

The forms were made once with GNU gettext 0.21 (msgcat) and Translate Toolkit 3.20; polib rewrites anew here.
"""

from __future__ import annotations

import polib
import pytest

from pipeline import po

OURS = """\
# Anna, 2026.
msgid ""
msgstr ""
"Project-Id-Version: Västerås stad\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# Asked the editor
# on Monday.
#. Paragraph under Internationellt arbete
#. [-gammal-]{+ny+} text
#: source/pages/internationellt-arbete.md
#, fuzzy, no-wrap
#| msgctxt "title"
#| msgid "En gammal text som är så lång att verktygen gärna bryter den över flera rader i filen"
msgctxt "title"
msgid ""
"En ny text som är så lång att verktygen gärna bryter den över flera rader i filen \\\\ \\"citat\\"\\n"
"och andra raden\\tmed tabb"
msgstr ""
"Ein neuer Text, der so lang ist, dass die Werkzeuge ihn gern umbrechen \\\\ „Zitat“\\n"
"und die zweite Zeile"

#: source/pages/a.md
#: source/pages/b.md
msgid "%d fil"
msgid_plural "%d filer"
msgstr[0] "%d Datei"
msgstr[1] "%d Dateien"

#~ msgid "Borttagen text som är så lång att verktygen gärna bryter den över flera rader i filen"
#~ msgstr "Entfernter Text"
"""

MSGCAT = """\
# Anna, 2026.
msgid ""
msgstr ""
"Project-Id-Version: Västerås stad\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

# Asked the editor
# on Monday.
#. Paragraph under Internationellt arbete
#. [-gammal-]{+ny+} text
#: source/pages/internationellt-arbete.md
#, fuzzy, no-wrap
#| msgctxt "title"
#| msgid ""
#| "En gammal text som är så lång att verktygen gärna bryter den över flera "
#| "rader i filen"
msgctxt "title"
msgid ""
"En ny text som är så lång att verktygen gärna bryter den över flera rader i "
"filen \\\\ \\"citat\\"\\n"
"och andra raden\\tmed tabb"
msgstr ""
"Ein neuer Text, der so lang ist, dass die Werkzeuge ihn gern umbrechen \\\\ "
"„Zitat“\\n"
"und die zweite Zeile"

#: source/pages/a.md source/pages/b.md
msgid "%d fil"
msgid_plural "%d filer"
msgstr[0] "%d Datei"
msgstr[1] "%d Dateien"

#~ msgid ""
#~ "Borttagen text som är så lång att verktygen gärna bryter den över flera "
#~ "rader i filen"
#~ msgstr "Entfernter Text"
"""

FORMS = {
    "msgcat": MSGCAT,
    "msgcat --escape": MSGCAT.replace("ä", r"\303\244")
    .replace("å", r"\303\245")
    .replace("„", r"\342\200\236"),
    "msgcat --indent": MSGCAT.replace('msgid "', 'msgid   "').replace('msgstr "', 'msgstr  "'),
    "a Windows editor": MSGCAT.replace("\n", "\r\n"),
    # Translate Toolkit begins a text of several lines on the line of its keyword.
    "Translate Toolkit": OURS.replace('msgid ""\n"En', 'msgid "En').replace('msgstr ""\n"Ein', 'msgstr "Ein'),
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_another_form_is_the_same_catalog_and_stays_as_it_is(text: str) -> None:
    ours, read = po.read(OURS, "de.po"), po.read(text, "de.po")
    assert read.entries == ours.entries
    assert read.header_entry == ours.header_entry
    assert po.write(read) == text


@pytest.mark.parametrize("width", [0, 78, 200])
def test_polib_may_rewrite_a_catalog(width: int) -> None:
    text = str(polib.pofile(OURS, wrapwidth=width))
    assert po.read(text, "de.po").entries == po.read(OURS, "de.po").entries


def test_our_own_form_is_what_we_write() -> None:
    ours = po.read(OURS, "de.po")
    anew = po.Catalog(
        "de.po",
        ours.header,
        ours.header_entry.change(),
        tuple(entry.change() for entry in ours.entries),
    )
    assert po.write(anew) == OURS
