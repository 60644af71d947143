"""Which language the tool speaks, and that help, complaints and reports are in it."""

from __future__ import annotations

import gettext
from itertools import product
from typing import TYPE_CHECKING

import pytest

from pipeline.model import msg
from tests.support import po_entry, po_file
from tests.tolkbar.conftest import LANGUAGE_VARIABLES
from tolkbar import language
from tolkbar.language import language_of, translator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

LANGUAGES = (None, "", "sv", "de_AT.UTF-8", "fr:de:sv", "en_GB:sv", "sv@currency=SEK")
LOCALES = (None, "", "C", "POSIX", "C.UTF-8", "sv_SE.UTF-8", "de_DE@euro", "fr_FR", "sve_SE", "en")

REPORTS = {
    "sv": """
”Välkommen” är inte översatt än. Skriv översättningen. [catalog-complete, blockerande]
catalog-complete: Kataloger är fullständiga där inget får saknas
  En sida med svenska meningar mellan de tyska hjälper ingen läsare.
  Översätt posten i katalogen. Är den märkt som osäker (fuzzy) har källan ändrats: jämför
Blockerande: 1, rådgivande: 0, att granska:
Spärren är stängd.
""",
    "de": """
„Välkommen“ ist noch nicht übersetzt. Schreiben Sie die Übersetzung. [catalog-complete, blockierend]
catalog-complete: Kataloge sind vollständig, wo nichts fehlen darf
  Eine Seite mit schwedischen Sätzen zwischen den deutschen hilft niemandem.
  Übersetzen Sie den Eintrag im Katalog. Ist er als unsicher markiert (fuzzy), hat sich die Quelle geändert
Blockierend: 1, Empfehlungen: 0, zu beurteilen:
Die Veröffentlichung ist gesperrt.
""",
}
NOTHING_FOUND = {
    "sv": "Inga brister hittades: spärren är öppen.",
    "de": "Keine Mängel gefunden: Die Veröffentlichung ist freigegeben.",
}
HELP = {"sv": "visa den här hjälpen", "en": "show this help", "de": "diese Hilfe anzeigen"}


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which gettext finds the languages that the tool speaks."""
    folder = tmp_path_factory.mktemp("locales")
    for tag in language.LANGUAGES:
        (folder / tag / "LC_MESSAGES").mkdir(parents=True)
        (folder / tag / "LC_MESSAGES" / "tolkbar.mo").touch()
    return folder


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_the_environment_chooses_the_language_as_it_does_for_gettext(
    spoken: Path, monkeypatch: pytest.MonkeyPatch, wanted: str | None
) -> None:
    for values in product(LOCALES, repeat=3):
        given = dict(zip(LANGUAGE_VARIABLES, (wanted, *values), strict=True))
        environment = {name: value for name, value in given.items() if value is not None}
        for name in LANGUAGE_VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        found = gettext.find("tolkbar", str(spoken))

        assert language_of(environment) == (found.split("/")[-3] if found else "en"), environment


def test_where_language_names_none_that_the_tool_speaks_the_locale_is_asked() -> None:
    assert language_of({"LANGUAGE": "fr:es", "LANG": "sv_SE.UTF-8"}) == "sv"


@pytest.mark.parametrize("tag", HELP)
def test_help_is_in_the_language_of_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    monkeypatch.setenv("LANG", f"{tag}_XX.UTF-8")

    assert HELP[tag] in run("check", "--help").out


@pytest.mark.parametrize("tag", HELP)
@pytest.mark.parametrize(
    "arguments",
    [
        ("--language", "{}", "check", "--help"),
        ("check", "--language={}", "--help"),
        ("--language={}", "--help"),
    ],
)
def test_what_is_asked_for_goes_before_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, tag: str, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LANGUAGE", "de" if tag == "sv" else "sv")
    outcome = run(*(argument.format(tag) for argument in arguments))

    assert outcome.status == 0
    assert HELP[tag] in outcome.out


def test_the_help_of_check_is_swedish_from_its_first_heading_to_its_last_option(run: Run) -> None:
    shown = " ".join(run("--language", "sv", "check", "--help").out.split())

    for words in (
        "kontrollera webbplatsens kandidat och kataloger, eller det som PATH anger",
        "flaggor:",
        "argument: PATH en byggd webbplats mapp",
        "vad som stänger spärren (förval: blocking)",
        "ta med varje regels utfall för varje sida",
    ):
        assert words in shown


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--language", "sv", "check", "--strange"), "flaggan --strange finns inte"),
        (("--language", "de", "check", "--rule"), "--rule braucht einen Wert"),
        (("--language", "sv", "check", "--fail-on", "x"), "--fail-on kan inte vara 'x'; välj bland"),
        (("--language", "fr", "check"), "--language cannot be 'fr'; there is"),
    ],
)
def test_wrong_arguments_are_answered_in_the_language_asked_for(
    run: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    assert complaint in run(*arguments).complaint


@pytest.mark.parametrize(
    ("tag", "complaint"),
    [
        ("sv", "tolkbar: source/site.toml:1: Filen source/site.toml saknas."),
        ("de", "tolkbar: source/site.toml:1: Die Datei source/site.toml fehlt."),
    ],
)
def test_what_cannot_be_done_is_said_in_the_language_asked_for(
    run: Run, tmp_path: Path, tag: str, complaint: str
) -> None:
    assert run("check", "--site", tmp_path, "--language", tag).complaint.startswith(complaint)


@pytest.mark.parametrize("tag", REPORTS)
def test_a_report_is_in_the_language_asked_for(site: PublishedSite, run: Run, tag: str) -> None:
    site.edit("locales/de/LC_MESSAGES/index.po", 'msgstr "Willkommen"', 'msgstr ""')
    outcome = run("check", "--site", site.root, "--language", tag)

    assert outcome.status == 1
    for line in REPORTS[tag].strip().splitlines():
        assert line in outcome.out


@pytest.mark.parametrize("tag", NOTHING_FOUND)
def test_so_is_a_report_without_findings(site: PublishedSite, run: Run, tag: str) -> None:
    outcome = run("check", "--site", site.root, "--language", tag, "--family", "translations")

    assert outcome.status == 0
    assert outcome.out.rstrip().endswith(NOTHING_FOUND[tag])


def test_a_sentence_that_nobody_has_translated_is_said_in_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    entries = [
        po_entry("The page {page} is fine.", "Sidan {page} är bra."),
        po_entry("The page {page} is bad.", ""),
        po_entry("The page {page} is new.", "Sidan {page} är grön.", flags="fuzzy"),
    ]
    catalog = tmp_path / language.catalog_name("sv")
    catalog.parent.mkdir(parents=True)
    catalog.write_text(po_file("sv", entries), "utf-8")
    monkeypatch.setattr("importlib.resources.files", lambda _package: tmp_path)
    say = translator("sv")

    assert say(msg("The page {page} is fine.", page="x")) == "Sidan x är bra."
    assert say(msg("The page {page} is bad.", page="x")) == "The page x is bad."
    assert say(msg("The page {page} is new.", page="x")) == "The page x is new."
    assert say(msg("The page {page} is unheard of.", page="x")) == "The page x is unheard of."


@pytest.mark.parametrize(
    ("tag", "said"), [("sv", "4,5 gånger"), ("de", "das 4,5-Fache"), ("en", "4.5 times")]
)
def test_decimals_in_messages_are_those_of_the_language(tag: str, said: str) -> None:
    message = msg(
        "The viewport lets the page grow to {scale} times its size only. Remove maximum-scale from it.",
        scale=4.5,
    )

    assert said in translator(tag)(message)
