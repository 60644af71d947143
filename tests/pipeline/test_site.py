"""A site as it stands in ``source/``: what does not hold together is said with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.config import load_site
from pipeline.errors import ConfigError, SourceError, TolkbarError
from pipeline.segment import walk
from pipeline.site import load_source
from pipeline.state import State
from tests.support import pdf

if TYPE_CHECKING:
    from pipeline.segment.model import Segmented
    from pipeline.source.document import Document
    from tests.support import SiteFolder


def test_a_site_in_good_order_is_read(site: SiteFolder) -> None:
    source = site.source()
    assert list(source.files) == ["index", "kontakt", "omsorg/hemtjanst", "omsorg/index"]
    assert list(source.contacts) == ["charlotta"]
    assert list(source.documents) == ["policy", "policy-en"]
    assert [language.tag for language in source.site.languages] == ["sv", "en", "de"]
    assert source.page("kontakt").page == "kontakt"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            '"kontakt"]\nf',
            '"kontatk"]\nf',
            "4: menu names the page “kontatk”, which is not in source/pages. Correct the name.",
        ),
        (
            'footer = ["kontakt"]',
            'footer = [\n  "kontakt",\n  "om",\n]',
            "7: footer names the page “om”, which is",
        ),
    ],
)
def test_a_menu_names_pages_that_there_are(site: SiteFolder, old: str, new: str, fault: str) -> None:
    site.edit("source/site.toml", old, new)
    with pytest.raises(ConfigError) as stopped:
        site.source()
    assert str(stopped.value).startswith(f"source/site.toml:{fault}")


BAD = {
    "front matter that is not closed": ("source/pages/kontakt.md", '"Kontakt"\n+++', '"Kontakt"'),
    "front matter that is no TOML": ("source/pages/kontakt.md", '"Kontakt"', "Kontakt"),
    "an unknown key": ("source/pages/kontakt.md", "title =", "titel ="),
    "an unknown language": ("source/site.toml", "[languages.de]", "[languages.zz-zz]"),
    "a contact without telephone": ("source/contacts.toml", "telephone =", "# telephone ="),
    "a contact nobody knows": ("source/pages/kontakt.md", "#charlotta", "#carl"),
    "a missing image": ("source/pages/index.md", "hast.svg", "hest.svg"),
    "a missing document": ("source/documents/documents.toml", '"policy.pdf"', '"politik.pdf"'),
    "a document without record": ("source/pages/omsorg/index.md", "policy.pdf", "politik.pdf"),
    "a page name with ../": ("source/pages/index.md", "kontakt.md", "../../kontakt.md"),
    "a script": ("source/pages/kontakt.md", "# Kontakta", "<script>alert(1)</script>\n\n# Kontakta"),
    "a link that runs": ("source/pages/index.md", "kontakt.md#telefon", "javascript:alert(1)"),
}


@pytest.mark.parametrize("edit", BAD.values(), ids=BAD)
def test_bad_input_stops_in_one_line_that_names_its_own(site: SiteFolder, edit: tuple[str, str, str]) -> None:
    site.edit(*edit)
    with pytest.raises(TolkbarError) as stopped:
        site.build()
    assert stopped.value.location is not None
    assert stopped.value.location.path == edit[0]
    assert "\n" not in str(stopped.value)
    shown = site.read(edit[0]).splitlines()[stopped.value.location.line - 1]
    assert edit[2].split("\n")[0] in shown or stopped.value.location.line == 1 or "charlotta" in shown


def test_a_pdf_that_is_none_is_refused(site: SiteFolder) -> None:
    site.write("source/documents/policy.pdf", b"%PDF-1.7\nno")
    with pytest.raises(ConfigError, match=r"^source/documents/documents\.toml:2: "):
        site.source()


def test_two_pages_with_one_slug_in_a_folder_are_refused(site: SiteFolder) -> None:
    site.page("omsorg/barn.md", "x\n", front='slug = "hjalp-hemma"\n')
    with pytest.raises(SourceError) as stopped:
        site.build()
    assert str(stopped.value) == (
        "source/pages/omsorg/hemtjanst.html:3: "
        "“hjalp-hemma” is the address of omsorg/barn already. Choose another."
    )


def test_a_slug_may_come_again_in_another_folder(site: SiteFolder) -> None:
    site.page("natur/kontakt.md", "x\n")
    site.build()
    assert (site.candidate / "sv/natur/kontakt.html").exists()


def test_a_page_is_taken_apart_once_and_not_once_a_run(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    real = walk.segment

    def segment(document: Document) -> Segmented:
        taken.append(document.page)
        return real(document)

    def read() -> list[Segmented]:
        with State(site.root) as state:
            source = load_source(load_site(site.root), state)
            return [source.page(page) for page in source.files for _ in range(2)]

    monkeypatch.setattr(walk, "segment", segment)
    assert read() == read()
    assert taken == ["index", "kontakt", "omsorg/hemtjanst", "omsorg/index"]
    site.edit("source/pages/kontakt.md", "Kontakta oss", "Skriv till oss")
    assert [unit.msgid for unit in read()[2].units] == ["Kontakt", "kontakt", "Skriv till oss"]
    assert taken[4:] == ["kontakt"]


def test_a_link_is_looked_up_again_though_its_page_has_not_changed(site: SiteFolder) -> None:
    site.build()
    (site.root / "source/images/hast.svg").unlink()
    site.edit("locales/en/LC_MESSAGES/index.po", "Welcome", "Hello")
    with pytest.raises(
        SourceError, match=r"^source/pages/index\.md:11: There is no file source/images/hast\.svg"
    ):
        site.build()


@pytest.mark.parametrize(
    "name",
    [
        "site.toml",
        "contacts.toml",
        "documents/documents.toml",
        "templates/page.html",
        "templates/contact.html",
    ],
)
def test_what_all_pages_depend_on_has_one_key(site: SiteFolder, name: str) -> None:
    before = site.source().shared_key
    assert site.source().shared_key == before
    path = site.root / "source" / name
    path.write_bytes(b"\n" + path.read_bytes())  # other lines
    assert site.source().shared_key != before


def test_a_document_of_another_size_has_another_key(site: SiteFolder) -> None:
    before = site.source().shared_key
    site.write("source/documents/policy.pdf", pdf(700_000))
    assert site.source().shared_key != before
