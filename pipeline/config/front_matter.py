"""What stands between ``+++`` lines at the top of a page: title, description, slug and date."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.config import kinds
from pipeline.config.located import read_toml
from pipeline.config.records import read_values, setting
from pipeline.errors import ConfigError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pipeline.config.located import Node
    from pipeline.model import Message

_FENCE = re.compile(r"^\+\+\+[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_INDEX = "index"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A page's own data; ``title`` and ``description`` are in the source language.

    ``slug`` names the page in its address; an index page's is ``index``.  ``location`` is the first line,
    ``places`` tells where a key stands, by its name.
    """

    title: str = field(metadata=setting(kinds.text, 'title = "Bygga och bo"'))
    description: str | None = field(
        default=None, metadata=setting(kinds.text, 'description = "Så söker du bygglov."')
    )
    slug: str = field(metadata=setting(kinds.slug, 'slug = "bygga-och-bo"'))
    updated: date | None = field(default=None, metadata=setting(kinds.day, "updated = 2026-11-23"))
    location: Location = field(compare=False)
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)


def read_front_matter(text: str, path: str) -> tuple[FrontMatter, str, int]:
    """Split the page ``text`` into front matter, body, and the body's first line in the file (from 1).

    ``path`` is the page's, relative to the site's root with forward slashes.  The body is left as it is.
    Raises ConfigError if the front matter is missing, not closed or not in order.
    """
    text = text.removeprefix("\ufeff")
    opening = _FENCE.match(text)
    if not opening:
        raise ConfigError(_no_opening(text), Location(path, 1))
    closing = _FENCE.search(text, opening.end())
    if not closing:
        message = msg("The front matter is not closed; write +++ on a line of its own after its last key.")
        raise ConfigError(message, Location(path, 1))
    matter = text[opening.end() : closing.start()].replace("\r\n", "\n")
    node = read_toml(matter, path, first_line=2)
    return _front_matter(node, path), text[closing.end() :], text.count("\n", 0, closing.end()) + 1


def _no_opening(text: str) -> Message:
    """Return what to say of a page that does not begin with ``+++``."""
    if text.startswith("---"):
        return msg(
            'Front matter between --- lines is YAML; write +++ instead, and TOML between: title = "…".'
        )
    return msg('The page has no front matter; begin it with a line +++, title = "…", and a line +++.')


def _front_matter(node: Node, path: str) -> FrontMatter:
    """Return the front matter of the page at ``path``."""
    stem = PurePosixPath(path).stem
    table = node.table()
    given = {"location": Location(path, 1), "slug": stem}
    if stem == _INDEX and "slug" in table:
        message = msg('An index page has the address of its folder; delete the key "slug".')
        raise node.child("slug").error(message)
    values = read_values(FrontMatter, node, given)
    if not kinds.SLUG.fullmatch(values["slug"]):
        message = msg(
            'The file\'s name "{stem}" makes no address; add slug = "{slug}".',
            stem=stem,
            slug=_slugified(stem),
        )
        raise ConfigError(message, Location(path, 1))
    return FrontMatter(**values, places=node.places())


def _slugified(name: str) -> str:
    """Return a slug like ``name``: ``Om världen`` becomes ``om-varlden``."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", letters)) or "sida"
