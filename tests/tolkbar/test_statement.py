"""What a statement says of faults is drafted in three languages from findings; nobody's words are lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib
import pytest
from bs4 import BeautifulSoup

from checks.registry import RULES
from checks.requirements import CRITERIA
from checks.specimens import specimen
from pipeline.source.markdown import markdown_to_html
from tests.support import files_below
from tests.tolkbar.faults import INDEX, failed
from tolkbar.acceptance import BASELINE
from tolkbar.language import LANGUAGES
from tolkbar.statement.draft import Target, draft, escaped
from tolkbar.statement.entries import pairs, units_of
from tolkbar.statement.flaws import Flaw, Situation, situation_table, situations
from tolkbar.statement.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

STATEMENT = "source/pages/om/redogorelse.md"
CATALOGS = {tag: f"locales/{tag}/LC_MESSAGES/om/redogorelse.po" for tag in ("en", "de")}
SECTION = "### Bristande förenlighet med lagkraven\n"
PAGE = f"""+++
title = "Tillgänglighetsredogörelse"
slug = "tillganglighetsredogorelse"
+++

# Tillgänglighet för Lillköpings stad

## Hur tillgänglig är webbplatsen?

Den här webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service.

## Vad kan du göra om du inte kan använda delar av webbplatsen?

Du kan [ringa oss](../kontakt.md).

## Tillsyn

