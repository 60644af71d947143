"""Every hreflang is a language, perhaps in a script and of a region, as BCP 47 writes them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checks.languages import X_DEFAULT, agree, is_known, primary
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Link, SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Language, script, region, variants, extensions, private use (RFC 5646, 2.1).
_TAG: Final = re.compile(
    r"[a-z]{2,8}(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*"
    r"(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
# Countries that are written where their language is meant, and no languages themselves.
_COUNTRIES: Final[Mapping[str, str]] = {
    "al": "sq", "at": "de", "cn": "zh", "cz": "cs", "dk": "da", "ge": "de", "gb": "en", "jp": "ja",
    "rs": "sr", "ua": "uk", "us": "en",
}  # fmt: skip
_SAMI, _SWEDISH = "se", "sv"


class HreflangTag(Rule[SitePage, Link]):
    """Search engines pass over an edition whose language they do not know: its readers get another one.

    Write a language and, only where it matters, a region: "sv", "en-GB". Swedish is "sv", German is "de";
    "se" is Northern Sami.
    """

    id = "hreflang-tag"
    title = msg("The languages of editions are languages")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links that say in which language their target is."""
        return (
            link
            for link in page.links
            if link.reference.language and link.reference.language.lower() != X_DEFAULT
        )

    def expectation(self, link: Link) -> Verdict:
        """Require a well-formed tag of a known language and region, and Sami only where Sami is meant."""
        language = link.reference.language
        meant = _COUNTRIES.get(primary(language.replace("_", "-")))
        if meant is not None and not is_known(language):
            return Failed(
                msg('"{tag}" is a country and no language. Write "{meant}".', tag=language, meant=meant),
                "hreflang",
            )
        if "_" in language:
            return Failed(
                msg('"{tag}" is no language tag. Write hyphens for underscores.', tag=language), "hreflang"
            )
        if not is_known(language):
            return Failed(
                msg(
                    'No language has the tag "{language}". Write for example "sv", "en" or "de".',
                    language=language,
                ),
                "hreflang",
            )
        return _of_known(link, language)


def _of_known(link: Link, language: str) -> Verdict:
    found = _TAG.fullmatch(language)
    if found is None or not _is_region(found["region"]):
        return Failed(
            msg(
                '"{tag}" names no region that exists. Write the language alone, or a region of ISO 3166, '
                "as in en-GB.",
                tag=language,
            ),
            "hreflang",
        )
    return _sami(link) if primary(language) == _SAMI else PASSED


def _sami(link: Link) -> Verdict:
    """Return whether Northern Sami may be meant: it is not what leads to a page in Swedish."""
    target = link.leads_to
    if target is None and agree(_SWEDISH, link.page.facts.language):
        return CannotTell(
            msg('"se" is Northern Sami. See whether Swedish is meant; that is "sv".'), "hreflang"
        )
    if target is not None and agree(_SWEDISH, target.facts.language):
        return Failed(msg('"se" is Northern Sami, and the page is in Swedish. Write "sv".'), "hreflang")
    return PASSED


def _is_region(region: str | None) -> bool:
    return region is None or region.isdigit() or region.upper() in _regions()


@cache
def _regions() -> frozenset[str]:
    lines = Path(__file__).with_name("regions.txt").read_text(encoding="ascii").splitlines()
    return frozenset(region for line in lines if not line.startswith("#") for region in line.split())
