"""How far the translations of a site have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.report import Progress
from pipeline.catalog import statistics
from pipeline.shell import NAME as SHELL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.locales import Locales
    from pipeline.site import Source


def progress(source: Source, locales: Locales) -> Iterator[Progress]:
    """Yield the progress of every page, and of the page shell, in every language but the source's."""
    for language in source.site.languages[1:]:
        for page in (*sorted(source.files), SHELL):
            catalog = locales.catalog(language.tag, page)
            if catalog is not None:
                counts = statistics(catalog)
                yield Progress(language.tag, page, counts.translated, counts.fuzzy, counts.untranslated)
