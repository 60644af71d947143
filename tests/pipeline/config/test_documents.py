"""documents.toml: what a record gives, and what it says of records and PDFs that are not in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.config import load_documents
from pipeline.errors import ConfigError
from pipeline.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pipeline.config.conftest import SourceFolder

FILE = "source/documents/documents.toml"
PDF = "source/documents/policy.pdf"


def test_documents_are_read_and_measured(site: SourceFolder) -> None:
    documents = load_documents(site.root)
    assert list(documents) == ["policy", "policy-en"]

    edition = documents["policy-en"]
    assert edition.path == site.root / "source/documents/engelska/policy-en.pdf"
    assert edition.path.is_absolute()
    assert edition.file == "engelska/policy-en.pdf"
    assert (edition.title, edition.language) == ("Policy for international work", "en")
    assert (edition.edition_of, documents["policy"].edition_of) == ("policy", None)
    assert edition.size == edition.path.stat().st_size
    assert edition.format == "pdf"
    assert edition.location == Location(FILE, 6)
    assert edition.places["title"] == Location(FILE, 8)


def test_a_file_without_records_is_in_order(site: SourceFolder) -> None:
    site.write(FILE, "")
    assert load_documents(site.root) == {}


NO_PATH = 'is no path inside source/documents; write the name of a file there, as in file = "policy.pdf".'

NO_NAME = "is no name for a record; write a-z, 0-9 and single hyphens only, as in [kontakt-center]."

FAULTS = [
    (
        'file = "policy.pdf"\n',
        "",
        '1: The key "file" is missing in [policy]; add file = "policy.pdf".',
    ),
    ("title =", "titel =", '3: The key "titel" is unknown in [policy]; did you mean "title"?'),
    ('"sv"', '"svenska"', '4: "svenska" is no language tag; write one, as in language = "sv".'),
    (
        '"policy.pdf"',
        '"policys.pdf"',
        '2: There is no file source/documents/policys.pdf; did you mean "policy.pdf"?',
    ),
    (
        '"policy.pdf"',
        '"policy-en.pdf"',
        '2: There is no file source/documents/policy-en.pdf; did you mean "engelska/policy-en.pdf"?',
    ),
    (
        '"policy.pdf"',
        '"riktlinje-om-resor.pdf"',
        "2: There is no file source/documents/riktlinje-om-resor.pdf; put the PDF there.",
    ),
    (
        '"policy.pdf"',
        '"policy.pdf/1"',
        '2: There is no file source/documents/policy.pdf/1; did you mean "policy.pdf"?',
    ),
    *(
        ('"policy.pdf"', f"'{path}'", f'2: "{path}" {NO_PATH}')
        for path in (
            "../policy.pdf",
            "engelska/../policy.pdf",
            "./policy.pdf",
            "/etc/passwd",
            r"engelska\policy.pdf",
            r"C:\policy.pdf",
            "engelska/..",
        )
    ),
    (
        '"policy.pdf"',
        '"engelska"',
        "2: source/documents/engelska is not an ordinary file; put a file in its place.",
    ),
    (
        '"policy.pdf"',
        '"engelska/policy-en.pdf"',
        '7: The file "engelska/policy-en.pdf" belongs to [policy] already; keep one of the two records.',
    ),
    ('"policy"', '"polcy"', '10: There is no document [polcy]; did you mean "policy"?'),
    (
        '"policy"',
        '"riktlinje"',
        "10: There is no document [riktlinje]; write the id of the original's record.",
    ),
    (
        '"policy"',
        '"policy-en"',
        '10: "policy-en" is no original but an edition; write the id of the document that was first.',
    ),
    (
        "[policy]\n",
        '[policy]\nedition_of = "policy-en"\n',
        '2: "policy-en" is no original but an edition; write the id of the document that was first.',
    ),
    (
        "[policy]\n",
        "[Policy 2]\n",
        "1: The closing bracket of the table's name is missing; write [name] or [[name]].",
    ),
    (
        "[policy]\n",
        "[policy_2]\n",
        f'1: "policy_2" {NO_NAME}',
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS)
def test_a_fault_is_told_in_one_line(site: SourceFolder, old: str, new: str, sentence: str) -> None:
    site.edit(FILE, old, new)
    assert _complaint(site) == f"{FILE}:{sentence}"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is no PDF; export it as PDF again."),
        (b"<html>Sidan finns inte</html>", "is no PDF; export it as PDF again."),
        (b"PK\x03\x04 a Word file", "is no PDF; export it as PDF again."),
        (b"%PDF-1.7\n", "is a PDF without its end; copy or export it again."),
    ],
)
def test_a_file_that_is_no_pdf_is_named_with_the_line_of_its_record(
    site: SourceFolder, content: bytes, sentence: str
) -> None:
    site.write(PDF, content)
    assert _complaint(site) == f"{FILE}:2: {PDF} {sentence}"


def test_a_pdf_that_lost_its_end_is_refused(site: SourceFolder, make_pdf: Callable[..., bytes]) -> None:
    whole = make_pdf()
    site.write(PDF, whole[: whole.index(b"startxref")])
    assert _complaint(site) == f"{FILE}:2: {PDF} is a PDF without its end; copy or export it again."


def test_a_link_that_leads_out_of_the_source_is_refused(
    site: SourceFolder, make_pdf: Callable[..., bytes]
) -> None:
    outside = site.write("private/secret.pdf", make_pdf())
    (site.root / PDF).unlink()
    (site.root / PDF).symlink_to(outside)
    assert _complaint(site) == f"{FILE}:2: {PDF} leads out of source/ by a link; put the file itself there."


def test_a_folder_of_documents_that_is_a_link_out_of_the_source_is_refused(site: SourceFolder) -> None:
    (site.root / "source/documents/engelska").rename(site.root / "elsewhere")
    (site.root / "source/documents/engelska").symlink_to(site.root / "elsewhere")
    assert _complaint(site) == (
        f"{FILE}:7: source/documents/engelska/policy-en.pdf leads out of source/ by a link; "
        "put the file itself there."
    )


def test_a_link_within_the_source_is_followed(site: SourceFolder) -> None:
    (site.root / PDF).rename(site.root / "source/policy-2026.pdf")
    (site.root / PDF).symlink_to(site.root / "source/policy-2026.pdf")
    assert load_documents(site.root)["policy"].path == site.root / PDF


def test_two_names_of_one_file_are_one_file(site: SourceFolder) -> None:
    other = site.root / "source/documents/engelska/policy-en.pdf"
    other.unlink()
    other.symlink_to(site.root / PDF)
    assert _complaint(site) == (
        f'{FILE}:7: The file "engelska/policy-en.pdf" belongs to [policy] already; '
        "keep one of the two records."
    )


def _complaint(site: SourceFolder) -> str:
    """Return what loading the documents says."""
    with pytest.raises(ConfigError) as caught:
        load_documents(site.root)
    return str(caught.value)
