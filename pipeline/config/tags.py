"""Language tags (BCP 47), CLDR locales and countries, as far as Unicode's CLDR knows them (Babel)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.config.kinds import text
from pipeline.config.located import shown
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from pipeline.config.located import Node

_TAG = re.compile(r"([a-z]{2,3})(?:-([A-Z][a-z]{3}))?(?:-([A-Z]{2}))?")
_LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|[0-9]{3}))?")
_MISSPELT = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?")

_EUROPEAN = {"en": "en_GB"}
"""CLDR takes plain ``en`` for American, with its dates and paper; a European city writes British."""


def is_language(tag: str) -> bool:
    """Whether ``tag`` is a language tag in its proper spelling: ``sv``, ``en-GB``, ``zh-Hans``."""
    match = _TAG.fullmatch(tag)
    if not match or match[1] == "und":
        return False
    language, script, region = match.groups()
    subtags = _likely()
    has_script = script is None or f"und_{script}" in subtags
    return language in subtags and has_script and (region is None or is_country(region))


def language(node: Node) -> str:
    """Return the language tag at ``node``; raise ConfigError if it is none."""
    value = text(node)
    if is_language(value):
        return value
    meant = _meant_language(value)
    if meant:
        message = msg(
            '"{value}" is no language tag; did you mean "{meant}"?', value=shown(value), meant=meant
        )
    else:
        message = msg(
            '"{value}" is no language tag; write one, as in {example}.',
            value=shown(value),
            example=node.example,
        )
    raise node.error(message)


def locale(node: Node) -> str:
    """Return the CLDR locale at ``node``; raise ConfigError if CLDR has no data for it."""
    value = text(node)
    if has_locale(value):
        return value
    message = msg(
        '"{value}" is no CLDR locale; write one, as in {example}.', value=shown(value), example=node.example
    )
    raise node.error(message)


def country(node: Node) -> str:
    """Return the country code at ``node``; raise ConfigError if it is none."""
    value = text(node)
    if is_country(value):
        return value
    message = msg(
        '"{value}" is no country code; write two capitals, as in {example}.',
        value=shown(value),
        example=node.example,
    )
    raise node.error(message)


def default_locale(tag: str) -> str | None:
    """Return the locale in which a page in language ``tag`` writes dates and numbers; None without data."""
    name = tag.replace("-", "_")
    if name in _EUROPEAN:
        return _EUROPEAN[name]
    region = _likely().get(name, name).rpartition("_")[2]
    return next((found for found in (f"{name}_{region}", name) if has_locale(found)), None)


def has_locale(name: str) -> bool:
    """Whether CLDR has data for the locale ``name``: ``sv_SE``, ``zh_Hans_CN``."""
    from babel.localedata import exists  # noqa: PLC0415 - Babel takes a while to import

    return _LOCALE.fullmatch(name) is not None and exists(name)


def is_country(code: str) -> bool:
    """Whether ``code`` is a country of ISO 3166-1, or was one once: ``SE``."""
    return code in _cldr("territory_currencies")


def _meant_language(value: str) -> str | None:
    """Return the tag that somebody meant by ``EN``, ``en_GB``, ``swe`` or, a country's code, ``dk``."""
    match = _MISSPELT.fullmatch(value)
    if not match:
        return None
    language, script, region = match.groups()
    parts = (language.lower(), script and script.title(), region and region.upper())
    spelt = "-".join(part for part in parts if part)
    of_country = _likely().get(f"und_{value.upper()}", "").partition("_")[0]
    candidates = (spelt, _cldr("language_aliases").get(value.lower(), ""), of_country)
    return next((tag for tag in candidates if is_language(tag)), None)


def _likely() -> Mapping[str, str]:
    """Return CLDR's likely subtags, which know every language: ``fit`` → ``fit_Latn_SE``."""
    return _cldr("likely_subtags")


def _cldr(
    table: Literal["likely_subtags", "language_aliases", "territory_currencies"],
) -> Mapping[str, str]:
    """Return one of CLDR's tables that belong to no locale."""
    from babel.core import get_global  # noqa: PLC0415 - Babel takes a while to import

    found: Mapping[str, str] = get_global(table)
    return found
