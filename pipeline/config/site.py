"""``source/site.toml``: who publishes, where, and in which languages."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - msgspec reads the types of fields when it runs
from dataclasses import dataclass, field, replace
from pathlib import Path  # noqa: TC003 - as above
from typing import TYPE_CHECKING

from pipeline.config import kinds, tags
from pipeline.config.external import External, external
from pipeline.config.files import read_text
from pipeline.config.located import read_toml
from pipeline.config.records import read_values, setting
from pipeline.model import Location, Policy, msg

if TYPE_CHECKING:
    from pipeline.config.located import Node

SITE_FILE = "source/site.toml"


def _policy(node: Node) -> Policy:
    return Policy(kinds.one_of(Policy)(node))


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """An edition's language: its BCP 47 tag, and the CLDR locale that its numbers and dates follow.

    ``policy`` says what happens to untranslated units; under ``fallback`` a page carries a notice when
    more than the share ``notice_above`` (0 to 1) of its units is untranslated.  ``reading_index`` is how
    hard a page may be: LIX at most, or in other languages than Swedish Flesch's reading ease at least.
    """

    tag: str
    locale: str = field(metadata=setting(tags.locale, 'locale = "en_GB"'))
    policy: Policy = field(default=Policy.BLOCK, metadata=setting(_policy, 'policy = "block"'))
    notice_above: float = field(default=0.0, metadata=setting(kinds.share, "notice_above = 0.2"))
    reading_index: float | None = field(
        default=None, metadata=setting(kinds.reading_index, "reading_index = 45")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The body that publishes: its name, its country (ISO 3166-1) and its own site."""

    name: str = field(metadata=setting(kinds.text, 'name = "Västerås stad"'))
    address_country: str = field(metadata=setting(tags.country, 'address_country = "SE"'))
    url: str = field(metadata=setting(kinds.web_address, 'url = "https://www.kommun.example"'))


def _organisation(node: Node) -> Organisation:
    return Organisation(**read_values(Organisation, node))


def _language(node: Node) -> Language:
    """Return the language that the table ``[languages.<tag>]`` describes."""
    tag = tags.language(replace(node, value=node.key, example="[languages.de]"))
    default = tags.default_locale(tag)
    values = read_values(Language, node, {"tag": tag, "locale": default or ""})
    if not values["locale"]:
        message = msg(
            'CLDR has no data for "{tag}"; choose whose dates and numbers it follows, as in {example} '
            "below {table}.",
            tag=tag,
            example='locale = "fi_FI"',
            table=node.table_name,
        )
        raise node.error(message)
    return Language(**values)


def _languages(node: Node) -> tuple[Language, ...]:
    return tuple(_language(child) for child in node.children())


_PAGES = kinds.list_of(kinds.page_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site's settings.  ``languages`` begins with the source language.

    ``menu`` and ``footer`` are page ids, ``root`` is absolute, ``address`` has no trailing slash.
    ``places`` tells where a key stands by its dotted name: ``"name"``, ``"menu.1"``, ``"languages.en"``.
    """

    root: Path
    name: str = field(metadata=setting(kinds.text, 'name = "Västerås stad"'))
    address: str = field(metadata=setting(kinds.web_address, 'address = "https://www.kommun.example"'))
    language: str = field(metadata=setting(tags.language, 'language = "sv"'))
    languages: tuple[Language, ...] = field(default=(), metadata=setting(_languages, "[languages.en]"))
    menu: tuple[str, ...] = field(default=(), metadata=setting(_PAGES, 'menu = ["index", "kontakt"]'))
    footer: tuple[str, ...] = field(
        default=(), metadata=setting(_PAGES, 'footer = ["tillganglighetsredogorelse"]')
    )
    organisation: Organisation = field(metadata=setting(_organisation, "[organisation]"))
    external: External = field(default=External(), metadata=setting(external, "[external]"))
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)


def load_site(root: Path) -> Site:
    """Read ``source/site.toml`` of the site at ``root``; raise ConfigError if it is not in order."""
    missing = msg(
        "There is no file {path}; run the command in a site's root, or name that with --site.", path=SITE_FILE
    )
    node = read_toml(read_text(root, SITE_FILE, missing), SITE_FILE)
    values = read_values(Site, node, {"root": root.absolute()})
    site = Site(**values, places=node.places())
    return replace(site, languages=_source_first(site, node))


def _source_first(site: Site, node: Node) -> tuple[Language, ...]:
    """Return the site's languages with the source language, which need not be listed, in front."""
    listed = next((language for language in site.languages if language.tag == site.language), None)
    if listed and listed.policy is not Policy.BLOCK:
        place = node.child("languages").child(site.language).child("policy")
        message = msg(
            '"{tag}" is the source language and needs no translation; delete its policy.', tag=site.language
        )
        raise place.error(message)
    source = listed or _language(_empty_table(node.child("language"), site.language))
    return (source, *(language for language in site.languages if language is not listed))


def _empty_table(node: Node, tag: str) -> Node:
    """Return the table that stands for a source language which is not listed."""
    return replace(node, value={}, key_path=("languages", tag))
