"""Numbers, dates, hours, telephone, address and language names, as a language writes them.

Everything here returns text for readers: U+00A0 stands where a line must not break, and nothing is
escaped for HTML.  Where a value goes to machines (JSON-LD, comparison), take :func:`plain` of it,
``Telephone.e164`` or ``Telephone.uri``.

``language`` is a BCP 47 tag (``sv``, ``pt-BR``) or the CLDR locale that a site chose for one
(``en_GB``).  CLDR, through Babel, knows most; small tables beside the code hold what it does not
know or what public authorities write differently.  Bad values raise :class:`FormatError`, a
``ValueError`` whose ``message`` can be shown to the person who typed them.
"""

from __future__ import annotations

from pipeline.formats.address import PostalAddress, postal_address
from pipeline.formats.dates import date_range, long_date, year_range
from pipeline.formats.faults import FormatError
from pipeline.formats.hours import Weekday, opening_hours, time_of_day, time_range
from pipeline.formats.languages import direction, in_language, is_language_tag, locale, name_in, own_name
from pipeline.formats.lists import enumerate_words
from pipeline.formats.numbers import decimal, file_label, file_size, percent
from pipeline.formats.spaces import NBSP, plain
from pipeline.formats.telephone import Telephone

__all__ = [
    "NBSP",
    "FormatError",
    "PostalAddress",
    "Telephone",
    "Weekday",
    "date_range",
    "decimal",
    "direction",
    "enumerate_words",
    "file_label",
    "file_size",
    "in_language",
    "is_language_tag",
    "locale",
    "long_date",
    "name_in",
    "opening_hours",
    "own_name",
    "percent",
    "plain",
    "postal_address",
    "time_of_day",
    "time_range",
    "year_range",
]
