from __future__ import annotations

import io

import pypdf
import pytest
from pypdf.constants import UserAccessPermissions

from checks.documents import Facts, Unreadable
from checks.documents.catalog import Catalog, Layers
from checks.documents.reading import read
from checks.specimens import specimen


def catalog(text: str = "") -> Catalog:
    facts = read(specimen(text))
    assert isinstance(facts, Facts)
    assert facts.catalog is not None
    return facts.catalog


def test_the_catalog_of_a_healthy_document() -> None:
    assert catalog() == Catalog(
        header="%PDF-1.7",
        offset=0,
        version="1.7",
        language="sv-SE",
        is_marked=True,
        shows_title=True,
        has_tags=True,
        has_metadata=True,
    )


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("header %PDF-1.4", "1.4"),
        ("header %PDF-1.4\ncatalog /Version /1.7", "1.7"),
        ("header %PDF-1.7\ncatalog /Version /1.4", "1.7"),
        ("header %PDF-1.7\ncatalog /Version (2.0)", "1.7"),
        ("header %PDF-x", None),
    ],
)
def test_the_version_is_the_later_one(text: str, version: str | None) -> None:
    assert catalog(text).version == version


def test_a_header_may_stand_behind_something_else() -> None:
    facts = read(b"HTTP/1.1 200\r\n" + specimen())
    assert isinstance(facts, Facts)
    assert facts.catalog is not None
    assert (facts.catalog.header, facts.catalog.offset) == ("%PDF-1.7", 14)


@pytest.mark.parametrize("padding", [b"", b"\n", b"\0" * 4096, b"<!-- served by -->"])
def test_a_file_has_an_end_however_it_is_padded(padding: bytes) -> None:
    facts = read(specimen() + padding)
    assert isinstance(facts, Facts)
    assert facts.catalog is not None
    assert facts.catalog.has_end


def test_a_file_that_is_broken_off_has_no_end() -> None:
    facts = read(specimen() + b"90 0 obj\n(" + b"a later version " * 100)
    assert isinstance(facts, Facts)
    assert facts.catalog is not None
    assert not facts.catalog.has_end


def test_values_of_another_type_are_no_values() -> None:
    found = catalog(
        "catalog /Lang /sv /MarkInfo << /Marked (true) /Suspects 1 >> /ViewerPreferences [] /StructTreeRoot 1"
    )
    assert (found.language, found.is_marked, found.is_suspect, found.shows_title) == (None, None, None, None)
    assert not found.has_tags


def test_each_configuration_of_layers_is_seen_once() -> None:
    text = """\
catalog /OCProperties << /OCGs [] /D @first /Configs [@first << /AS [] >> 3] >>
object first << /Name (Karta) >>
"""
    assert catalog(text).layers == (Layers("Karta"), Layers(None, changes_by_itself=True))


@pytest.mark.parametrize(
    ("written", "is_dynamic"),
    [
        ("<config><dynamicRender>required</dynamicRender></config>", True),
        ("<x:dynamicRender >\n    required\n  </x:dynamicRender>", True),
        ("<dynamicRender>forbidden</dynamicRender>", False),
    ],
)
def test_a_form_in_xml_may_be_dynamic(written: str, *, is_dynamic: bool) -> None:
    text = f"catalog /AcroForm << /Fields [] /XFA [(config) @xml] >>\nobject xml << >>\n  {written}"
    assert catalog(text).has_dynamic_form is is_dynamic


def test_bookmarks_are_there_where_there_is_a_first_one() -> None:
    text = "catalog /Outlines @outlines\nobject outlines << /First << /Title (Avgift) >> >>"
    assert catalog(text).has_bookmarks
    assert not catalog("catalog /Outlines << /Count 0 >>").has_bookmarks


@pytest.mark.parametrize(
    ("copying", "admits"), [(UserAccessPermissions(0), False), (UserAccessPermissions.EXTRACT, True)]
)
def test_where_encryption_knows_no_accessibility_copying_must_be_allowed(
    copying: UserAccessPermissions, *, admits: bool
) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(specimen()))
    granted = UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS | copying
    writer.encrypt("", "owner", permissions_flag=granted, algorithm="RC4-40")
    file = io.BytesIO()
    writer.write(file)
    facts = read(file.getvalue())
    assert isinstance(facts, Facts)
    assert facts.encryption is not None
    assert facts.encryption.revision == 2
    assert facts.encryption.admits_assistive_technology is admits


@pytest.mark.parametrize(("permissions", "admits"), [(-1852, False), (-1340, True)])
def test_encryption_says_who_may_read(permissions: int, *, admits: bool) -> None:
    facts = read(specimen(f"encrypt {permissions}"))
    assert isinstance(facts, Facts)
    assert facts.encryption is not None
    assert facts.encryption.admits_assistive_technology is admits


@pytest.mark.parametrize("encryption", ["/Filter /Adobe.PubSec /V 4", "/Filter /Standard /V 9 /R 9 /P -44"])
def test_encryption_that_is_not_the_standards_locks_a_document(encryption: str) -> None:
    content = specimen(f"trailer /Encrypt @lock\nobject lock << {encryption} >>")
    assert read(content) == Unreadable("encrypted")
