"""The generated municipality: the same every time, as large as promised, and a site that holds together."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from io import BytesIO
from statistics import mean
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from bench.generator import generate, main, mutate, write_plain, write_site
from bench.mutation import reword
from bench.site import LEAST_UNITS, Site, seeded, slug
from pipeline.page import Tree, read_page

if TYPE_CHECKING:
    from pathlib import Path

PAGES, UNITS = 24, 37
LEAVES = ("h1", "h2", "h3", "li", "caption", "th", "td", "title")


@pytest.fixture(scope="module")
def site() -> Site:
    return generate(PAGES, UNITS, seed=7, languages=("en", "de"))


@pytest.fixture(scope="module")
def written(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("municipality")
    write_site(site, directory)
    write_plain(site, directory / "plain")
    return directory


def files(directory: Path) -> dict[Path, bytes]:
    return {path.relative_to(directory): path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def texts(site: Site) -> Counter[str]:
    return Counter(unit for page in site.pages for unit in page.units())


def units_of(page: Tree) -> int:
    """Count a page's units without asking the generator: leaf blocks, descriptions, alternative texts."""
    count = 0
    for element in page.elements():
        paragraph = element.tag == "p" and bool(element.text.strip())
        count += element.tag in LEAVES or paragraph or element.attrs.get("name") == "description"
        count += bool(element.attrs.get("alt"))
    return count


def test_the_same_seed_writes_the_same_bytes(written: Path, tmp_path: Path) -> None:
    write_site(generate(PAGES, UNITS, seed=7, languages=("en", "de")), tmp_path)
    assert files(tmp_path / "source") == files(written / "source")


def test_another_seed_writes_another_site(site: Site) -> None:
    assert generate(PAGES, UNITS, seed=8, languages=("en", "de")) != site


def test_a_site_has_exactly_the_units_that_were_asked_for(site: Site) -> None:
    assert site.unit_count() == PAGES * UNITS


def test_a_parser_finds_the_promised_units_in_the_pages(written: Path) -> None:
    paths = list((written / "plain").rglob("*.html"))
    assert len(paths) == PAGES
    assert mean(units_of(read_page(path.read_bytes(), path.name)) for path in paths) == pytest.approx(UNITS)


def test_page_sizes_vary_as_real_ones_do(site: Site) -> None:
    sizes = [len(list(page.units())) for page in site.pages]
    assert min(sizes) >= LEAST_UNITS
    assert min(sizes) < UNITS * 0.7
    assert max(sizes) > UNITS * 1.4


def test_most_units_differ_from_one_another(site: Site) -> None:
    assert len(texts(site)) > 0.75 * site.unit_count()


def test_some_units_carry_links_stress_and_parts_in_other_languages() -> None:
    everything = " ".join(texts(generate(60, UNITS)))
    for markup in ("<a href=", "<strong>", '<span lang="'):
        assert markup in everything


def test_no_two_pages_share_a_name_and_names_are_addresses() -> None:
    names = [page.name for page in generate(400, LEAST_UNITS).pages]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+(/[a-z0-9-]+)?", name) for name in names)


def test_a_slug_has_no_letters_that_addresses_must_escape() -> None:
    assert slug("Så går det till: förskola i Ö") == "sa-gar-det-till-forskola-i-o"


@pytest.mark.parametrize(("pages", "units"), [(0, 37), (10, LEAST_UNITS - 1)])
def test_a_size_that_cannot_be_a_site_is_refused(pages: int, units: int) -> None:
    with pytest.raises(ValueError, match="at least"):
        generate(pages, units)


def test_every_link_and_image_of_a_page_leads_to_a_file_of_the_site(written: Path) -> None:
    for path in (written / "source" / "pages").rglob("*.html"):
        for address in re.findall(r'(?:href|src)="([^":]+)"', path.read_text("utf-8")):
            assert (path.parent / address.partition("#")[0]).is_file(), f"{path.name}: {address}"


