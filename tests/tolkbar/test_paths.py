"""No name of a page, a file or an address leads out of its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.faults import CARE, DOCUMENTS, GERMAN_CARE, INDEX, SITE, refusal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


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


def test_a_folder_that_is_a_link_out_of_the_site_is_told(tmp_path: Path, run: Run) -> None:
    outside, site = tmp_path / "outside", tmp_path / "site"
    for folder in (outside, site):
        folder.mkdir()
        (folder / "index.html").write_text("<title>x</title>", "utf-8")
    (site / "ut").symlink_to(outside)
    (site / "runt").symlink_to(site)

    outcome = run("check", site)

    assert "ut is a link to a folder outside, and was not checked." in outcome.err
    assert "runt" not in outcome.err
    assert "Pages: 1" in outcome.out
