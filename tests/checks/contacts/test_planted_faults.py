"""A fault of each kind in a healthy site of three languages is found on its line; the site is quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.registry import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

RULES = select(families=["contacts"])
LANGUAGES = ("sv", "en", "de")
PAGE = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<link rel="alternate" hreflang="sv" href="sv.html">
<link rel="alternate" hreflang="en" href="en.html">
<link rel="alternate" hreflang="de" href="de.html">
<script type="application/ld+json">
{{"@type": "Person", "name": "Charlotta Filling", "jobTitle": "{role}",
"telephone": "+46-21-39-26-36",
"email": "charlotta.filling@vasteras.se",
"address": {{"streetAddress": "Stadshuset, {room} A185", "postalCode": "721 87",
"addressLocality": "Västerås", "addressCountry": "SE"}}}}
</script>
</head>
<body>
<h1>Västerås</h1>
<div class="h-card">
<p class="p-name">Charlotta Filling</p>
<p class="p-job-title">{role}</p>
<p class="p-adr">
<span class="p-street-address">Stadshuset, {room} A185</span><br>
<span class="p-postal-code">{prefix}721&nbsp;87</span> <span class="p-locality">Västerås</span>
{country}
</p>
<p><a class="p-tel" href="tel:+4621392636">{number}</a></p>
<p><a class="u-email" href="mailto:charlotta.filling@vasteras.se">charlotta.filling@vasteras.se</a></p>
</div>
<p>{switchboard}: {other},
{hours}.</p>
<p>{danger}</p>
</body>
</html>
"""
WORDS = {
    "sv": {
        "role": "Strateg",
        "room": "rum",
        "prefix": "",
        "country": "",
        "number": "021-39&nbsp;26&nbsp;36",
        "switchboard": "Växeln för alla som vill nå staden",
        "other": "021-39&nbsp;00&nbsp;00",
        "hours": "måndag–fredag kl.&nbsp;9.00–15.30",
        "danger": "Vid fara, ring 112. För råd om vård, ring 1177. Org.nr 212000-2080.",
    },
    "en": {
        "role": "Strategist",
        "room": "room",
        "prefix": "SE-",
        "country": "<br>Sweden",
        "number": "+46&nbsp;21&nbsp;39&nbsp;26&nbsp;36",
        "switchboard": "Switchboard for everybody who wants the city",
        "other": "+46&nbsp;21&nbsp;39&nbsp;00&nbsp;00",
        "hours": "Monday to Friday, 9am to 3:30pm",
        "danger": "In danger, call 112. For advice on health, call 1177. Reg. no. 212000-2080.",
    },
    "de": {
        "role": "Strategin",
        "room": "Raum",
        "prefix": "SE-",
        "country": "<br>Schweden",
        "number": "+46&nbsp;21&nbsp;39&nbsp;26&nbsp;36",
        "switchboard": "Zentrale für alle, die zur Stadt wollen",
        "other": "+46&nbsp;21&nbsp;39&nbsp;00&nbsp;00",
        "hours": "Montag bis Freitag, 9:00–15:30&nbsp;Uhr",
        "danger": "Bei Gefahr wählen Sie 112. Für Rat wählen Sie 1177. Org.-Nr. 212000-2080.",
    },
}
HEALTHY = {f"{tag}.html": PAGE.format(language=tag, **words) for tag, words in WORDS.items()}

