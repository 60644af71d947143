"""What the rules on catalogs promise together: they can be silenced with a reason, and they are quiet."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import report as forms
from checks import translations
from checks.engine import Engine
from checks.judge import judge
from checks.model import Gate, Outcome, Quality, Severity
from checks.registry import select
from checks.subjects import Catalog, CatalogFile, Inputs, gather, together
from pipeline import po
from pipeline.errors import TolkbarError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.model import Report

HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ROOT = Path(__file__).parents[3]


def report(folder: Path, text: str, rules: Sequence[str] = (), language: str = "de") -> Report:
    path = folder / "x.po"
    path.write_text(HEAD.format(language) + text, encoding="utf-8")
    chosen = select(rules) if rules else translations.RULES
    return judge(Inputs(catalogs=(CatalogFile("x.po", path),)), chosen)


WITHOUT_STOP = 'msgid "Läs mer om projektet."\nmsgstr "Mehr über das Projekt"\n'


def test_a_flag_with_a_reason_silences_one_rule_on_one_entry(tmp_path: Path) -> None:
    flagged = f"# The heading of a card.\n#, no-end-punctuation\n{WITHOUT_STOP}"
    other = WITHOUT_STOP.replace("projektet", "arbetet").replace("Projekt", "Werk")
    (finding,) = report(tmp_path, f"{flagged}\n{other}", ["end-punctuation"]).findings
    assert finding.place.location.line == 11


def test_a_flag_without_a_reason_silences_nothing(tmp_path: Path) -> None:
    found = report(tmp_path, f"#, no-end-punctuation\n{WITHOUT_STOP}", ["end-punctuation", "silence-reason"])
    assert {finding.rule.id for finding in found.findings} == {"end-punctuation", "silence-reason"}


def test_a_flag_silences_no_other_rule(tmp_path: Path) -> None:
    found = report(tmp_path, f"# Why.\n#, no-dashes\n{WITHOUT_STOP}", ["end-punctuation"])
    assert len(found.findings) == 1


def test_every_rule_on_catalogs_has_a_type_of_its_2_0() -> None:
    assert {rule.id for rule in translations.RULES if not isinstance(rule.quality, Quality)} == set()


def test_the_type_stands_beside_each_finding(tmp_path: Path) -> None:
    data = json.loads(forms.json(report(tmp_path, WITHOUT_STOP, ["end-punctuation"]), "0"))
    assert data["findings"][0]["localizationQualityIssueType"] == "typographical"
    assert data["rules"][0]["localizationQualityIssueType"] == "typographical"


def test_a_catalog_of_this_site_is_published() -> None:
    files = sorted((ROOT / "locales").rglob("*.po"))
    catalogs = tuple(CatalogFile(path.name, path, source="sv") for path in files)
    found = judge(Inputs(catalogs=catalogs), translations.RULES)
    assert files
    assert [str(finding.message) for finding in found.findings if finding.severity is Severity.BLOCKING] == []
    assert found.gate is Gate.OPEN


@pytest.mark.parametrize(
    ("header", "given", "msgids", "source"),
    [
        ('"X-Source-Language: fi\\n"\n', "sv", ["Hello there, what is this?"], "fi"),
        ("", "nb", ["Hello there, what is this?"], "nb"),
        ("", "", ["You can read about this on the page."], "en"),
        ("", "", ["Du kan läsa om det på sidan."], "sv"),
        ("", "", ["OK"], "sv"),
    ],
)
def test_the_source_language_is_told_by_header_site_or_text(
    header: str, given: str, msgids: list[str], source: str
) -> None:
    entries = "".join(f'\nmsgid "{msgid}"\nmsgstr ""\n' for msgid in msgids)
    text = HEAD.format("de").rstrip("\n") + "\n" + header + entries
    assert Catalog.read(text.encode(), "x.po", source=given).source == source


def test_english_is_what_a_swedish_catalog_is_translated_from() -> None:
    assert Catalog.read(HEAD.format("sv").encode(), "sv.po").source == "en"


def test_catalogs_of_programs_are_left_in_peace(tmp_path: Path) -> None:
    text = """
msgid "%d of %d files (%.1f%%)"
msgstr "%2$d Dateien, davon %1$d (%3$.1f %%)"

msgid "usage: git add [<options>] [--] <pathspec>..."
msgstr "Verwendung: git add [<Optionen>] [--] <Pfadspezifikation>..."

msgid "{count} items on {server}"
msgstr "{count} Einträge auf {server}"

msgid "no help topics match `%s'"
msgstr "Kein Hilfethema passt zu »%s«"

msgid "Compare FILE1 and FILE2 line by line."
msgstr "DATEI1 und DATEI2 Zeile für Zeile vergleichen."

