"""The header of a new catalog and of a template: the fields that gettext asks for, and no invented ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.errors import ConfigError
from pipeline.model import msg
from pipeline.po import Entry

if TYPE_CHECKING:
    from datetime import datetime

_FORM: Final = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
# What msginit writes where no person has translated yet.
_NOBODY: Final = "Automatically generated"
_NO_TEAM: Final = "none"


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose texts they are, for the headers of catalogs.

    ``project`` is the site's name, ``report_to`` an address for faults in the source texts,
    ``created`` the time, with its zone, that a new catalog bears until a translator saves it.
    """

    project: str
    report_to: str
    created: datetime


def catalog_header(language: str, origin: Origin) -> dict[str, str]:
    """Return the header of a new catalog in ``language`` (BCP 47).

    Raises ``ConfigError`` for a language that CLDR does not know, for it has no plural rule then.
    """
    return {
        "Project-Id-Version": origin.project,
        "Report-Msgid-Bugs-To": origin.report_to,
        "PO-Revision-Date": origin.created.strftime("%Y-%m-%d %H:%M%z"),
        "Last-Translator": _NOBODY,
        "Language-Team": _NO_TEAM,
        "Language": language.replace("-", "_"),
        **_FORM,
        "Plural-Forms": _plural_forms(language),
        "X-Generator": "Tolkbar",
    }


def template_header(project: str, report_to: str) -> dict[str, str]:
    """Return the header of a template; it bears no date, so that the same units give the same bytes."""
    return {"Project-Id-Version": project, "Report-Msgid-Bugs-To": report_to, **_FORM}


def header_entry(fields: dict[str, str]) -> Entry:
    """Return ``fields`` as the entry that they are in a file."""
    return Entry("", "".join(f"{name}: {value}\n" for name, value in fields.items()))


def _plural_forms(language: str) -> str:
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - old catalogs know their forms
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - as above

    try:
        return get_plural(Locale.parse(language.replace("-", "_"))).plural_forms
    except (UnknownLocaleError, ValueError):
        raise ConfigError(msg("{language} is no language that CLDR knows.", language=language)) from None
