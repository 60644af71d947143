"""E-mail addresses in running text, and in ``mailto:`` (RFC 6068)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from checks.values.spaces import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator

_HIDDEN = INVISIBLE.pattern[1:-1]  # people do not see them, so they belong to the address as people read it
_LOOKALIKES = "\u2010\u2011"  # hyphens that no keyboard gives
_WORD = rf"[\w.%+'&{_HIDDEN}{_LOOKALIKES}-]"
_EMAIL = re.compile(
    rf"(?<![\w@/:]){_WORD}{{1,64}}@(?:[\w{_HIDDEN}{_LOOKALIKES}-]{{1,63}}\.){{1,8}}[\w{_HIDDEN}-]{{2,24}}(?![\w@])"
)
_VALID = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_ESCAPES = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNSAFE = re.compile(r'[^\x21-\x7e]|["<>\[\\\]^`{|}]')
SCHEME = re.compile(r"mailto:", re.IGNORECASE)


class Email(NamedTuple):
    """An address in a text, from ``start`` to ``end``, as it is written there."""

    start: int
    end: int
    text: str

    @property
    def address(self) -> str:
        """Return what identifies it: letter case and what nobody sees do not."""
        return canonical(self.text)


def find(text: str) -> Iterator[Email]:
    """Yield the addresses in ``text``."""
    at = text.find("@")
    if at < 0:
        return
    for found in _EMAIL.finditer(text):
        written = found[0].lstrip(".'-")
        yield Email(found.end() - len(written), found.end(), written)


def canonical(written: str) -> str:
    """Return an address without what nobody sees, in lower case."""
    seen = INVISIBLE.sub("", written).replace("\u2010", "-").replace("\u2011", "-")
    return seen.strip().lower()


def is_valid(address: str) -> bool:
    """Return whether mail can be sent to ``address``: ASCII, one @, a domain with a dot, no empty part."""
    local = address.partition("@")[0]
    return (
        bool(_VALID.fullmatch(address))
        and ".." not in address
        and not local.startswith(".")
        and not local.endswith(".")
    )


class Mailto(NamedTuple):
    """A ``mailto:`` address taken apart: who gets the mail, and whether it is written as RFC 6068 asks."""

    recipients: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    unsafe: str  # the first character that must be percent-encoded, or is half an encoding

    @property
    def copied(self) -> tuple[str, ...]:
        """Return who gets a copy."""
        values = (value for name, value in self.fields if name in {"cc", "bcc"})
        return tuple(one for value in values for one in value.split(",") if one.strip())

    @classmethod
    def parse(cls, href: str) -> Mailto:
        """Take ``href`` apart, whatever it is; it begins with ``mailto:``."""
        rest = SCHEME.sub("", href, count=1)
        to, _, query = rest.partition("?")
        pairs = [field.partition("=") for field in query.split("&") if field]
        fields = tuple((name.lower(), unquote(value)) for name, _, value in pairs)
        recipients = [unquote(one) for one in to.removeprefix("//").split(",") if one.strip()]
        recipients += [one for name, value in fields if name == "to" for one in value.split(",")]
        unsafe = _UNSAFE.search(rest) or _ESCAPES.search(rest)
        return cls(tuple(recipients), fields, unsafe[0] if unsafe else "")
