"""The texts that belong to the site as a whole, for its own catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.errors import SourceError

if TYPE_CHECKING:
    from tests.support import SiteFolder

PAGE = "source/templates/page.html"


def texts(site: SiteFolder) -> list[str]:
    return [unit.msgid for unit in site.source().shell]


def test_each_text_is_a_unit_once_with_its_place_and_a_note(site: SiteFolder) -> None:
    found = [(unit.number, unit.msgid, unit.source, unit.line, unit.notes) for unit in site.source().shell]
    assert found == [
        (1, "Lillköpings stad", "source/site.toml", 1, ("Name of the site, in every page's title",)),
        (2, "Lillköpings kommun", "source/site.toml", 8, ("Name of the organisation behind the site",)),
        (3, "Telefon", "source/templates/contact.html", 14, ()),
        (4, "Till innehållet", PAGE, 18, ()),
        (5, "Språk", PAGE, 21, ("the name of the list of languages",)),
        (6, "Delar av sidan är på svenska.", PAGE, 35, ()),
        (7, "Strateg", "source/contacts.toml", 3, ("Role of Charlotta Filling",)),
        (8, "Omsorg", "source/contacts.toml", 4, ("Unit of Charlotta Filling",)),
    ]
    assert all(unit.context is None and not unit.placeholders for unit in site.source().shell)


def test_a_text_of_two_templates_is_one_unit_of_the_first(site: SiteFolder) -> None:
    site.edit(PAGE, "<footer>", '<footer>{{ _("Telefon") }}')
    found = [(unit.number, unit.source) for unit in site.source().shell if unit.msgid == "Telefon"]
    assert found == [(3, "source/templates/contact.html")]


def test_what_a_record_does_not_say_is_no_text(site: SiteFolder) -> None:
    site.edit("source/contacts.toml", 'role = "Strateg"\n', "")
    assert "Strateg" not in texts(site)


def test_the_order_does_not_depend_on_the_system(site: SiteFolder) -> None:
    site.write("source/templates/a.html", '{{ _("Först") }}')
    site.write("source/templates/z.html", '{{ _("Sist") }}')
    templates = [unit.msgid for unit in site.source().shell if "templates" in unit.source]
    assert templates[0] == "Först"
    assert templates[-1] == "Sist"


@pytest.mark.parametrize("fault", ["{% if %}", "{{ _( }}", "{% endblock %}"])
def test_a_template_that_cannot_be_read_is_said_with_its_line(site: SiteFolder, fault: str) -> None:
    site.write("source/templates/del.html", f"<p>\n{fault}\n")
    with pytest.raises(SourceError, match=r"^source/templates/del\.html:2: The template does not work: "):
        texts(site)
