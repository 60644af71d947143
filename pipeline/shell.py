"""The texts that belong to the site as a whole: the page shell's, and what records say in words.

They are units like any other and live in the catalog ``shell``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.config import SITE_FILE
from pipeline.errors import SourceError
from pipeline.model import Location, msg
from pipeline.segment.model import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pipeline.config import Contact, Site

NAME = "shell"
TEMPLATES = "source/templates"


def shell_units(site: Site, contacts: Mapping[str, Contact]) -> tuple[Unit, ...]:
    """Return the site's own units in a stable order, each text once.

    Raises SourceError for a template that is missing or is no template.
    """
    found: dict[str, Unit] = {}
    for msgid, source, line, note in _texts(site, contacts):
        if msgid not in found:
            found[msgid] = Unit(len(found) + 1, source, line, msgid, None, (note,) if note else (), {}, ())
    return tuple(found.values())


def _texts(site: Site, contacts: Mapping[str, Contact]) -> Iterator[tuple[str, str, int, str]]:
    yield site.name, SITE_FILE, site.places["name"].line, "Name of the site, in every page's title"
    place = site.places["organisation.name"]
    yield site.organisation.name, SITE_FILE, place.line, "Name of the organisation behind the site"
    for template in sorted((site.root / TEMPLATES).glob("*.html")):
        yield from _template_texts(template, f"{TEMPLATES}/{template.name}")
    for contact in contacts.values():
        for key, text in (("role", contact.role), ("unit", contact.unit)):
            if text:
                place = contact.places[key]
                yield text, place.path, place.line, f"{key.capitalize()} of {contact.name}"


def _template_texts(path: Path, name: str) -> Iterator[tuple[str, str, int, str]]:
    from jinja2 import TemplateSyntaxError  # noqa: PLC0415 - sites that did not change need no Jinja
    from jinja2.ext import babel_extract  # noqa: PLC0415 - as above

    try:
        with path.open("rb") as file:
            for line, _function, message, comments in babel_extract(file, ("_",), ("Translators:",), {}):
                note = " ".join(comments).removeprefix("Translators:").strip()
                yield str(message), name, line, note
    except TemplateSyntaxError as error:
        raise SourceError(
            msg("This is no Jinja template: {reason}.", reason=str(error.message).rstrip(".")),
            Location(name, error.lineno),
        ) from None
    except UnicodeDecodeError:
        raise SourceError(msg("This is not UTF-8. Save the file as UTF-8."), Location(name, 1)) from None
