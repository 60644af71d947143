"""When a document says that it was made and changed (ISO 32000-1, 7.9.4; XMP, ISO 16684-1, 8.2.1.1)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_PDF: Final = re.compile(
    r"(?:D:)?(?P<year>\d{4})(?P<month>\d\d)?(?P<day>\d\d)?(?P<hour>\d\d)?(?P<minute>\d\d)?(?P<second>\d\d)?"
    r"(?P<zone>Z|[+-]\d\d'?(?:\d\d)?'?)?(?:00'?(?:00'?)?)?",
    re.ASCII,
)
_XMP: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?",
    re.ASCII,
)
_PARTS: Final = {"year": 0, "month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0}  # if it is left out
_FIRST: Final = 1993  # the year of the first PDF
SLACK: Final = timedelta(days=1)  # for zones that are not stated, and for clocks that differ


class Dated(NamedTuple):
    """Two dates as they are written, None where one is not; ``today`` is None where nobody knows."""

    created: str | None
    modified: str | None
    today: date | None = None

    @property
    def is_in_order(self) -> bool:
        """Return whether it was not changed before it was made."""
        created, modified = moment(self.created or ""), moment(self.modified or "")
        if created is None or modified is None:
            return True
        is_rough = len(re.sub(r"\D", "", self.modified or "")) < len("20260302")  # a year, or a month
        return is_rough or modified + SLACK >= created

    @property
    def to_come(self) -> str | None:
        """Return the date that has not come yet; None where both have."""
        for written in (self.created, self.modified):
            when = moment(written or "")
            if when is not None and self.today is not None and (when - SLACK).date() > self.today:
                return written
        return None


def dates_of(facts: Facts) -> Iterator[Dated]:
    """Yield the dates of the XMP metadata, and of the dictionary beside them."""
    for dated in (facts.metadata, facts.information):
        if dated is not None and (dated.created or dated.modified):
            yield Dated(dated.created or None, dated.modified or None)


def moment(written: str) -> datetime | None:
    """Return when it was; None for what is no date, or one from before there was PDF."""
    text = written.strip()
    found = _PDF.fullmatch(text) or _XMP.fullmatch(text)
    if found is None or int(found["year"]) < _FIRST:
        return None
    numbers = {name: int(found[name] or start) for name, start in _PARTS.items()}
    try:
        return datetime(**numbers, tzinfo=_zone(found["zone"]))
    except ValueError:
        return None


def _zone(written: str | None) -> timezone:
    if not written or written == "Z":
        return UTC
    digits = re.sub(r"\D", "", written)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if written.startswith("-") else offset)
