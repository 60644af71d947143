"""A faulty page shell publishes nothing, and takes no text of it away from the translators."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.faults import refusal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run

FOLDER = "source/templates"
PAGE, CONTACT = f"{FOLDER}/page.html", f"{FOLDER}/contact.html"


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """Return a folder with templates that is none of the site's business."""
    folder = tmp_path / "foreign"
    folder.mkdir()
    for name in ("page.html", "contact.html"):
        (folder / name).write_text('<p>{{ _("Nobody\'s business") }}</p>', "utf-8")
    return folder


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
@pytest.mark.parametrize("template", [PAGE, CONTACT])
def test_a_missing_template_is_named_before_its_texts_seem_gone(
    site: PublishedSite, run: Run, command: str, template: str
) -> None:
    (site.root / template).unlink()

    name = template.rpartition("/")[2]
    assert refusal(site, run, command) == f"{template}:1: There is no template {name}. Put it there."


def test_a_site_without_templates_is_told_which_to_write(site: PublishedSite, run: Run) -> None:
    shutil.rmtree(site.root / FOLDER)

    assert refusal(site, run).startswith(f"{PAGE}:1: There is no template page.html.")


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
@pytest.mark.parametrize("template", [PAGE, CONTACT])
@pytest.mark.parametrize("fault", ["{% endiff %}", "{{ site..name }}", "{{ - }}", "{% for %}"])
def test_a_template_that_jinja_cannot_read_stops_before_its_texts_seem_gone(
    site: PublishedSite, run: Run, command: str, template: str, fault: str
) -> None:
    site.write(template, f"{fault}\n{site.read(template)}")

    assert refusal(site, run, command).startswith(f"{template}:1: The template does not work: ")


@pytest.mark.parametrize("template", [PAGE, CONTACT])
@pytest.mark.parametrize(
    "fault",
    ["{{ page.titel }}", "{{ contact.namn }}", "{{ 1 / 0 }}", "{{ site.name + 1 }}"],
)
def test_a_template_that_asks_for_what_there_is_not_stops_with_its_line(
    site: PublishedSite, run: Run, template: str, fault: str
) -> None:
    site.write(template, f"<!-- a line before -->\n{fault}\n{site.read(template)}")

    assert refusal(site, run).startswith(f"{template}:2: The template does not work: ")


@pytest.mark.parametrize("name", ["nothing.html", "../site.toml", "../../locales/en/LC_MESSAGES/shell.po"])
def test_a_template_cannot_include_what_is_no_template(site: PublishedSite, run: Run, name: str) -> None:
    site.edit(PAGE, "{{ page.content }}", f"{{% include '{name}' %}}")

    line = site.line(PAGE, "{% include")
    assert refusal(site, run) == f"{PAGE}:{line}: There is no template {name}. Put it there."


def test_a_template_that_includes_itself_is_refused(site: PublishedSite, run: Run) -> None:
    site.edit(PAGE, "{{ page.content }}", "{% include 'page.html' %}")

    assert refusal(site, run).startswith(f"{PAGE}:")


def test_a_part_of_a_template_has_its_texts_translated_and_its_faults_found(
    site: PublishedSite, run: Run
) -> None:
    part = f"{FOLDER}/parts/call.html"
    site.write(part, '<p>{{ _("Telefon") }}</p>\n<p>{{ _("Ring oss") }}</p>\n')
    site.edit(PAGE, "{{ page.content }}", "{{ page.content }}{% include 'parts/call.html' %}")

    missing = run("publish", "--site", site.root)
    assert missing.status == 1
    assert '"Ring oss" is not translated yet.' in missing.out
    for language, words in (("en", "Call us"), ("de", "Rufen Sie an")):
        site.edit(
            f"locales/{language}/LC_MESSAGES/shell.po",
            'msgid "Ring oss"\nmsgstr ""',
            f'msgid "Ring oss"\nmsgstr "{words}"',
        )
    assert run("publish", "--site", site.root).status == 0
    assert "<p>Rufen Sie an</p>" in site.read("output/de/index.html")

    site.write(part, "\n\n{{ nothing }}\n" + site.read(part))
    assert refusal(site, run).startswith(f"{part}:3: The template does not work: ")


@pytest.mark.parametrize("name", ["page.html", "contact.html", "parts.html", "parts"])
def test_a_template_behind_a_link_out_of_source_is_not_read(
    site: PublishedSite, run: Run, foreign: Path, name: str
) -> None:
    link = site.root / FOLDER / name
    link.unlink(missing_ok=True)
    link.symlink_to(foreign if name == "parts" else foreign / "page.html")

    assert (
        refusal(site, run) == f"{FOLDER}/{name}:1: This link leads out of source/. Put the file itself here."
    )


def test_a_folder_of_templates_behind_a_link_out_of_source_is_not_read(
    site: PublishedSite, run: Run, foreign: Path
) -> None:
    shutil.rmtree(site.root / FOLDER)
    (site.root / FOLDER).symlink_to(foreign)

    assert refusal(site, run) == f"{FOLDER}:1: This link leads out of source/. Put the file itself here."


@pytest.mark.parametrize("name", [".hidden.html", "page.txt"])
def test_only_templates_are_included(site: PublishedSite, run: Run, foreign: Path, name: str) -> None:
    (site.root / FOLDER / name).symlink_to(foreign / "page.html")
    site.edit(PAGE, "{{ page.content }}", f"{{% include '{name}' %}}")

    refusal(site, run)


def test_a_template_that_is_not_utf_8_is_named(site: PublishedSite, run: Run) -> None:
    site.write(PAGE, site.read(PAGE).encode("latin-1", "replace"))

    assert refusal(site, run) == f"{PAGE}:1: This is not UTF-8. Save the file as UTF-8."


def test_a_text_is_marked_alone(site: PublishedSite, run: Run) -> None:
    site.edit(PAGE, '_("Språk")', '_("Språk", "Tungomål")')

    line = site.line(PAGE, "Tungomål")
    assert refusal(site, run) == f"{PAGE}:{line}: _() takes one text. Write one for each."
