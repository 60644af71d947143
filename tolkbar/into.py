"""The languages that a command of translators is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.config import SITE_FILE
from pipeline.errors import ConfigError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Collection

    from pipeline.config import Site
    from pipeline.config.site import Language


def languages_into(site: Site, wanted: Collection[str]) -> tuple[Language, ...]:
    """Return the languages that ``site`` is translated into, of these the ``wanted`` ones; all where none is.

    Raises ConfigError for one that the site does not have.
    """
    found = site.languages[1:]
    known = [language.tag for language in found]
    for tag in wanted:
        if tag not in known:
            raise ConfigError(
                msg(
                    "The site is not translated into {language}. Name one of: {known}.",
                    language=tag,
                    known=", ".join(known) or "–",
                ),
                Location(SITE_FILE, 1),
            )
    return tuple(language for language in found if not wanted or language.tag in wanted)