Du kan [anmäla bristen till Digg](https://www.digg.se/tdosanmalan).

## Innehåll som inte är tillgängligt

{SECTION}
Vi vet att kartan saknas.

## Hur vi testat webbplatsen

Senaste bedömningen gjordes den 20 november 2026.

Redogörelsen uppdaterades senast den 21 november 2026.
"""

PICTURE = '\n\n<p><img src="../images/hast.svg"></p>\n'
BUTTON = "\n\n<div><button></button></div>\n"
REASON = "Länken _kommer_ i <mars>"


@pytest.fixture
def stated(site: PublishedSite) -> PublishedSite:
    """A site with a statement, and a picture without a text alternative on its start page."""
    site.write(STATEMENT, PAGE)
    site.write(INDEX, site.read(INDEX) + PICTURE)
    return site


def statement(site: PublishedSite, run: Run, *more: str | Path) -> Outcome:
    return run("statement", "--site", site.root, *more)


def pasted(site: PublishedSite, text: str) -> None:
    """Put a draft where the command says, as a person would."""
    site.edit(STATEMENT, SECTION, f"{SECTION}\n{text}\n")


def entries(site: PublishedSite, tag: str) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in polib.pofile(str(site.root / CATALOGS[tag]))}


def test_a_fault_is_listed_with_its_requirement_whom_it_hurts_and_where(
    stated: PublishedSite, run: Run
) -> None:
    outcome = statement(stated, run)
    assert outcome.status == 0
    listed = outcome.out.partition("-->")[2].strip().splitlines()
    heading, _, item = listed
    assert heading == "#### Användning utan synförmåga"
    assert item == (
        "- Kravet ”Bilder har ett textalternativ” är inte uppfyllt överallt (WCAG 1.1.1). "
        "Den som inte kan se en bild hör dess textalternativ. Utan det läses i bästa fall ett filnamn upp. "
        "Finns på: [](../index.md). Bristen berör också användning med nedsatt syn."
    )
    line = stated.line(STATEMENT, SECTION.strip())
    assert f"{STATEMENT}:{line}, below “Bristande förenlighet med lagkraven”" in outcome.err


def test_the_draft_pasted_finds_its_translations_as_fuzzy(stated: PublishedSite, run: Run) -> None:
    pasted(stated, statement(stated, run).out)
    assert run("extract", "--site", stated.root).status == 0
    for tag, heading, sentence in (
        (
            "en",
            "Usage without vision",
            "The requirement “Images have a text alternative” is not met everywhere",
        ),
        ("de", "Nutzung ohne Sehvermögen", "Die Anforderung „Bilder haben eine Textalternative“ ist nicht"),
    ):
        found = entries(stated, tag)
        assert found["Användning utan synförmåga"].msgstr == heading
        (flaw,) = [entry for msgid, entry in found.items() if msgid.startswith("Kravet")]
        assert flaw.msgstr.startswith(sentence)
        assert "<a1></a1>" in flaw.msgstr
        assert flaw.fuzzy
        assert not flaw.obsolete


def test_the_draft_pasted_meets_the_rules_about_statements(stated: PublishedSite, run: Run) -> None:
    def rules() -> set[tuple[str, str]]:
        report = run("check", "--site", stated.root, "--format", "json", "--family", "statement")
        return {(one["rule"], one["message"]) for one in failed(report)}

    before = rules()
    pasted(stated, statement(stated, run).out)
    assert rules() == before
    stated.edit(STATEMENT, "delvis förenlig", "förenlig")
    assert rules() != before  # that they can see


def test_the_draft_is_no_assessment(stated: PublishedSite, run: Run) -> None:
    text = statement(stated, run).out
    assert "it is no assessment" in text
    assert not re.search(r"förenlig|bedömning|testat|uppdatera|20\d\d", text)


def test_what_has_been_accepted_is_listed_with_its_last_day_and_reason(
    stated: PublishedSite, run: Run
) -> None:
    stated.write(INDEX, stated.read(INDEX) + BUTTON)
    number = number_of("button-name", run("check", "--site", stated.root))
    until = ("--until", "2027-01-31")
    run("waive", number, "--reason", REASON, "--who", "Redaktionen", *until, "--site", stated.root)

    picture, _, button = statement(stated, run).out.partition("Knappar har ett namn")
    assert button.splitlines()[1:3] == [
        "  - Godtaget som undantag till och med den 31\N{NO-BREAK SPACE}januari 2027.",
        r"  - Skäl: Länken \_kommer\_ i \<mars\>",
    ]
    assert "Godtaget" not in picture


def test_what_a_baseline_accepts_is_listed_without_a_reason(stated: PublishedSite, run: Run) -> None:
    run("baseline", "--site", stated.root)
    assert (stated.root / BASELINE).exists()
    text = statement(stated, run).out
    assert "  - Godtaget som undantag till och med den" in text
    assert "Skäl" not in text


def test_documents_are_named_beside_pages(stated: PublishedSite, run: Run) -> None:
    stated.write("source/documents/policy.pdf", specimen("catalog /StructTreeRoot null"))
    text = statement(stated, run).out
    assert "Dokument: [](../../documents/policy.pdf)." in text


def test_a_fault_of_one_edition_names_its_language(stated: PublishedSite, run: Run) -> None:
    stated.edit(INDEX, PICTURE, "")
    stated.edit("locales/de/LC_MESSAGES/index.po", '"Ein Pferd"', '"hast.svg"')
    assert "Finns på: [](../index.md) (på tyska)." in statement(stated, run).out
    pasted(stated, statement(stated, run).out)
    run("extract", "--site", stated.root)
    (flaw,) = [entry for msgid, entry in entries(stated, "de").items() if msgid.startswith("Kravet")]
    assert "Betroffen: <a1></a1> (auf Deutsch)." in flaw.msgstr


def test_a_fault_of_the_template_is_everywhere(stated: PublishedSite, run: Run) -> None:
    stated.edit("source/templates/page.html", "<footer>", "<footer><button></button>")
    assert "Det gäller alla sidor." in statement(stated, run).out


def test_no_more_pages_are_named_than_anybody_reads(stated: PublishedSite, run: Run) -> None:
    for number in range(12):
        stated.page(f"sida-{number:02}.md", PICTURE)
    text = statement(stated, run).out
    assert text.count("[](") == 8
    assert "och 5 till." in text


@pytest.mark.parametrize(
    "harmless",
    [
        pytest.param("\n\n[Borta](kontakt.md#ingenstans)\n", id="a dead link is no fault of accessibility"),
        pytest.param("\n\nDet står i EKLMN.\n", id="level AAA is not asked for"),
    ],
)
def test_with_nothing_found_nothing_is_written(
    stated: PublishedSite, run: Run, tmp_path: Path, harmless: str
) -> None:
    stated.edit(INDEX, PICTURE, harmless)
    run("extract", "--site", stated.root)
    before = files_below(stated.root / "locales")
    outcome = statement(stated, run, "--output", tmp_path / "draft.md")
    assert (outcome.status, outcome.out) == (0, "")
    assert "a person must assess the site" in outcome.err
    assert files_below(stated.root / "locales") == before
    assert not (tmp_path / "draft.md").exists()


def test_what_a_translator_has_written_stays(stated: PublishedSite, run: Run) -> None:
    run("extract", "--site", stated.root)
    own = 'msgid "Användning utan synförmåga"\nmsgstr "Unser eigenes Wort"\n'
    stated.write(CATALOGS["de"], f"{stated.read(CATALOGS['de'])}\n{own}")
    run("extract", "--site", stated.root)  # makes it obsolete
    assert f"#~ {own.splitlines()[0]}" in stated.read(CATALOGS["de"])
    pasted(stated, statement(stated, run).out)
    run("extract", "--site", stated.root)
    kept = entries(stated, "de")["Användning utan synförmåga"]
    assert (kept.msgstr, kept.fuzzy) == ("Unser eigenes Wort", False)


def test_a_second_draft_adds_nothing(stated: PublishedSite, run: Run) -> None:
    first = statement(stated, run)
    before = stated.files()
    second = statement(stated, run)
    assert second.out == first.out
    assert stated.files() == before


def test_a_text_that_was_pasted_first_gets_its_translations_too(stated: PublishedSite, run: Run) -> None:
    pasted(stated, "#### Användning utan synförmåga\n")
    run("extract", "--site", stated.root)
    assert entries(stated, "de")["Användning utan synförmåga"].msgstr == ""
    statement(stated, run)
    filled = entries(stated, "de")["Användning utan synförmåga"]
    assert (filled.msgstr, filled.fuzzy, filled.obsolete) == ("Nutzung ohne Sehvermögen", True, False)


def test_the_draft_goes_into_a_new_file_and_over_no_other(
    stated: PublishedSite, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "draft.md"
    shown = statement(stated, run).out
    assert statement(stated, run, "--output", file).out == ""
    assert file.read_text("utf-8") == shown
    file.write_text("Unsere Worte.", "utf-8")
    assert "is not written over" in statement(stated, run, "--output", file).complaint
    assert file.read_text("utf-8") == "Unsere Worte."


def test_a_site_without_a_statement_gets_the_headings_and_a_place_for_it(
    site: PublishedSite, run: Run
) -> None:
    site.write(INDEX, site.read(INDEX) + PICTURE)
    outcome = statement(site, run)
    assert "Write one as source/pages/tillganglighetsredogorelse.md" in outcome.err
    assert "## Innehåll som inte är tillgängligt\n" in outcome.out
    assert f"\n{SECTION}" in outcome.out
    assert run("check", "--site", site.root, "--family", "translations").status == 0

    site.page("tillganglighetsredogorelse.md", outcome.out)
    run("extract", "--site", site.root)
    written = site.read("locales/de/LC_MESSAGES/tillganglighetsredogorelse.po")
    assert '\nmsgstr "Nicht barrierefreie Inhalte"\n' in written


def test_a_page_that_is_asked_for_must_be_there(stated: PublishedSite, run: Run) -> None:
    assert "There is no page ../x." in statement(stated, run, "--page", "../x").complaint
    assert "source/pages/kontakt.md" in statement(stated, run, "--page", "kontakt").err


def test_a_statement_in_html_gets_html(stated: PublishedSite, run: Run) -> None:
    outcome = statement(stated, run, "--page", "omsorg/hemtjanst")
    assert "<h3>Bristande förenlighet med lagkraven</h3>" in outcome.out
    assert '<a href="../index.md"></a>' in outcome.out


def number_of(rule: str, outcome: Outcome) -> int:
    """Return the number of the first finding of a rule in a report in text."""
    found = re.search(rf"\[{rule}, \w+\] #(\d+)$", outcome.out, re.MULTILINE)
    assert found, outcome.out
    return int(found[1])


def test_every_criterion_that_the_law_asks_for_touches_somebody() -> None:
    asked_for = [one.number for one in CRITERIA.values() if one.level != "AAA"]
    assert all(situations("", [number]) for number in asked_for)
    assert set(situation_table()["criteria"]) == set(asked_for)
    assert set(situation_table()["rules"]) <= {rule.id for rule in RULES}


def test_in_other_languages_there_is_no_draft() -> None:
    assert words_of("fi", "fi") is None


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_draft_has_all_its_words_in_every_language(tag: str) -> None:
    words, english = words_of(tag, tag), words_of("en", "en")
    assert words is not None
    assert english is not None
    assert words.fixed.keys() == english.fixed.keys()
    assert words.situations.keys() == set(Situation)
    for name, text in words.fixed.items():
        assert sorted(re.findall(r"{\w+}", text)) == sorted(re.findall(r"{\w+}", english.fixed[name]))


def test_what_any_rule_finds_has_the_same_markup_in_all_languages() -> None:
    listed = [
        Flaw(rule, ("1.1.1",), (Situation.WITHOUT_VISION,), None, {"index": frozenset({"sv"})}, ())
        for rule in RULES
    ]
    page = "source/pages/redogorelse.md"
    target = Target("redogorelse", page, {"index": "source/pages/index.md"}, {"index": frozenset({"sv"})})
    source, *translated = (
        draft(listed, words, target) for tag in LANGUAGES if (words := words_of(tag, tag)) is not None
    )
    msgids = {unit.msgid for unit in units_of(source, page)}
    assert len(msgids) > len(RULES)
    for text in translated:
        assert set(pairs(source, text, page)) == msgids


@pytest.mark.parametrize("text", ["*x* _y_ [z](a) `b`", "<b> & {lang=en} #1 | ~c~ ^d^", "\\ $e$ &amp; ![f]"])
def test_signs_of_markdown_are_read_as_they_are_written(text: str) -> None:
    assert BeautifulSoup(markdown_to_html(f"- a {escaped(text)}"), "lxml").get_text().strip() == f"a {text}"
