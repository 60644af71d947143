"""Whatever people type wrong: one clear line that names the place and the remedy, and nothing lost.

A fault of the source or a damaged catalog stops the run (exit 2); a fault of a translation closes the
gate (exit 1).  Either way, what was published and what translators wrote stay as they are, byte for byte.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from tests.support import pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

INDEX, CARE = "source/pages/index.md", "source/pages/omsorg/hemtjanst.html"
SITE, CONTACTS = "source/site.toml", "source/contacts.toml"
DOCUMENTS, POLICY = "source/documents/documents.toml", "source/documents/policy.pdf"
GERMAN, GERMAN_CARE = (f"locales/de/LC_MESSAGES/{page}.po" for page in ("index", "omsorg/hemtjanst"))
IMAGE = "source/images/hast.svg"
SENTENCE = "Lesen Sie über <a1>unsere Pflege</a1> oder <a2>rufen Sie an</a2>."
COMMANDS = ("extract", "build", "check", "publish")


def refusal(site: PublishedSite, run: Run, command: str = "publish") -> str:
    """Return why a run stopped; it has changed neither a catalog nor what is published."""
    before = site.kept()
    complaint = run(command, "--site", site.root).complaint.removeprefix("tolkbar: ")
    assert site.kept() == before
    return complaint


# the source


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (
            (INDEX, 'title = "Start"', "title = Start"),
            ":2: The value is missing or no TOML; put text in straight",
        ),
        ((INDEX, '"Start"', '"Start'), ":2: "),
        ((INDEX, "+++\n\n#", "\n#"), ":1: The front matter is not closed; write +++ on a line of its own"),
        ((INDEX, "+++\n", ""), ":1: The page has no front matter; begin it with a line +++"),
        ((INDEX, "+++\n", "---\n"), ":1: Front matter between --- lines is YAML; write +++ instead"),
        ((INDEX, "title =", "titel ="), ':2: The key "titel" is unknown in index.md; did you mean "title"?'),
        ((INDEX, 'title = "Start"\n', ""), ':2: The key "title" is missing in index.md; add'),
        ((INDEX, '"Start"', "5"), ":2: "),
        ((INDEX, "2026-11-23", '"i november"'), ":4: "),
        ((SITE, "[languages.de]", "[languages.tyska]"), ':15: "tyska" is no language tag; write one, as in'),
        ((SITE, "[languages.de]", "[languages.zz]"), ':15: "zz" is no language tag; write one, as in'),
        ((SITE, 'language = "sv"', 'language = "svenska"'), ':3: "svenska" is no language tag; write one'),
        ((SITE, "en_GB", "en_XX"), ':13: "en_XX" is no CLDR locale; write one, as in locale = "en_GB".'),
        (
            (CONTACTS, 'telephone = "021-39 26 36"\n', ""),
            ':1: The key "telephone" is missing in [charlotta]; add',
        ),
        ((CONTACTS, "021-39 26 36", ""), ":5: "),
        ((CONTACTS, "021-39 26 36", "ring mig"), ':5: "ring mig" is no telephone number; write area code'),
        ((CONTACTS, "021-39 26 36", "21-39 26 3"), ":5: "),
    ],
)
def test_faulty_data_stops_with_its_line_and_what_to_write(
    site: PublishedSite, run: Run, fault: tuple[str, str, str], complaint: str
) -> None:
    site.edit(*fault)

    assert refusal(site, run).startswith(f"{fault[0]}{complaint}")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "fault", [(INDEX, "+++\n", ""), (CONTACTS, "telephone", "phone"), (GERMAN, "msgid", "id")]
)
def test_no_command_works_on_with_a_fault(
    site: PublishedSite, run: Run, command: str, fault: tuple[str, str, str]
) -> None:
    site.edit(*fault)

    assert refusal(site, run, command).startswith(f"{fault[0]}:")


def test_a_missing_image_on_a_new_page_stops_with_its_line(site: PublishedSite, run: Run) -> None:
    site.page("ny.md", "# Ny\n\n![En ko](../images/ko.svg)\n")

    assert refusal(site, run) == (
        "source/pages/ny.md:7: There is no file source/images/ko.svg. Put it there or mend the address."
    )


def test_an_image_that_disappears_from_an_unchanged_page_closes_the_gate(
    site: PublishedSite, run: Run
) -> None:
    (site.root / IMAGE).unlink()
    before = site.kept()
    outcome = run("publish", "--site", site.root, "--format", "json")

    assert outcome.status == 1
    assert site.kept() == before
    place = {"path": INDEX, "line": site.line(INDEX, "hast.svg")}
    findings = failed(outcome)
    assert {finding["path"] for finding in findings} == {"sv/index.html", "en/index.html", "de/index.html"}
    assert all(finding["trace"]["source"] == place for finding in findings)
    assert all("images/hast.svg" in finding["message"] for finding in findings)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is no PDF; export it as PDF again."),
        (b"<!DOCTYPE html><title>404</title>", "is no PDF; export it as PDF again."),
        (b"PK\3\4" + bytes(500), "is no PDF; export it as PDF again."),
        (pdf(5000)[:3000], "is a PDF without its end; copy or export it again."),
        (b"%PDF-1.7\nstartxref\n5\n%%EOF", "is a damaged PDF; export it again."),
    ],
    ids=["empty", "a web page", "a Word document", "half", "hollow"],
)
def test_a_pdf_that_is_none_is_named_where_its_record_names_it(
    site: PublishedSite, run: Run, content: bytes, complaint: str
) -> None:
    site.write(POLICY, content)

    line = site.line(DOCUMENTS, "policy.pdf")
    assert refusal(site, run) == f"{DOCUMENTS}:{line}: {POLICY} {complaint}"


# catalogs


def conflict(text: str) -> str:
    """Return a catalog as git leaves it when two have translated the same."""
    sides = '<<<<<<< HEAD\nmsgstr "Willkommen"\n=======\nmsgstr "Herzlich willkommen"\n>>>>>>> other'
    return text.replace('msgstr "Willkommen"', sides)


@pytest.mark.parametrize(
    ("damage", "marker", "complaint"),
    [
        (conflict, "<<<<<<<", "A merge conflict was left here; choose one side and remove the marker lines."),
        (
            lambda text: text + '\nmsgid "Start"\nmsgstr "Beginn"\n',
            'msgstr "Beginn"',
            'The message "Start" is defined here and on line 10; remove one of the two.',
        ),
        (
            lambda text: text.replace("charset=UTF-8", "charset=ISO-8859-1"),
            "charset",
            "The header says charset=iso-8859-1; save the file as UTF-8 and say so there.",
        ),
        (
            lambda text: text.replace('"Ein Pferd"', '"Ein Pferd'),
            "Ein Pferd",
            "The string does not end; close it with a quotation mark on the same line.",
        ),
        (lambda text: text.replace('msgid "Start"', 'msgid "Start"\nmsgid "Start"'), "msgid_", ""),
    ],
    ids=["conflict", "duplicate", "charset", "cut", "twice msgid"],
)
def test_a_damaged_catalog_stops_with_its_line_and_is_not_rewritten(
    site: PublishedSite, run: Run, damage: Callable[[str], str], marker: str, complaint: str
) -> None:
    site.write(GERMAN, damage(site.read(GERMAN)))
    said = refusal(site, run)

    assert re.match(rf"{re.escape(GERMAN)}:\d+: ", said)
    if complaint:
        line = site.line(GERMAN, marker) - (
            marker == 'msgstr "Beginn"'
        )  # an entry stands where its msgid does
        assert said == f"{GERMAN}:{line}: {complaint}"


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_a_catalog_in_another_encoding_is_not_rewritten(site: PublishedSite, run: Run, encoding: str) -> None:
    site.write(GERMAN, site.read(GERMAN).encode(encoding))

    said = refusal(site, run)
    assert said.startswith(f"{GERMAN}:")
    assert "UTF-8" in said


@pytest.mark.parametrize("content", ["", "Liebe Grüße\n", "\0" * 40], ids=["empty", "a letter", "zeros"])
def test_a_file_that_is_no_catalog_is_left_alone(site: PublishedSite, run: Run, content: str) -> None:
    site.write(GERMAN, content)

    assert refusal(site, run).startswith(f"{GERMAN}:1: ")


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("source/pages/kontakt.md", lambda text: text.replace("+++", "", 1)),
        (GERMAN, conflict),
        ("locales/en/LC_MESSAGES/kontakt.po", lambda text: text + '"'),
        ("source/templates/contact.html", lambda text: text + "{% if %}"),
    ],
    ids=["page", "catalog", "other catalog", "template"],
)
def test_one_fault_leaves_all_catalogs_as_they_are_though_the_source_has_changed(
    site: PublishedSite, run: Run, name: str, damage: Callable[[str], str]
) -> None:
    site.edit(INDEX, "# Välkommen", "# Välkommen\n\nNu med bibliotek.")
    site.edit("source/pages/omsorg/index.md", "# Omsorg", "# All omsorg")
    site.write(name, damage(site.read(name)))

    assert refusal(site, run, "extract").startswith(f"{name}:")


def test_a_catalog_that_cannot_be_read_is_not_taken_for_an_empty_one(site: PublishedSite, run: Run) -> None:
    (site.root / GERMAN).unlink()
    (site.root / GERMAN / "index.po").mkdir(parents=True)

    assert refusal(site, run).startswith(f"{GERMAN}:1: It cannot be read: ")


@pytest.mark.parametrize("folder", ["locales", "locales/de", "locales/de/LC_MESSAGES/omsorg"])
def test_a_file_in_place_of_a_folder_of_catalogs_is_named(site: PublishedSite, run: Run, folder: str) -> None:
    shutil.rmtree(site.root / folder)
    site.write(folder, "")

    said = refusal(site, run)
    assert said.startswith(folder)
    assert "It cannot be read: Not a directory." in said


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize("control", ["\x1b]0;owned\x07\x1b[2J", "\x9b2J", "\x7f\x08"])
def test_no_file_gives_orders_to_the_terminal(site: PublishedSite, run: Run, form: str, control: str) -> None:
    catalog = site.read(GERMAN)
    site.edit(GERMAN, SENTENCE, f"{SENTENCE} <b{control}>")
    reported = run("publish", "--site", site.root, "--format", form)
    site.write(GERMAN, catalog + f'\nmsgid "{control}"\nmsgstr ""\n' * 2)
    refused = run("publish", "--site", site.root, "--format", form)

    assert (reported.status, refused.status) == (1, 2)
    for text in (reported.out, reported.err, refused.out, refused.err):
        assert not set(text) & set(control) - set("]0;owned[2J")


# translations

HOSTILE = {
    "script": SENTENCE.replace(" oder", " oder<script>alert()</script>"),
    "script in a placeholder": SENTENCE.replace("unsere Pflege", "<script>alert()</script>"),
    "address": SENTENCE.replace("<a1>", '<a1 href="javascript:alert(1)">'),
    "event handler": SENTENCE.replace("<a2>", "<a2 onclick='alert(1)'>"),
    "picture": f"{SENTENCE}<img src=x onerror=alert(1)>",
    "unknown": f"{SENTENCE} <a3>Mehr</a3>.",
    "element": f"<strong>{SENTENCE}</strong>",
    "missing": "Lesen Sie über unsere Pflege oder <a2>rufen Sie an</a2>.",
    "all missing": "Lesen Sie.",
    "doubled": f"{SENTENCE} <a1>Mehr</a1>.",
    "badly nested": "Lesen Sie über <a1>unsere <a2>Pflege</a1> oder rufen Sie an</a2>.",
    "inside another": "Lesen Sie über <a1>unsere Pflege oder <a2>rufen Sie an</a2></a1>.",
    "not closed": SENTENCE.replace("</a2>", ""),
    "not opened": SENTENCE.replace("<a1>", ""),
    "as empty": SENTENCE.replace("<a1>unsere Pflege</a1>", "<a1/>"),
}
"""What a translator may have typed in place of ``SENTENCE``."""


def failed(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the findings of a JSON report that are more than questions for a person."""
    return [one for one in json.loads(outcome.out)["findings"] if one["outcome"] == "failed"]


