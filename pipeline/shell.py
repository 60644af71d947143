"""The texts that belong to the site as a whole: the page shell's, and what records say in words.

They are units like any other and live in the catalog ``shell``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.config import SITE_FILE
from pipeline.errors import SourceError
from pipeline.files import files_below
from pipeline.model import Location, msg
from pipeline.segment.model import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pipeline.config import Contact, Site

NAME = "shell"
TEMPLATES = "source/templates"

_NEEDED = ("page.html", "contact.html")


def find_templates(root: Path) -> dict[str, Path]:
    """Return the templates of the site at ``root`` by their path below ``source/templates``, in order.

    Raises SourceError for a link out of ``source/``, and where one that the pages need is missing.
    """
    folder = root / TEMPLATES
    names = files_below(folder, TEMPLATES, root / "source") if folder.is_dir() else ()
    found = {name: folder / name for name in names if name.endswith(".html")}
    for name in _NEEDED:
        if name not in found:
            raise SourceError(
                msg("There is no template {name}. Put it there.", name=name),
                Location(f"{TEMPLATES}/{name}", 1),
            )
    return found


def shell_units(
    site: Site, contacts: Mapping[str, Contact], templates: Mapping[str, Path]
) -> tuple[Unit, ...]:
    """Return the site's own units in a stable order, each text once.

    Raises SourceError for a file that is no template: its texts would seem to be gone.
    """
    found: dict[str, Unit] = {}
    for msgid, source, line, note in _texts(site, contacts, templates):
        if msgid not in found:
            found[msgid] = Unit(len(found) + 1, source, line, msgid, None, (note,) if note else (), {}, ())
    return tuple(found.values())


def _texts(
    site: Site, contacts: Mapping[str, Contact], templates: Mapping[str, Path]
) -> Iterator[tuple[str, str, int, str]]:
    yield site.name, SITE_FILE, site.places["name"].line, "Name of the site, in every page's title"
    place = site.places["organisation.name"]
    yield site.organisation.name, SITE_FILE, place.line, "Name of the organisation behind the site"
    for name, path in templates.items():
        yield from _template_texts(path, f"{TEMPLATES}/{name}")
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
            found = babel_extract(file, ("_",), ("Translators:",), {"silent": "false"})
            for line, _function, message, comments in found:
                if not isinstance(message, str):
                    raise SourceError(msg("_() takes one text. Write one for each."), Location(name, line))
                note = " ".join(comments).removeprefix("Translators:").strip()
                yield message, name, line, note
    except TemplateSyntaxError as error:
        raise SourceError(
            msg("The template does not work: {reason}.", reason=str(error.message).rstrip(".")),
            Location(name, error.lineno),
        ) from None
    except UnicodeDecodeError:
        raise SourceError(msg("This is not UTF-8. Save the file as UTF-8."), Location(name, 1)) from None