def test_every_contact_that_a_page_names_has_a_record(written: Path) -> None:
    records = tomllib.loads((written / "source" / "contacts.toml").read_text("utf-8"))
    for path in (written / "source" / "pages").rglob("*.html"):
        assert set(re.findall(r"contacts\.toml#([\w-]+)", path.read_text("utf-8"))) <= records.keys()


def test_front_matter_and_records_are_toml_and_agree_with_the_files(written: Path) -> None:
    source = written / "source"
    documents = tomllib.loads((source / "documents" / "documents.toml").read_text("utf-8"))
    settings = tomllib.loads((source / "site.toml").read_text("utf-8"))
    front = tomllib.loads((source / "pages" / "index.html").read_text("utf-8").split("+++\n")[1])
    assert all((source / "documents" / record["file"]).is_file() for record in documents.values())
    assert all(
        (source / "pages" / f"{name}.html").is_file() for name in settings["menu"] + settings["footer"]
    )
    assert set(settings["languages"]) == {"en", "de"}
    assert front.keys() == {"title", "description", "updated"}


def test_documents_are_pdf_files_of_one_page(written: Path) -> None:
    for path in (written / "source" / "documents").glob("*.pdf"):
        assert len(PdfReader(BytesIO(path.read_bytes()), strict=True).pages) == 1


def test_the_plain_pages_hold_the_same_content_as_the_site(written: Path) -> None:
    for path in (written / "plain").rglob("*.html"):
        plain = path.read_text("utf-8").partition("<main>\n")[2].partition("\n</main>")[0]
        ours = (written / "source" / "pages" / path.relative_to(written / "plain")).read_text("utf-8")
        assert plain in ours


@pytest.mark.parametrize("share", [0.05, 0.2])
def test_a_mutation_changes_the_share_of_units_that_it_promises(share: float) -> None:
    site = generate(60, UNITS, seed=3)
    before, after = texts(site), texts(mutate(site, share))
    gone, new = (before - after).total(), (after - before).total()
    assert max(gone, new) / site.unit_count() == pytest.approx(share, rel=0.2)


def test_a_mutation_is_the_same_for_the_same_seed_only(site: Site) -> None:
    assert mutate(site, 0.05, seed=1) == mutate(site, 0.05, seed=1)
    assert mutate(site, 0.05, seed=1) != mutate(site, 0.05, seed=2)


def test_a_mutation_of_nothing_changes_nothing(site: Site) -> None:
    assert mutate(site, 0.0) == site


def test_a_mutation_keeps_pages_their_names_and_what_they_link_to(site: Site) -> None:
    changed = mutate(site, 0.3)
    known = {address for page in site.pages for address in page.theme.links}
    assert [page.name for page in changed.pages] == [page.name for page in site.pages]
    assert set(re.findall(r'href="([^"]+)"', " ".join(texts(changed)))) <= known


@pytest.mark.parametrize(
    "unit", ["Så här gör du", "Kom före den 3 maj", '<a href="../ek-3.html">En fullmakt</a>']
)
def test_rewording_changes_words_and_never_markup(unit: str) -> None:
    changed = reword(seeded(unit), unit)
    assert changed != unit
    assert re.findall(r"<[^>]*>", changed) == re.findall(r"<[^>]*>", unit)


def test_the_command_writes_a_site_and_says_how_large_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), "--pages", "3", "--units", "12", "--seed", "2"]) == 0
    assert len(list((tmp_path / "source" / "pages").rglob("*.html"))) == 3
    assert "3 pages, 36 units" in capsys.readouterr().out


def test_the_command_does_not_overwrite_a_site_that_it_did_not_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "source" / "site.toml"
    settings.parent.mkdir()
    settings.write_text('name = "Somebody\'s work"\n', encoding="utf-8")
    assert main([str(tmp_path), "--pages", "3", "--units", "12"]) == 2
    assert "choose an empty directory" in capsys.readouterr().err
    assert settings.read_text(encoding="utf-8") == 'name = "Somebody\'s work"\n'
