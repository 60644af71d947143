"""A template that does not work stops with its line, not with a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.errors import SourceError

if TYPE_CHECKING:
    from tests.support import SiteFolder

PAGE, CONTACT = "source/templates/page.html", "source/templates/contact.html"


def refusal(site: SiteFolder) -> str:
    with pytest.raises(SourceError) as stopped:
        site.build()
    return str(stopped.value)


@pytest.mark.parametrize("template", [PAGE, CONTACT])
@pytest.mark.parametrize(
    "fault",
    [
        "{{ nothing }}",
        "{{ site.nothing }}",
        "{{ site.name.nothing }}",
        "{{ 1 / 0 }}",
        "{{ 'x' + 1 }}",
        "{{ [][5] }}",
        "{{ int('x') }}",
        "{{ _() }}",
        "{% include 'nothing.html' %}",
        "{% if %}",
        "{{ 'x' | nothing }}",
        "{% for x in 5 %}{% endfor %}",
    ],
)
def test_a_fault_is_found_on_its_line(site: SiteFolder, template: str, fault: str) -> None:
    site.write(template, f"<p>\n{fault}\n</p>\n")
    assert refusal(site).startswith(f"{template}:2: ")


@pytest.mark.parametrize("template", [PAGE, CONTACT])
def test_a_missing_template_is_named(site: SiteFolder, template: str) -> None:
    (site.root / template).unlink()
    assert refusal(site) == f"{template}:1: There is no template {template.rpartition('/')[2]}. Put it there."


@pytest.mark.parametrize("template", [PAGE, CONTACT])
def test_a_template_that_is_not_utf_8_is_named(site: SiteFolder, template: str) -> None:
    site.write(template, b"<p>\xe5</p>")
    assert refusal(site) == f"{template}:1: This is not UTF-8. Save the file as UTF-8."


def test_a_template_may_use_another(site: SiteFolder) -> None:
    site.write("source/templates/fot.html", '<p class="fot">{{ _("Till innehållet") }}</p>')
    site.edit(PAGE, "<footer>", '<footer>{% include "fot.html" %}')
    site.build()
    assert '<p class="fot">Zum Inhalt</p>' in site.html("de/index.html")


def test_what_a_template_is_given_is_escaped(site: SiteFolder) -> None:
    site.edit("source/site.toml", "Lillköpings kommun", "<b>Kommunen</b> & vi")
    site.build()
    assert "&lt;b&gt;Kommunen&lt;/b&gt; &amp; vi</a>" in site.html("sv/index.html")
