"""A unit is opened, judged and saved: one entry changes, and nobody else's work is lost."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polib
import pytest

from pipeline.config import load_site
from pipeline.errors import CatalogError
from pipeline.model import State
from tolkbar.editing.desk import Desk, Draft, Refused, Saved, Taken, Which
from tolkbar.editing.offers import Memory
from tolkbar.editing.shelf import Shelf
from tolkbar.editing.wording import read

if TYPE_CHECKING:
    from tests.support import SiteFolder

START = "Läs om <a1>vår omsorg</a1> eller <a2>ring oss</a2>."
GERMAN = "locales/de/LC_MESSAGES/index.po"


@dataclass(frozen=True, slots=True)
class Translator:
    """A person at the desk, who writes as in a text file."""

    desk: Desk

    def writes(self, which: Which, *texts: str, seen: tuple[str, ...] = (), ready: bool = True) -> object:
        return self.desk.save(which, draft(which, *texts), seen or self.desk.open(which).seen, ready=ready)

    def hears(self, which: Which, *texts: str) -> dict[str, str]:
        """Return the weight of what is said, by the rule that says it."""
        return {remark.rule: remark.weight for remark in self.desk.judge(which, draft(which, *texts))}


def draft(which: Which, *texts: str) -> Draft:
    return Draft(tuple(read(text, which.msgid) for text in texts))


def at(msgid: str, page: str = "index", context: str | None = None) -> Which:
    return Which("de", page, msgid, context)


@pytest.fixture
def desk(site: SiteFolder) -> Desk:
    settings = load_site(site.root)
    return Desk(Shelf(settings), Memory(settings), str)


@pytest.fixture
def translator(desk: Desk) -> Translator:
    return Translator(desk)


def test_a_unit_is_opened_as_it_stands_in_its_catalog(site: SiteFolder, desk: Desk) -> None:
    unit = desk.open(at(START))
    assert (unit.catalog, unit.line) == (GERMAN, site.line(GERMAN, START))
    assert (unit.state, unit.scope) == ("translated", "")
    assert unit.forms[0].parts == read(unit.seen[0], START)
    assert [chip.about for chip in unit.chips] == ["vår omsorg", "ring oss"]


def test_what_is_saved_changes_the_lines_of_its_own_entry_alone(
    site: SiteFolder, translator: Translator
) -> None:
    before = site.read(GERMAN)
    new = "<a2>Anrufen</a2> oder <a1>lesen</a1>."
    result = translator.writes(at(START), new)
    assert isinstance(result, Saved)
    old = "Lesen Sie über <a1>unsere Pflege</a1> oder <a2>rufen Sie an</a2>."
    assert site.read(GERMAN) == before.replace(old, new)
    assert result.unit.seen == (new,)


def test_a_text_of_the_page_shell_says_that_it_changes_every_page(desk: Desk) -> None:
    assert "all pages" in desk.open(at("Telefon", "shell")).scope


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Hier <a1>a</a1>.", "The placeholder [link 2] is missing."),
        ("<a1>a</a1> <a1>b</a1> <a2>c</a2>", "The placeholder [link 1] stands there more than once."),
        ("<a1>a <a2>b</a1> c</a2>", "The placeholders overlap."),
        ("<a1>a <a2>b</a2></a1>", "The placeholder [link 2] stands inside another one than in the source."),
        ("<a1>a</a1> <a2>b</a2> <b>c</b>", "<b> is no placeholder of this text."),
    ],
)
def test_broken_placeholders_are_refused_with_what_to_do(
    site: SiteFolder, translator: Translator, text: str, sentence: str
) -> None:
    before = site.read(GERMAN)
    result = translator.writes(at(START), text)
    assert isinstance(result, Refused)
    said = [remark.sentence for remark in result.remarks]
    assert any(each.startswith(sentence) and each != sentence for each in said), said
    assert site.read(GERMAN) == before


def test_an_address_that_would_stop_every_build_is_refused(site: SiteFolder, translator: Translator) -> None:
    slug = at("kontakt", "kontakt", "slug")
    assert isinstance(translator.writes(slug, "So erreichen Sie uns"), Refused)
    assert isinstance(translator.writes(slug, "so-erreichen-sie-uns"), Saved)
    assert 'msgstr "so-erreichen-sie-uns"' in site.read("locales/de/LC_MESSAGES/kontakt.po")


def test_a_translation_is_taken_back_by_saving_nothing(site: SiteFolder, translator: Translator) -> None:
    result = translator.writes(at(START), "", ready=False)
    assert isinstance(result, Saved)
    assert result.unit.state == "untranslated"
    assert "fuzzy" not in site.read(GERMAN)


def test_a_translation_that_needs_work_is_kept_from_the_page(translator: Translator) -> None:
    result = translator.writes(at("Välkommen"), "Willkommen hier", ready=False)
    assert isinstance(result, Saved)
    assert result.unit.state == "fuzzy"


def test_ready_takes_away_the_mark_and_what_the_text_was_before(
    site: SiteFolder, translator: Translator
) -> None:
    site.edit(GERMAN, 'msgid "En häst"', '#, fuzzy\n#| msgid "Två hästar"\nmsgid "En häst"')
    opened = translator.desk.open(at("En häst"))
    assert opened.state == "fuzzy"
    assert "".join(piece.kept + piece.removed for piece in opened.changed) == "Två hästar"
    assert isinstance(translator.writes(at("En häst"), "Ein Pferd"), Saved)
    entry = polib.pofile(str(site.root / GERMAN)).find("En häst")
    assert entry is not None
    assert (entry.flags, entry.previous_msgid) == ([], None)


def test_what_somebody_else_has_saved_meanwhile_is_shown_and_not_written_over(
    site: SiteFolder, translator: Translator
) -> None:
    opened = translator.desk.open(at("Välkommen"))
    site.edit(GERMAN, '"Willkommen"', '"Herzlich willkommen"')
    theirs = site.read(GERMAN)
    result = translator.writes(at("Välkommen"), "Schön, dass Sie da sind", seen=opened.seen)
    assert isinstance(result, Taken)
    assert result.unit.seen == ("Herzlich willkommen",)
    assert site.read(GERMAN) == theirs
    again = translator.writes(at("Välkommen"), "Schön, dass Sie da sind", seen=result.unit.seen)
    assert isinstance(again, Saved)


def test_another_entry_that_changed_meanwhile_is_no_conflict(
    site: SiteFolder, translator: Translator
) -> None:
    opened = translator.desk.open(at("Välkommen"))
    site.edit(GERMAN, '"Ein Pferd"', '"Das Pferd"')
    assert isinstance(translator.writes(at("Välkommen"), "Grüß Gott", seen=opened.seen), Saved)
    assert '"Das Pferd"' in site.read(GERMAN)


def test_a_catalog_is_read_anew_where_its_size_and_its_time_are_as_before(
    site: SiteFolder, desk: Desk
) -> None:
    path = site.root / GERMAN
    before = path.stat()
    assert desk.open(at("Välkommen")).seen == ("Willkommen",)
    fresh = path.with_suffix(".new")
    fresh.write_text(path.read_text("utf-8").replace("Willkommen", "Guten Tag!"), "utf-8")
    os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert fresh.stat().st_size == before.st_size
    fresh.replace(path)
    assert desk.open(at("Välkommen")).seen == ("Guten Tag!",)


@pytest.mark.parametrize(
    "which",
    [
        at("Det här har aldrig funnits."),
        at("Välkommen", "ingen-sida"),
        at("Välkommen", "../../en/LC_MESSAGES/index"),
        at("Välkommen", "/etc/passwd"),
        at("Välkommen", "index\0"),
        Which("sv", "index", "Välkommen"),
        Which("../de", "index", "Välkommen"),
    ],
)
def test_what_the_catalogs_of_the_site_do_not_have_cannot_be_opened(desk: Desk, which: Which) -> None:
    with pytest.raises(CatalogError):
        desk.open(which)


def test_the_rules_speak_of_the_draft_and_of_nothing_else(site: SiteFolder, translator: Translator) -> None:
    site.edit(GERMAN, '"Ein Pferd"', '"Ein Pferd  Pferd 12 "')  # another entry's faults
    assert translator.hears(at("Välkommen"), "Willkommen") == {}
    assert translator.hears(at("Välkommen"), "Willkommen 17") == {"values-kept": "blocking"}
    assert translator.hears(at("Välkommen"), "") == {"catalog-complete": "blocking"}


def test_a_fuzzy_translation_is_judged_as_if_it_were_ready(site: SiteFolder, translator: Translator) -> None:
    site.edit(GERMAN, 'msgid "Välkommen"', '#, fuzzy\nmsgid "Välkommen"')
    assert translator.hears(at("Välkommen"), "Willkommen 17") == {"values-kept": "blocking"}


def test_a_text_that_other_pages_translate_otherwise_is_compared_with_them(translator: Translator) -> None:
    assert "inconsistent-translation" in translator.hears(at("Omsorg", "omsorg/index"), "Betreuung")
    assert "shared-translation" in translator.hears(at("Välkommen"), "Pflege in der Stadt")


def test_a_flag_with_a_reason_silences_a_rule_here_too(site: SiteFolder, translator: Translator) -> None:
    silenced = '# Der Name der Veranstaltung.\n#, no-values-kept\nmsgid "Välkommen"'
    site.edit(GERMAN, 'msgid "Välkommen"', silenced)
    assert translator.hears(at("Välkommen"), "Willkommen 17") == {}


def test_terms_are_offered_in_whatever_form_the_source_has_them(site: SiteFolder, desk: Desk) -> None:
    site.write("locales/glossary.csv", "sv,de\nhäst,Pferd / Ross\nomsorg,Pflege\n")
    assert [term.ways for term in desk.open(at("En häst")).terms] == [("Pferd", "Ross")]
    assert [term.ways for term in desk.open(at(START)).terms] == [("Pflege",)]


def test_what_waits_is_found_in_the_order_of_the_pages(translator: Translator) -> None:
    translator.writes(at("Välkommen"), "")
    translator.writes(at("Telefon", "shell"), "Ruf", ready=False)
    pages = ("index", "kontakt", "shell")
    desk = translator.desk
    assert [which.msgid for which in desk.waiting("de", pages, State.UNTRANSLATED)] == ["Välkommen"]
    assert [which.page for which in desk.waiting("de", pages, State.FUZZY)] == ["shell"]


def test_a_catalog_that_cannot_be_read_is_named(site: SiteFolder, desk: Desk) -> None:
    (site.root / GERMAN).unlink()
    (site.root / GERMAN).mkdir()
    with pytest.raises(CatalogError, match=r"index\.po"):
        desk.open(at("Välkommen"))


def test_every_plural_form_is_written_for_itself(site: SiteFolder, translator: Translator) -> None:
    site.edit(
        GERMAN,
        '"Content-Transfer-Encoding: 8bit\\n"\n',
        '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n',
    )
    plural = 'msgid "En häst"\nmsgid_plural "%d hästar"\nmsgstr[0] "Ein Pferd"\nmsgstr[1] ""\n'
    site.edit(GERMAN, 'msgid "En häst"\nmsgstr "Ein Pferd"\n', plural)
    opened = translator.desk.open(at("En häst"))
    assert [form.label for form in opened.forms] == ["Form 1, as for 1", "Form 2, as for 0, 2, 3"]
    assert isinstance(translator.writes(at("En häst"), "Ein Pferd", "%d Pferde"), Saved)
    assert 'msgstr[1] "%d Pferde"' in site.read(GERMAN)
    assert isinstance(translator.writes(at("En häst"), "Ein Pferd"), Refused)


def test_a_damaged_catalog_is_named_and_left_alone(site: SiteFolder, translator: Translator) -> None:
    site.write(GERMAN, before := site.read(GERMAN) + 'msgid "offen\n')
    with pytest.raises(CatalogError, match=r"index\.po"):
        translator.desk.open(at("Välkommen"))
    assert translator.hears(at("Kontakt", "kontakt"), "Kontakt") == {}
    assert site.read(GERMAN) == before