FAULTS = [
    ("phone-link", "sv", 'href="tel:+4621392636"', 'href="tel:+46 21 39 26 36"'),
    ("phone-text-agrees", "en", 'href="tel:+4621392636"', 'href="tel:+4621392663"'),
    ("phone-number", "sv", "021-39&nbsp;00&nbsp;00", "021-39&nbsp;00&nbsp;0"),
    ("phone-form", "de", "+46&nbsp;21&nbsp;39&nbsp;00&nbsp;00", "021-39&nbsp;00&nbsp;00"),
    ("phone-editions", "en", "39&nbsp;00&nbsp;00", "39&nbsp;00&nbsp;10"),
    ("phone-editions", "de", "wählen Sie 112", "wählen Sie 110"),
    ("area-code", "sv", "021-39&nbsp;26&nbsp;36", "08-123&nbsp;456&nbsp;78"),
    ("email-link", "de", "mailto:charlotta", "mailto: charlotta"),
    ("email-text-agrees", "sv", ">charlotta.filling@", ">charlotta.filing@"),
    ("email-editions", "en", ">charlotta.filling@", ">charlotta.filing@"),
    ("email-linked", "sv", "<h1>Västerås</h1>", "<h1>kontakt@vasteras.se</h1>"),
    ("invisible-characters", "sv", ">charlotta.filling@", ">charlotta.filling&#x200B;@"),
    ("postcode", "sv", "721&nbsp;87", "721&nbsp;8"),
    ("postcode-form", "sv", "721&nbsp;87", "72187"),
    ("address-country", "en", "SE-721", "721"),
    ("address-country", "de", "<br>Schweden", ""),
    ("address-editions", "de", "SE-721&nbsp;87", "SE-721&nbsp;78"),
    ("address-editions", "en", "Stadshuset, room A185</span>", "Stadshuset, room B218</span>"),
    ("town-spelling", "en", "<h1>Västerås</h1>", "<h1>Vasteras</h1>"),
    ("opening-hours-form", "sv", "9.00–15.30", "9:00 - 15:30"),
    ("opening-hours-editions", "en", "9am to 3:30pm", "9am to 4:30pm"),
    ("contact-data-agrees", "sv", '"+46-21-39-26-36"', '"+46-21-39-26-63"'),
    ("contact-data-agrees", "de", '"postalCode": "721 87"', '"postalCode": "721 78"'),
    ("contact-editions", "de", '"p-name">Charlotta', '"p-name">Charlotte'),
    ("contact-agrees", "sv", "021-39&nbsp;26&nbsp;36", "021-39&nbsp;11&nbsp;11"),
]


def test_the_healthy_site_has_no_finding(judged: Callable[..., Report]) -> None:
    report = judged(HEALTHY, RULES)
    assert [str(finding.message) for finding in report.findings] == []


@pytest.mark.parametrize(("rule", "language", "right", "wrong"), FAULTS)
def test_a_planted_fault_is_found_on_its_line(
    judged: Callable[..., Report], rule: str, language: str, right: str, wrong: str
) -> None:
    path = f"{language}.html"
    before, _, after = HEALTHY[path].partition(right)
    line = before.count("\n") + 1

    report = judged({**HEALTHY, path: f"{before}{wrong}{after}"}, RULES)

    assert after
    places = {finding.place.location.line for finding in report.findings if finding.rule.id == rule}
    allowed = {line - 1, line} if wrong == "" else {line}  # what is missing is missed beside it
    assert places & allowed


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_number_that_an_edition_lacks_is_missed_where_it_should_stand(
    judged: Callable[..., Report], language: str
) -> None:
    path = f"{language}.html"
    number = WORDS[language]["other"]
    line = HEALTHY[path].partition(number)[0].count("\n") + 1

    report = judged({**HEALTHY, path: HEALTHY[path].replace(number, "–")}, RULES)

    findings = [finding for finding in report.findings if finding.rule.id == "phone-editions"]
    assert [(finding.place.location.path, finding.place.location.line) for finding in findings] == [
        (path, line)
    ]


def test_what_section_six_of_the_conventions_calls_right_stays_quiet(judged: Callable[..., Report]) -> None:
    text = (
        "<p>Västerås förbindelser</p><p>EU-samordnare</p><p>kluster – inom energi – och transport</p>"
        '<p><a href="tel:+4621392636">021-39 26 36</a></p>'
        "<p>721 87</p><p>721 87 Västerås</p>"
    )
    report = judged({"index.html": f'<html lang="sv">{text}</html>'}, RULES)
    assert report.findings == ()