#, c-format
msgid "%s is 100%% done"
msgstr "%s ist zu 100 %% fertig"
"""
    assert [str(finding.message) for finding in report(tmp_path, text).findings] == []


@pytest.mark.parametrize(("letters", "findings"), [("abcdefghijklmn", 0), ("abc", 3)])
def test_a_habit_is_no_slip(tmp_path: Path, letters: str, findings: int) -> None:
    text = "".join(
        f'msgid "Fältet {n} och beskrivningen"\nmsgstr "Feld {n} und die Beschreibung."\n\n' for n in letters
    )
    assert len(report(tmp_path, text, ["end-punctuation"]).findings) == findings


def test_wrong_quotation_marks_throughout_are_told_once(tmp_path: Path) -> None:
    habit = "".join(f'msgid "Läs ”{n}”."\nmsgstr "Lesen Sie ”{n}”."\n\n' for n in "abcdefghijklmn")
    (finding,) = report(tmp_path, habit, ["quotation-marks"]).findings
    assert "the whole catalog" in str(finding.message)


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 50_000,
        "<" * 50_000,
        "Åa " * 30_000,
        "“" * 50_000,
        "a  " * 30_000,
        "%(" * 30_000,
        "kl. 9 " * 20_000,
    ],
    ids=["numbers", "brackets", "names", "quotes", "spaces", "formats", "times"],
)
def test_hostile_texts_are_judged_to_the_end(tmp_path: Path, text: str) -> None:
    found = report(tmp_path, f'msgid "{text}"\nmsgstr "{text}x"\n')
    assert {outcome.outcome for outcome in found.findings} <= {Outcome.FAILED, Outcome.CANNOT_TELL}


PIECES = [
    *"åÅ0159.,:;-–—%<>/{}()[]\"'”“„‘’@&$§\n\t\u00a0\ufffc\ufffdÃ¤…?!€²٣三",
    "kl. ",
    "<a1>",
    "</a1>",
    "%s",
    "+46 ",
]
PIECES += ["www.", "am ", "Uhr", "och ", "måndag", "två ", "million "]
TEXT = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@given(TEXT, TEXT, st.sampled_from(["sv", "en", "de", "fi", "zh", "ar", "el", "th", "xx", "german", ""]))
def test_any_translation_can_be_judged(msgid: str, msgstr: str, language: str) -> None:
    header = po.Entry("", f"Language: {language}\nContent-Type: text/plain; charset=UTF-8\n")
    written = po.write(po.Catalog("x.po", {}, header, (po.Entry(msgid or "x", msgstr),)))
    catalog = Catalog.read(written.encode(), "x.po")
    engine = Engine(translations.RULES, lambda _: None)
    for subject in (catalog, together(language, [catalog])):
        for result in engine.examine(subject):
            assert all(str(finding.message) for finding in result.findings)


@pytest.mark.parametrize("encoding", ["idna", "zlib", "utf-16", "rot13", "nonsense"])
def test_a_hostile_encoding_of_the_storage_is_survived(tmp_path: Path, encoding: str) -> None:
    note = f"#. its-storage-size: 3\n#. its-storage-encoding: {encoding}\n"
    found = report(tmp_path, f'{note}msgid "x"\nmsgstr "ä\ufffcß{"x" * 99}"\n', ["storage-size"])
    assert len(found.findings) == 1


def test_a_text_too_long_to_be_compared_is_not_called_fine(tmp_path: Path) -> None:
    long = "ord " * 30_000
    found = report(tmp_path, f'msgid "{long}5"\nmsgstr "{long}5"\n', ["values-kept"]).findings
    assert [finding.outcome for finding in found] == [Outcome.CANNOT_TELL]


@pytest.mark.parametrize(
    "expression", ["(" * 500 + "n" + ")" * 500, "n" * 2000, "n/0", "1 << 999999", "__import__('os')"]
)
def test_a_hostile_plural_rule_is_refused_and_not_run(tmp_path: Path, expression: str) -> None:
    text = HEAD.format("de").rstrip("\n") + f'\n"Plural-Forms: nplurals=2; plural={expression};\\n"\n\n'
    path = tmp_path / "x.po"
    path.write_text(text, encoding="utf-8")
    found = judge(Inputs(catalogs=(CatalogFile("x.po", path),)), select(["plural-forms"]))
    assert found.gate is Gate.CLOSED


def test_the_glossary_is_found_beside_the_catalogs(tmp_path: Path) -> None:
    catalog = tmp_path / "locales" / "de" / "LC_MESSAGES" / "x.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text(
        HEAD.format("de") + 'msgid "Våra vänorter"\nmsgstr "Unsere Freunde"\n', encoding="utf-8"
    )
    (tmp_path / "locales" / "glossary.csv").write_text("sv,de\nvänort,Partnerstadt\n", encoding="utf-8")
    (finding,) = judge(gather([tmp_path]), select(["glossary-terms"])).findings
    assert "Partnerstadt" in str(finding.message)


def test_a_damaged_glossary_is_named(tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_bytes(b"sv,de\n\xff,x\n")
    (tmp_path / "x.po").write_text(HEAD.format("de") + WITHOUT_STOP, encoding="utf-8")
    with pytest.raises(TolkbarError, match=r"glossary\.csv"):
        judge(gather([tmp_path]), select(["glossary-terms"]))


def test_a_glossary_without_the_languages_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "glossary.csv").write_text('fi,note\n"a\nb",c\n', encoding="utf-8")
    (tmp_path / "x.po").write_text(HEAD.format("de") + WITHOUT_STOP, encoding="utf-8")
    assert judge(gather([tmp_path]), select(["glossary-terms"])).findings == ()
