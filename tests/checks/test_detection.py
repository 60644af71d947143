"""What we promise to know of a text's language: short texts by their words, long ones by their letters."""

from __future__ import annotations

import pytest

from checks.detection import recognise

SWEDISH = "Här hittar du det som kommunen gör för barn och unga, och vem du kan fråga om du vill veta mer."
NAMES = "Rocklunda Hälla Bäckby Skiljebo Vallby Kopparbergs Köping Hallstahammar Surahammar Fagersta"
FINNISH = (
    "Kunnanhallitus hyväksyi torstaina rakennuslautakunnan ehdotuksen keskustan kehittämissuunnitelmaksi. "
    "Rakennustyöt aloitetaan keväällä, kun maanomistajien valitukset käsitellään hallinto-oikeudessa. "
    "Asukkaille järjestetään esittelytilaisuus kirjastossa."
)


@pytest.mark.parametrize(
    ("text", "assumed", "language"),
    [
        pytest.param(SWEDISH, "sv", "sv", id="as assumed"),
        pytest.param(SWEDISH, "sv-FI", "sv-FI", id="as assumed, with a country"),
        pytest.param(SWEDISH, "en", "sv", id="another language"),
        pytest.param("Where do I find this form?", "sv", "en", id="a short text of common words"),
        pytest.param("Deutsch", "de", "de", id="a language's own name for itself"),
        pytest.param("Elektronisches Formular", "sv", None, id="a short text of rare words"),
        pytest.param(NAMES, "en", None, id="names"),
        pytest.param("112, 1177!", "sv", None, id="no words"),
        pytest.param(FINNISH, "en", "fi", id="few common words but many letters"),
        pytest.param("Добро пожаловать в город", "ru", "ru", id="another script"),
        pytest.param("Her finder du hvad kommunen gør for børn og unge", "nb", None, id="look-alikes"),
        pytest.param(SWEDISH, "so", None, id="a language that it does not know"),
    ],
)
def test_a_text_is_in_the_assumed_language_in_another_or_nobody_can_tell(
    text: str, assumed: str, language: str | None
) -> None:
    assert recognise(text, assumed) == language


@pytest.mark.parametrize(("before", "language"), [(250, "sv"), (700, "en")])
def test_a_long_text_is_in_the_language_of_most_of_it_wherever_that_stands(
    before: int, language: str
) -> None:
    english = "You will find here what the municipality does for children, and whom you can ask about it. "

    assert recognise(english * before + f"{SWEDISH} " * 400, "de") == language
