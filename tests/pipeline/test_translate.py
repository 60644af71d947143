"""What an edition may show for a unit: a finished translation, else the source's words."""

from __future__ import annotations

import pytest

from pipeline import po
from pipeline.errors import CatalogError
from pipeline.model import State
from pipeline.segment.model import Unit
from pipeline.skeleton import Markup
from pipeline.translate import Translation, Translator
from tests.support import po_entry, po_file

PATH = "locales/en/LC_MESSAGES/kontakt.po"


def unit(msgid: str, context: str | None = None) -> Unit:
    return Unit(1, "source/pages/kontakt.md", 7, msgid, context, (), {"a1": Markup(("<a>",), ("</a>",))}, ())


def translated(wanted: Unit, *entries: str) -> Translation:
    return Translator(po.read(po_file("en", entries), PATH))(wanted)


def test_without_a_catalog_the_sources_words_are_the_text() -> None:
    assert Translator(None)(unit("Kontakt")) == Translation("Kontakt", State.TRANSLATED)


def test_a_translation_is_used_and_says_its_line() -> None:
    entries = po_entry("Hej", "Hello"), po_entry("Kontakt", "Contact")
    assert translated(unit("Kontakt"), *entries) == Translation("Contact", State.TRANSLATED, 11)


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (po_entry("Kontakt", "Contract", flags="fuzzy"), State.FUZZY),
        (po_entry("Kontakt", "", flags="fuzzy"), State.FUZZY),
        (po_entry("Kontakt", ""), State.UNTRANSLATED),
    ],
)
def test_a_fuzzy_or_empty_translation_is_never_used(entry: str, state: State) -> None:
    found = translated(unit("Kontakt"), entry)
    assert (found.text, found.state) == ("Kontakt", state)
    assert found.line is not None
    assert not found.state.is_usable


def test_a_unit_that_the_catalog_has_not_is_untranslated_and_has_no_line() -> None:
    assert translated(unit("Kontakt")) == Translation("Kontakt", State.UNTRANSLATED)


def test_an_obsolete_translation_is_not_used() -> None:
    assert (
        translated(unit("Kontakt"), '#~ msgid "Kontakt"\n#~ msgstr "Contact"\n').state is State.UNTRANSLATED
    )


def test_a_translation_belongs_to_its_context() -> None:
    entries = po_entry("kontakt", "Contact"), po_entry(("slug", "kontakt"), "contact")
    assert translated(unit("kontakt", "slug"), *entries).text == "contact"
    assert translated(unit("kontakt"), *entries).text == "Contact"
    assert translated(unit("kontakt", "meny"), *entries).state is State.UNTRANSLATED


@pytest.mark.parametrize(
    "msgstr",
    [
        "Read the policy",
        "Read <a1>the policy",
        "<a1>Read</a1> <a1>the policy</a1>",
        "</a1>Read<a1>",
        "<a1>Read</a1><a2>the policy</a2>",
        '<a1 href="javascript:alert(1)">Read</a1>',
        "<a1>Read</a1><script>alert(1)</script>",
    ],
)
def test_a_translation_with_other_placeholders_is_not_used(msgstr: str) -> None:
    found = translated(unit("Läs <a1>policyn</a1>"), po_entry("Läs <a1>policyn</a1>", msgstr))
    assert (found.text, found.state) == ("Läs <a1>policyn</a1>", State.UNTRANSLATED)
    assert found.line is not None


@pytest.mark.parametrize(
    "slug", ["../../etc", "about us", "über-uns", "About", "a--b", "-a", "a/b", "a.html", "a\n"]
)
def test_a_slug_that_makes_no_address_stops_with_the_line_in_the_catalog(slug: str) -> None:
    with pytest.raises(CatalogError) as stopped:
        translated(unit("kontakt", "slug"), po_entry(("slug", "kontakt"), slug))
    assert str(stopped.value) == (f"{PATH}:9: “{slug}” makes no address. Use a–z, 0–9 and single hyphens.")


def test_a_fuzzy_slug_is_not_judged_for_it_is_not_used() -> None:
    found = translated(unit("kontakt", "slug"), po_entry(("slug", "kontakt"), "../x", flags="fuzzy"))
    assert (found.text, found.state) == ("kontakt", State.FUZZY)
