"""A contact's record → the card that people read and the JSON-LD that machines read, in every language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import one

if TYPE_CHECKING:
    from tests.support import SiteFolder

RECORD = "source/contacts.toml"
PATHS = {"sv": "sv/kontakt.html", "en": "en/contact.html", "de": "de/kontakt.html"}


def card(site: SiteFolder, language: str) -> dict[str, str]:
    """Return the words of the card by the class of their element."""
    elements = one(site.soup(PATHS[language]), ".card").select("[class]")
    return {str(element["class"][0]): element.text.replace("\xa0", " ") for element in elements}


def people(site: SiteFolder, path: str) -> list[dict[str, Any]]:
    scripts = site.soup(path).select('script[type="application/ld+json"]')
    assert len(scripts) <= 1
    return [person for script in scripts for person in json.loads(script.text)["@graph"]]


def test_a_card_is_laid_out_as_each_language_writes_it(site: SiteFolder) -> None:
    site.build()
    assert [card(site, language) for language in PATHS] == [
        {
            "name": "Charlotta Filling",
            "role": "Strateg",
            "unit": "Omsorg",
            "street": "Stadshuset, rum A185",
            "town": "721 87 Lillköping",
            "telephone": "021-39 26 36",
            "email": "charlotta@lillkoping.example",
            "hours": "måndag–fredag kl. 9.00–15.30",
        },
        {
            "name": "Charlotta Filling",
            "role": "Strategist",
            "unit": "Care",
            "street": "Stadshuset, room A185",
            "town": "SE-721 87 Lillköping",
            "country": "Sweden",
            "telephone": "+46 21 39 26 36",
            "email": "charlotta@lillkoping.example",
            "hours": "Monday to Friday, 9am to 3:30pm",
        },
        {
            "name": "Charlotta Filling",
            "role": "Strategin",
            "unit": "Pflege",
            "street": "Stadshuset, Raum A185",
            "town": "SE-721 87 Lillköping",
            "country": "Schweden",
            "telephone": "+46 21 39 26 36",
            "email": "charlotta@lillkoping.example",
            "hours": "Montag bis Freitag, 9:00–15:30 Uhr",
        },
    ]


@pytest.mark.parametrize("language", PATHS)
def test_addresses_that_machines_dial_are_the_same_everywhere(site: SiteFolder, language: str) -> None:
    site.build()
    soup = site.soup(PATHS[language])
    assert one(soup, ".telephone")["href"] == "tel:+4621392636"
    assert one(soup, ".email")["href"] == "mailto:charlotta@lillkoping.example"


def test_machines_get_the_same_facts_from_the_same_record(site: SiteFolder) -> None:
    site.build()
    assert people(site, PATHS["de"]) == [
        {
            "@type": "Person",
            "name": "Charlotta Filling",
            "jobTitle": "Strategin",
            "worksFor": {
                "@type": "GovernmentOrganization",
                "name": "Kommune Lillköping",
                "url": "https://kommun.lillkoping.example",
                "department": {"@type": "Organization", "name": "Pflege"},
            },
            "email": "charlotta@lillkoping.example",
            "telephone": "+4621392636",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Stadshuset, Raum A185",
                "postalCode": "721 87",
                "addressLocality": "Lillköping",
                "addressCountry": "SE",
            },
            "contactPoint": {
                "@type": "ContactPoint",
                "hoursAvailable": [
                    {
                        "@type": "OpeningHoursSpecification",
                        "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
                        "opens": "09:00",
                        "closes": "15:30",
                    }
                ],
            },
        }
    ]


def test_a_unit_is_no_person_to_machines(site: SiteFolder) -> None:
    site.edit(RECORD, 'role = "Strateg"', 'kind = "unit"')
    site.build()
    (unit,) = people(site, PATHS["de"])
    assert unit["@type"] == "GovernmentOrganization"
    assert unit["parentOrganization"]["department"]["name"] == "Pflege"
    assert unit["telephone"] == "+4621392636"
    assert not unit.keys() & {"worksFor", "jobTitle"}


def test_a_page_without_contacts_has_no_structured_data(site: SiteFolder) -> None:
    site.build()
    assert people(site, "sv/index.html") == []


def test_what_a_record_does_not_say_is_left_out(site: SiteFolder) -> None:
    site.write(
        RECORD,
        "[charlotta]\nname = 'Kontaktcenter'\ntelephone = '021-39 00 00'\nemail = 'k@a.example'\n"
        "address = { postcode = '721 87', town = 'Lillköping' }\n",
    )
    site.build()
    (person,) = people(site, PATHS["sv"])
    assert person.keys() == {"@type", "name", "worksFor", "email", "telephone", "address"}
    assert "department" not in person["worksFor"]
    assert "streetAddress" not in person["address"]
    assert card(site, "sv").keys() == {"name", "street", "town", "telephone", "email"}


def test_a_contact_shown_twice_is_one_person_to_machines(site: SiteFolder) -> None:
    link = "[](../contacts.toml#charlotta)\n\n"
    site.page("sida.md", link + link)
    site.build()
    assert len(site.soup("sv/sida.html").select(".card")) == 2
    assert len(people(site, "sv/sida.html")) == 1


def test_a_contact_for_one_language_is_in_that_edition_only(site: SiteFolder) -> None:
    site.page("sida.md", "{its-locale-filter-list=en}\n[](../contacts.toml#charlotta)\n")
    site.build()
    found = {
        tag: (len(site.soup(f"{tag}/sida.html").select(".card")), len(people(site, f"{tag}/sida.html")))
        for tag in PATHS
    }
    assert found == {"sv": (0, 0), "en": (1, 1), "de": (0, 0)}


@pytest.mark.parametrize(
    "name", ["</script><script>alert(1)</script>", "<!-- <script>", "A & B \\\\ ' {}", "]]>"]
)
def test_no_name_ends_the_script_or_the_card(site: SiteFolder, name: str) -> None:
    site.edit(RECORD, '"Charlotta Filling"', f'"{name}"')
    site.build()
    soup = site.soup(PATHS["en"])
    assert len(soup.select("script")) == 1
    assert one(soup, ".card .name").text == people(site, PATHS["en"])[0]["name"] == name.replace("\\\\", "\\")


def test_a_role_without_translation_is_shown_in_swedish(site: SiteFolder) -> None:
    site.edit("locales/de/LC_MESSAGES/shell.po", 'msgstr "Strategin"', 'msgstr ""')
    site.build()
    assert card(site, "de")["role"] == "Strateg"