def only_finding(site: PublishedSite, run: Run) -> dict[str, object]:
    """Return the one finding that closes the gate; text and JSON name it, nothing has changed."""
    before = site.kept()
    text, report = (run("publish", "--site", site.root, "--format", form) for form in ("text", "json"))
    assert (text.status, report.status) == (1, 1)
    assert "Nothing was published: the gate is closed." in report.err
    assert site.kept() == before
    findings = failed(report)
    assert len(findings) == 1
    finding = findings[0]
    assert text.out.startswith(f"{finding['path']}\n  {finding['line']}: {finding['message']} [")
    return finding


@pytest.mark.parametrize("typed", HOSTILE.values(), ids=HOSTILE)
def test_a_faulty_translation_closes_the_gate_with_its_line_in_the_catalog(
    site: PublishedSite, run: Run, typed: str
) -> None:
    site.edit(GERMAN, SENTENCE, typed.replace('"', '\\"'))
    finding = only_finding(site, run)

    assert finding["rule"] == "placeholders"
    assert finding["severity"] == "blocking"
    line = site.line(GERMAN, 'msgid "Läs om <a1>')
    assert (finding["path"], finding["line"]) == (GERMAN, line)
    assert finding["trace"]["catalog"] == {"path": GERMAN, "line": line}  # type: ignore[index]
    assert finding["trace"]["source"]["path"] == INDEX  # type: ignore[index]


