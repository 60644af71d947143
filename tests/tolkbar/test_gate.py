"""Every rule of the gate closes it: the fault is planted, found on the line to edit, and not published.

Where the pipeline itself would never make such a page, the fault stands in the site's own template, whose
designer is a person too.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from checks.registry import RULES
from checks.specimens import specimen
from tests.tolkbar.reports import FORMS, asked, places_in_html, places_in_junit, places_in_sarif

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite

    Run = Callable[..., Outcome]

INDEX, CARE = "source/pages/index.md", "source/pages/omsorg/hemtjanst.html"
CONTACT, DOCUMENT = "source/pages/kontakt.md", "source/documents/policy.pdf"
SHELL = "source/templates/page.html"
GERMAN, GERMAN_SHELL, GERMAN_CONTACT = (
    f"locales/de/LC_MESSAGES/{page}.po" for page in ("index", "shell", "kontakt")
)

HORSE, PARTS = (
    '"Ein Pferd"',
    '"Teile der Seite sind auf Schwedisch."',
)  # translations that faults are put into
AT_HORSE, AT_PARTS = 'msgid "En häst"', 'msgid "Delar av'
FIRST = (
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    '#. Title of the page\n#: source/pages/index.md\nmsgid "Start"\nmsgstr "Startseite"\n'
)
HEADER = '"MIME-Version: 1.0\\n"\n'

TITLE = "{{ page.title }} – {{ site.name }}"
TITLE_ELEMENT = (
    f'<title{{% if page.title_language %}} lang="{{{{ page.title_language }}}}"{{% endif %}}>{TITLE}</title>'
)
POLICY = '<a href="{{ page.root }}documents/policy.pdf">'
STATEMENT = "<h1>Tillgänglighetsredogörelse</h1><p>Webbplatsen är förenlig med BITV.</p>"


@dataclass(frozen=True, slots=True)
class Fault:
    """An edit of ``file`` that breaks ``rule``; the line to edit is that of ``marker``."""

    rule: str
    file: str
    old: str
    new: str
    marker: str
    message: str

    def __str__(self) -> str:
        """Return a name for the test."""
        return f"{self.rule} in {self.file.rpartition('/')[2]}: {self.old[:12]} becomes {self.new[:20]}"


FAULTS = (
    Fault("page-title", SHELL, TITLE, "", "<title", "The title of the page is empty."),
    Fault("page-title", SHELL, TITLE_ELEMENT, "", "<html", "The page has no title."),
    Fault("page-language", SHELL, ' lang="{{ page.language }}"', "", "<html", "does not say which language"),
    Fault("page-language-tag", SHELL, "{{ page.language }}", "svenska", "<html", 'has the tag "svenska"'),
    Fault("page-heading", INDEX, "# Välkommen", "## Välkommen", "## Välk", "The page has no main heading."),
    Fault("page-main", SHELL, '<main id="main">', "<div>", "<html", "does not mark its main content."),
    Fault("page-main", CARE, "<p>", "<main></main><p>", "<main>", "This is main element number 2 of 2."),
    Fault(
        "image-alternative",
        INDEX,
        "![En häst](../images/hast.svg)",
        '<p><img src="../images/hast.svg"></p>',
        "<img",
        "The image images/hast.svg has no text alternative.",
    ),
    Fault(
        "image-alternative",
        SHELL,
        "<footer>",
        '<footer><img src="{{ page.root }}images/hast.svg">',
        "<img",
        "images/hast.svg has no text alternative.",
    ),
    Fault(
        "image-file-name", GERMAN, "Ein Pferd", "pferd.svg", 'msgid "En häst"', '"pferd.svg" is a file name.'
    ),
    Fault("link-fragment", INDEX, "(kontakt.md)", "(kontakt.md#nix)", "#nix", 'has the id "nix"'),
    Fault("link-fragment", INDEX, "(kontakt.md)", "(#nix)", "#nix", 'has the id "nix"'),
    Fault("link-fragment", CARE, '"index.md"', '"index.md#nix"', "#nix", 'has the id "nix"'),
    Fault("link-target", SHELL, "<footer>", '<footer><a href="nix.html">x</a>', "nix.html", "leads nowhere"),
    Fault("link-target", SHELL, "style.css", "stil.css", "stil.css", "stil.css leads nowhere"),
    Fault("link-fragment", SHELL, "#main", "#huvud", "#huvud", 'has the id "huvud"'),
    Fault(
        "language-alternates",
        SHELL,
        "href in page.alternates %}",
        'href in page.alternates if page.language != "de" %}',
        'hreflang="x-default"',
        "and this page does not announce it. Name it here",
    ),
    Fault(
        "language-alternates",
        SHELL,
        'hreflang="{{ language }}" href="{{ href }}">\n  {%- endfor %}\n  <link',
        'hreflang="fi" href="{{ href }}">\n  {%- endfor %}\n  <link',
        'hreflang="fi"',
        'announced as "fi"',
    ),
    Fault(
        "language-alternates-complete",
        SHELL,
        'hreflang="x-default"',
        'hreflang="sv"',
        '<link rel="alternate" hreflang="{{',
        "The page announces no default.",
    ),
    Fault(
        "catalog-complete", GERMAN, '"Willkommen"', '""', 'msgid "Välk', '"Välkommen" is not translated yet.'
    ),
    Fault("catalog-complete", GERMAN_SHELL, '"Sprachen"', '""', 'msgid "Språk"', '"Språk" is not translated'),
    Fault(
        "catalog-complete",
        GERMAN,
        'msgid "Välkommen"',
        '#, fuzzy\nmsgid "Välkommen"',
        'msgid "Välk',
        'The translation of "Välkommen" is marked fuzzy.',
    ),
    Fault("values-kept", GERMAN, HORSE, '"Ein Pferd, 3 Jahre"', AT_HORSE, "does not say 3."),
    Fault("addresses-kept", GERMAN, HORSE, '"Ein Pferd: stad@lillkoping.se"', AT_HORSE, "stad@lillkoping.se"),
    Fault(
        "names-kept", GERMAN_SHELL, "Stadt Lillk\u00f6", "Stadt Lillko", 'msgid "Lillköpings st', "Lillkoping"
    ),
    Fault(
        "same-as-source", GERMAN_SHELL, PARTS, '"Delar av sidan är på svenska."', AT_PARTS, "the source text"
    ),
    Fault(
        "target-language", GERMAN_SHELL, PARTS, '"Parts of the page are in Swedish."', AT_PARTS, "is in en"
    ),
    Fault("source-words", GERMAN_SHELL, "sind auf", "sind på", AT_PARTS, 'The word "på"'),
    Fault("corrupt-characters", GERMAN, "über <", "Ã¼ber <", 'msgid "Läs om', "U+00C3"),
    Fault("storage-size", GERMAN, AT_HORSE, f"#, max-length:8\n{AT_HORSE}", AT_HORSE, "has 9 letters"),
    Fault("catalog-language", GERMAN, "Language: de", "Language: en", 'msgid ""', "The header says en"),
    Fault(
        "plural-forms",
        GERMAN,
        HEADER,
        f'{HEADER}"Plural-Forms: nplurals=1; plural=0;\\n"\n',
        'msgid ""',
        "nplurals=1",
    ),
    Fault("placeholders", GERMAN, "<a2>rufen Sie an</a2>", "Sie", 'msgid "Läs om', "<a2> is missing"),
    Fault(
        "document-label",
        SHELL,
        "<footer>",
        f"<footer>{POLICY}Policy (pdf, 9 MB)</a>",
        POLICY,
        "9 MB",
    ),
    Fault("link-local", INDEX, "(kontakt.md)", "(http://localhost:8000/)", "localhost", "do not reach"),
    Fault("phone-editions", GERMAN, HORSE, '"Pferd, Telefon +46 21 39 26 63"', AT_HORSE, "+46 21 39 26 63"),
    Fault("email-link", SHELL, "<footer>", '<footer><a href="mailto: a@b.se">x</a>', "mailto:", "a@b.se"),
    Fault("filler-text", INDEX, "Läs om", "TODO: Läs om", "TODO", "TODO only fills the space."),
    Fault("leftover-template", CARE, "<p>", "<p>[datum]</p><p>", "[datum]", "is left over from a template."),
    Fault(
        "phone-number", CONTACT, "# Kontakta oss", "# Oss\n\nRing 021-39 26 3", "Ring", "is a digit missing"
    ),
    Fault("statement-law", CARE, "<h1>Hjälp hemma</h1>", STATEMENT, "<h1>", "another country: BITV."),
)

ADVISORY = (
    Fault(
        "header-boilerplate",
        GERMAN,
        f"{HEADER}{FIRST}",
        f'{HEADER}"Language-Team: LANGUAGE <LL@li.org>\\n"\n{FIRST.replace("Startseite", "Beginn")}',
        "",
        "Language-Team is still",
    ),
    Fault(
        "silence-reason",
        GERMAN,
        f"{AT_HORSE}\nmsgstr {HORSE}",
        f'#, no-dashes\n{AT_HORSE}\nmsgstr "Ein Ross"',
        "",
        "has no effect without a reason",
    ),
    Fault("doubled-words", GERMAN, HORSE, '"Ein kleines kleines Pferd"', "", '"kleines" stands twice'),
    Fault("edge-whitespace", GERMAN, HORSE, '"Ein Pferd "', "", "ends with other spaces"),
    Fault("end-punctuation", GERMAN, HORSE, '"Ein Pferd!"', "", 'does not end with "!"'),
    Fault("capitalisation", GERMAN, HORSE, '"ein Pferd"', "", "begins with a capital"),
    Fault("quotation-marks", GERMAN, HORSE, '"Ein ”Pferd”"', "", "is no quotation mark"),
    Fault("dashes", GERMAN, HORSE, '"Ein Pferd — ja"', "", "The long dash"),
    Fault("unreferenced-file", INDEX, "![En häst](../images/hast.svg)", "", "", "No page refers to"),
    Fault("document-label-missing", SHELL, "<footer>", f"<footer>{POLICY}Policy</a>", POLICY, "policy.pdf"),
    Fault("download-language", SHELL, "<footer>", f"<footer>{POLICY}Policy (pdf)</a>", POLICY, 'in "sv"'),
)


# The site has no text that they are about: no number, no glossary, no text on two pages, no word often.
ELSEWHERE = {
    "allowed-characters",
    "glossary-terms",
    "inconsistent-translation",
    "number-format",
    "shared-translation",
    "spelling",
}


def findings(report: str, rule: str) -> list[dict[str, Any]]:
    """Return what a JSON report says of one rule."""
    return [finding for finding in json.loads(report)["findings"] if finding["rule"] == rule]


def test_every_rule_on_catalogs_is_seen_closing_the_gate() -> None:
    planted = {fault.rule for fault in (*FAULTS, *ADVISORY)} | ELSEWHERE
    known = {rule.id: rule.family for rule in RULES}
    unseen = known.keys() - planted

    assert planted <= known.keys()
    assert "translations" not in {known[rule] for rule in unseen}  # the others' failed examples close it


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_closes_the_gate_and_every_report_names_the_line_to_edit(
    site: PublishedSite, run: Run, tmp_path: Path, fault: Fault
) -> None:
    before = site.published()
    site.edit(fault.file, fault.old, fault.new)
    outcome = run("publish", "--site", site.root, *asked(tmp_path))
    json_, html, sarif, junit = ((tmp_path / form).read_text("utf-8") for form in FORMS)

    assert outcome.status == 1
    assert site.published() == before
    assert "Nothing was published: the gate is closed." in outcome.err
    assert json.loads(json_)["gate"] == "closed"
    path, line = place = fault.file, site.line(fault.file, fault.marker)
    assert f"{path}\n" in outcome.out
    assert f"\n  {line}: " in outcome.out
    found = findings(json_, fault.rule)
    assert found
    for finding in found:
        assert fault.message in finding["message"]
        assert finding["severity"] == "blocking"
        kind = "catalog" if path.startswith("locales/") else "source"
        assert finding["trace"][kind] == {"path": path, "line": line}
    assert place in places_in_html(html, fault.rule)
    assert place in places_in_sarif(sarif, fault.rule)
    assert place in places_in_junit(junit, fault.rule)


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("pdf-tags", "catalog /StructTreeRoot null"),
        ("pdf-permissions", "encrypt -1852"),
        ("pdf-javascript", "catalog /OpenAction << /S /JavaScript /JS (x) >>"),
    ],
)
def test_a_fault_of_a_document_is_named_in_every_report_by_the_file_to_export_anew(
    site: PublishedSite, run: Run, tmp_path: Path, rule: str, change: str
) -> None:
    site.write(DOCUMENT, specimen(change))
    outcome = run("publish", "--site", site.root, *asked(tmp_path))
    _, html, sarif, junit = ((tmp_path / form).read_text("utf-8") for form in FORMS)

    assert outcome.status == 1
    assert f"{DOCUMENT}\n" in outcome.out
    assert (DOCUMENT, 1) in places_in_html(html, rule)
    assert (DOCUMENT, 1) in places_in_sarif(sarif, rule)
    assert (DOCUMENT, 1) in places_in_junit(junit, rule)


@pytest.mark.parametrize("fault", ADVISORY, ids=str)
def test_an_advisory_fault_is_reported_and_closes_the_gate_only_when_asked_to(
    site: PublishedSite, run: Run, fault: Fault
) -> None:
    before = site.published()
    site.edit(fault.file, fault.old, fault.new)
    closed = run("publish", "--site", site.root, "--fail-on", "advisory")

    assert closed.status == 1
    assert site.published() == before

    published = run("publish", "--site", site.root)
    assert published.status == 0
    assert site.published() != before
    for outcome in (closed, published):
        assert f"[{fault.rule}, advisory]" in outcome.out
        assert fault.message in outcome.out


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_against_all_advice_a_fault_is_published_and_still_reported(
    site: PublishedSite, run: Run, fault: Fault
) -> None:
    before = site.published()
    site.edit(fault.file, fault.old, fault.new)

    dry = run("publish", "--site", site.root, "--fail-on", "never", "--dry-run", "--format", "json")
    assert dry.status == 0
    assert "would be published" in dry.err
    assert site.published() == before

    outcome = run("publish", "--site", site.root, "--fail-on", "never", "--format", "json")
    assert outcome.status == 0
    assert json.loads(outcome.out)["gate"] == "open"
    assert findings(outcome.out, fault.rule)
    assert outcome.out == dry.out
    assert site.published() == site.files()


def test_a_dry_run_closes_the_gate_as_a_run_does(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(INDEX, "(kontakt.md)", "(kontakt.md#nix)")
    dry, run_ = (run("publish", "--site", site.root, *more) for more in (["--dry-run"], []))

    assert (dry.status, dry.out, dry.err.splitlines()[-1]) == (1, run_.out, run_.err.splitlines()[-1])
    assert site.published() == before


# catalogs, by the policy of their language


@pytest.mark.parametrize(
    ("policy", "status"), [("block", 1), ("fallback", 0), ("omit", 0)], ids=["block", "fallback", "omit"]
)
@pytest.mark.parametrize("typed", ['""', '"Willkommen"'], ids=["untranslated", "fuzzy"])
def test_the_policy_of_a_language_says_whether_a_catalog_may_be_incomplete(
    site: PublishedSite, run: Run, policy: str, status: int, typed: str
) -> None:
    before = site.published()
    site.edit("source/site.toml", "[languages.de]", f'[languages.de]\npolicy = "{policy}"')
    flag = "#, fuzzy\n" if typed != '""' else ""
    site.edit(GERMAN, 'msgid "Välkommen"\nmsgstr "Willkommen"', f'{flag}msgid "Välkommen"\nmsgstr {typed}')
    outcome = run("publish", "--site", site.root, "--format", "json")

    assert outcome.status == status
    assert bool(findings(outcome.out, "catalog-complete")) == bool(status)
    if status:
        assert site.published() == before
    elif policy == "omit":
        assert "de/index.html" not in site.published()
    else:
        assert '<h1 lang="sv">Välkommen</h1>' in site.read("output/de/index.html")
    assert all(
        b"Willkommen" not in content for name, content in site.files().items() if name.startswith("de/")
    )


@pytest.mark.parametrize("policy", ["block", "fallback", "omit"])
def test_the_texts_of_the_page_shell_must_be_translated_whatever_the_policy(
    site: PublishedSite, run: Run, policy: str
) -> None:
    site.edit("source/site.toml", "[languages.de]", f'[languages.de]\npolicy = "{policy}"')
    site.edit(GERMAN_SHELL, '"Sprachen"', '""')
    outcome = run("publish", "--site", site.root, "--format", "json")

    assert outcome.status == 1
    (finding,) = findings(outcome.out, "catalog-complete")
    assert (finding["path"], finding["line"]) == (GERMAN_SHELL, site.line(GERMAN_SHELL, 'msgid "Språk"'))
