"""A fault of the source stops a run (exit 2) with one line that names place and remedy; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support import pdf
from tests.tolkbar.faults import CONTACTS, DOCUMENTS, GERMAN, IMAGE, INDEX, POLICY, SITE, failed, refusal

if TYPE_CHECKING:
    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


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


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
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
    ],
    ids=["empty", "a web page", "a Word document", "half"],
)
def test_a_pdf_that_is_none_is_named_where_its_record_names_it(
    site: PublishedSite, run: Run, content: bytes, complaint: str
) -> None:
    site.write(POLICY, content)

    line = site.line(DOCUMENTS, "policy.pdf")
    assert refusal(site, run) == f"{DOCUMENTS}:{line}: {POLICY} {complaint}"