BREAKING_OUT = (
    '"><img src=x onerror=alert(1)>',
    "'><img src=x onerror=alert(1)>",
    '" onerror="alert(1)',
    "' onload='alert(1)' x='",
    "</title></head><script>alert(1)</script>",
    "&quot;><svg onload=alert(1)>",
    "--><script>alert(1)</script>",
    "{{ 7 * 7 }}{% include 'page.html' %}",
    "\\u003cscript>alert(1)</script>",
)
WORDS = {
    "alternative text": "Ein Pferd",
    "title": "Startseite",
    "description": "Alles über die Stadt.",
    "heading": "Willkommen",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("typed", BREAKING_OUT)
def test_no_translation_becomes_markup_even_if_published_against_all_advice(
    site: PublishedSite, run: Run, words: str, typed: str
) -> None:
    site.edit(GERMAN, f'"{words}"', f'"{words} {po_text(typed)}"')
    wanted = site.published().keys()

    assert run("publish", "--site", site.root, "--fail-on", "never").status == 0
    assert site.published().keys() == wanted
    for name in wanted:
        if name.endswith(".html"):
            assert harmless(site.read(f"output/{name}"))


@pytest.mark.parametrize("name", ["Strateg", "Omsorg", "Telefon", "Lillköpings stad"])
def test_no_text_of_the_page_shell_becomes_markup_or_ends_the_data_for_machines(
    site: PublishedSite, run: Run, name: str
) -> None:
    catalog = "locales/de/LC_MESSAGES/shell.po"
    before = re.search(rf'msgid "{name}"\nmsgstr "(.*)"', site.read(catalog))
    assert before
    for typed in ("</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', '","x":"', "49"):
        site.edit(catalog, before[0], f'msgid "{name}"\nmsgstr "{po_text(typed)}"')
        assert run("publish", "--site", site.root, "--fail-on", "never").status == 0
        site.edit(catalog, f'msgid "{name}"\nmsgstr "{po_text(typed)}"', before[0])
        assert harmless(site.read("output/de/kontakt.html"))


def po_text(text: str) -> str:
    """Return ``text`` as it stands between the quotation marks of a PO file."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def harmless(html: str) -> bool:
    """Tell whether a page runs nothing and embeds nothing but its own picture."""
    page = BeautifulSoup(html, "html.parser")
    for script in page.find_all("script"):
        assert script["type"] == "application/ld+json"
        assert json.loads(script.string or "")["@context"] == "https://schema.org"
    for element in page.find_all():
        assert not any(name.startswith("on") for name in element.attrs), element
        assert not str(element.get("href", "")).startswith("javascript:")
    assert {image["src"] for image in page.find_all("img")} <= {"images/hast.svg"}
    assert page.find_all("svg") == []
    assert len(page.find_all("main")) == 1
    return True


# paths


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        (
            (SITE, '"kontakt"]\nfooter', '"../kontakt"]\nfooter'),
            ':4: "../kontakt" is no page; write its path below',
        ),
        (
            (SITE, 'footer = ["kontakt"]', 'footer = ["/kontakt"]'),
            ':5: "/kontakt" is no page; write its path below',
        ),
        (
            (INDEX, "(kontakt.md)", "(../../kontakt.md)"),
            ":9: ../../kontakt.md leads out of source/. Link to a file in",
        ),
        (
            (INDEX, "(kontakt.md)", "(../../../../../../etc/passwd)"),
            ":9: ../../../../../../etc/passwd leads out",
        ),
        ((INDEX, "(kontakt.md)", "(%2e%2e/%2e%2e/kontakt.md)"), ":9: "),
        ((INDEX, "(kontakt.md)", "(../site.toml)"), ":9: There is no file source/site.toml."),
        ((INDEX, "(kontakt.md)", "(omsorg/../../pages/../../output/sv/index.html)"), ":9: "),
        (
            (INDEX, "../images/hast.svg", "../../images/hast.svg"),
            ":11: ../../images/hast.svg leads out of source/.",
        ),
        ((INDEX, "../images/hast.svg", "../images/../../locales/de.svg"), ":11: "),
        (
            (CARE, '"hjalp-hemma"', '"../hjalp-hemma"'),
            ':3: "../hjalp-hemma" is no slug; write a-z, 0-9 and single',
        ),
        ((CARE, '"hjalp-hemma"', '".."'), ':3: ".." is no slug; write a-z, 0-9 and single'),
        ((CARE, '"hjalp-hemma"', '"hjalp/hemma"'), ':3: "hjalp/hemma" is no slug; write a-z, 0-9 and single'),
        (
            (DOCUMENTS, '"policy.pdf"', '"../policy.pdf"'),
            ':2: "../policy.pdf" is no path inside source/documents; write',
        ),
        (
            (DOCUMENTS, '"policy.pdf"', '"/etc/passwd"'),
            ':2: "/etc/passwd" is no path inside source/documents; write',
        ),
    ],
)
def test_no_name_of_a_page_or_file_leads_out_of_its_folder(
    site: PublishedSite, run: Run, fault: tuple[str, str, str], complaint: str
) -> None:
    site.edit(*fault)

    assert refusal(site, run).startswith(f"{fault[0]}{complaint}")


@pytest.mark.parametrize(
    "slug", ["../../hilfe", "..", "/hilfe", "hilfe/zu", "C:hilfe", "hilfe\\n", "%2e%2e", "Hilfe"]
)
def test_no_translated_slug_leads_out_of_its_folder(site: PublishedSite, run: Run, slug: str) -> None:
    site.edit(GERMAN_CARE, '"hilfe-zu-hause"', f'"{slug}"')

    line = site.line(GERMAN_CARE, 'msgid "hjalp-hemma"')
    said = refusal(site, run)
    assert said.startswith(f"{GERMAN_CARE}:{line}: ")
    assert said.endswith("makes no address. Use a–z, 0–9 and single hyphens.")


def test_two_pages_cannot_have_one_translated_address(site: PublishedSite, run: Run) -> None:
    site.page("omsorg/barn.md", "# Barn\n", title="Barn")
    assert run("extract", "--site", site.root).status == 0
    for language, slug in (("en", "help-at-home"), ("de", "hilfe-zu-hause")):
        catalog = f"locales/{language}/LC_MESSAGES/omsorg/barn.po"
        site.edit(catalog, 'msgid "barn"\nmsgstr ""', f'msgid "barn"\nmsgstr "{slug}"')

    assert "is the address of omsorg/" in refusal(site, run)


# links


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a folder that is none of the site's business."""
    folder = tmp_path / "foreign"
    (folder / "source").mkdir(parents=True)
    (folder / "hemlig.md").write_text('+++\ntitle = "Hemlig"\n+++\n\n# Hemlig\n', "utf-8")
    (folder / "hemlig.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (folder / "hemlig.toml").write_text("", "utf-8")
    (folder / "hemlig.pdf").write_bytes(pdf())
    return folder


def link(site: PublishedSite, name: str, target: Path | str) -> None:
    """Put a link in place of the file or folder ``name``."""
    path = site.root / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("source/pages/hemlig.md", "hemlig.md"),
        (INDEX, "hemlig.md"),
        ("source/pages/omsorg", ""),
        ("source/pages", ""),
        (IMAGE, "hemlig.svg"),
        ("source/images/ny.svg", "hemlig.svg"),
        ("source/images", ""),
        ("source/images/mapp", ""),
        ("source/assets/style.css", "hemlig.md"),
        ("source/assets", ""),
        ("source/templates/page.html", "hemlig.md"),
        ("source/templates", ""),
        (POLICY, "hemlig.pdf"),
        ("source/documents", ""),
        (SITE, "hemlig.toml"),
        (CONTACTS, "hemlig.toml"),
        (DOCUMENTS, "hemlig.toml"),
    ],
)
def test_nothing_behind_a_link_out_of_source_is_published(
    site: PublishedSite, run: Run, foreign: Path, name: str, target: str
) -> None:
    link(site, name, foreign / target)
    said = refusal(site, run)

    place = DOCUMENTS if name in {POLICY, "source/documents"} else name
    assert said.startswith(f"{place}:")
    assert "out of source/" in said or name == "source/documents"
    assert b"Hemlig" not in b"".join(site.files().values())


@pytest.mark.parametrize(
    "name",
    [
        "source/pages/a.md",
        INDEX,
        IMAGE,
        "source/assets/style.css",
        "source/templates/page.html",
        "source/templates/contact.html",
        POLICY,
        SITE,
        CONTACTS,
        DOCUMENTS,
    ],
)
@pytest.mark.parametrize("circle", [True, False], ids=["circle", "nowhere"])
def test_a_link_that_leads_nowhere_is_named(
    site: PublishedSite, run: Run, name: str, *, circle: bool
) -> None:
    link(site, name, (site.root / name).name if circle else "nowhere")

    place = f"{DOCUMENTS}:{site.line(DOCUMENTS, 'policy.pdf')}: " if name == POLICY else f"{name}:1: "
    assert refusal(site, run).startswith(place)


@pytest.mark.parametrize("folder", ["source", "source/pages", "source/templates", "source/documents"])
def test_a_folder_that_is_a_link_to_itself_is_one_line(site: PublishedSite, run: Run, folder: str) -> None:
    name = (site.root / folder).name
    link(site, folder, name)

    assert refusal(site, run).startswith("source/")


def test_a_link_up_is_no_endless_road(site: PublishedSite, run: Run) -> None:
    for folder in ("pages", "images", "assets", "templates"):
        (site.root / "source" / folder / "upp").symlink_to(".")
        (site.root / "source" / folder / "hem").symlink_to("..")
    before = site.kept()

    assert run("publish", "--site", site.root).status == 0
    assert site.kept() == before
