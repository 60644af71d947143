"""The kinds of values: each function reads one from its node, or raises a ConfigError that says how."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from pipeline.config.located import shown
from pipeline.config.records import closest
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pipeline.config.located import Node
    from pipeline.model import Message

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a page's address, a record's name and a file's name in an address are made of."""

HOME_REGION = "SE"
"""Where a telephone number without a country code is at home."""

_FOLDED = re.compile(r"[ \t\n]+")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
_ADDRESS = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::[0-9]{1,5})?(?:/[\w.~!$&'()*+,;=:@%-]+)*", re.ASCII
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_NATIONAL = re.compile(r"0\d{1,3}-\d{2,3}(?: \d{2,3})+", re.ASCII)
"""Area code, hyphen, groups of two or three: a digit lost or added leaves a group of one."""
_ABROAD = re.compile(r"\+(?!46)\d{1,3}(?: \d+(?:-\d+)?)+", re.ASCII)
_POSTCODE = re.compile(r"\d{3} \d{2}", re.ASCII)
_PAGE = re.compile(r"(?!\.)[^/\\]+(?:/(?!\.)[^/\\]+)*")
_PAGE_SUFFIX = re.compile(r"\.(?:md|html)$")


def text(node: Node) -> str:
    """Return the text at ``node``, not empty, on one line: line ends and runs of spaces become a space."""
    if not isinstance(node.value, str):
        raise node.error(
            msg(
                'The key "{key}" needs text in quotation marks, as in {example}.',
                key=node.key,
                example=node.example,
            )
        )
    folded = _FOLDED.sub(" ", node.value).strip(" ")
    if not folded:
        raise node.error(
            msg('The key "{key}" is empty; write {example}.', key=node.key, example=node.example)
        )
    invisible = _INVISIBLE.search(folded)
    if invisible:
        raise node.error(
            msg(
                'The key "{key}" holds the invisible character {character}; delete it.',
                key=node.key,
                character=f"U+{ord(invisible.group()):04X}",
            )
        )
    return folded


def web_address(node: Node) -> str:
    """Return the http or https address at ``node`` without a trailing slash, its host in small letters."""
    value = text(node).rstrip("/")
    scheme, separator, rest = value.partition("://")
    host, slash, path = rest.partition("/")
    address = f"{scheme.lower()}{separator}{host.lower()}{slash}{path}"
    if not _ADDRESS.fullmatch(address):
        raise node.error(
            msg(
                '"{value}" is no web address; write https:// and the host in ASCII, as in {example}.',
                value=shown(value),
                example=node.example,
            )
        )
    return address


def email(node: Node) -> str:
    """Return the e-mail address at ``node``, as it is written."""
    value = text(node)
    if not _EMAIL.fullmatch(value):
        raise node.error(
            msg('"{value}" is no e-mail address; write {example}.', value=shown(value), example=node.example)
        )
    return value


def telephone(node: Node) -> str:
    """Return the number at ``node``: in Sweden ``021-39 26 36``, elsewhere ``+49 30 123456``.

    The form is demanded because it catches what phonenumbers lets through: a number with a digit lost
    or added may be another valid number.
    """
    value = text(node).translate(_SPACES)
    form = _NATIONAL if value.startswith("0") else _ABROAD
    if not form.fullmatch(value) or not _is_telephone(value):
        raise node.error(
            msg(
                '"{value}" is no telephone number; write area code, hyphen and groups of two or three digits '
                "as in {example}, and one abroad with + and its country code.",
                value=shown(value),
                example=node.example,
            )
        )
    return value


def postcode(node: Node) -> str:
    """Return the Swedish postcode at ``node``: five digits, a space after the third."""
    value = text(node).translate(_SPACES)
    if not _POSTCODE.fullmatch(value):
        raise node.error(
            msg(
                '"{value}" is no postcode; write three digits, a space and two digits, as in {example}.',
                value=shown(value),
                example=node.example,
            )
        )
    return value


def slug(node: Node) -> str:
    """Return the slug at ``node``: small letters a-z, digits and single hyphens."""
    value = text(node)
    if not SLUG.fullmatch(value):
        raise node.error(
            msg(
                '"{value}" is no slug; write a-z, 0-9 and single hyphens only, as in {example}.',
                value=shown(value),
                example=node.example,
            )
        )
    return value


def records(node: Node) -> Iterator[Node]:
    """Yield the records of the file at ``node``: its tables, each named as pages refer to it."""
    for record in node.children():
        if not isinstance(record.value, dict | list):
            message = msg(
                'The key "{key}" stands in no record; begin each with its name, as in {example}.',
                key=shown(record.key),
                example="[kontakt-center]",
            )
            raise record.error(message)
        if not SLUG.fullmatch(record.key):
            message = msg(
                '"{value}" is no name for a record; write a-z, 0-9 and single hyphens only, as in {example}.',
                value=shown(record.key),
                example="[kontakt-center]",
            )
            raise record.error(message)
        yield record


def page_id(node: Node) -> str:
    """Return the page id at ``node``: the page's path below ``source/pages`` without its suffix."""
    value = text(node)
    if _PAGE_SUFFIX.search(value) or not _PAGE.fullmatch(value):
        raise node.error(
            msg(
                '"{value}" is no page; write its path below source/pages without suffix, as in {example}.',
                value=shown(value),
                example=node.example,
            )
        )
    return value


def share(node: Node) -> float:
    """Return the number at ``node``, from 0 to 1."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise node.error(
            msg(
                'The key "{key}" needs a number from 0.0 to 1.0, as in {example}.',
                key=node.key,
                example=node.example,
            )
        )
    return float(value)


def reading_index(node: Node) -> float:
    """Return the number at ``node``, from 0 to 100."""
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 100:  # noqa: PLR2004
        raise node.error(
            msg(
                'The key "{key}" needs a number from 0 to 100, as in {example}.',
                key=node.key,
                example=node.example,
            )
        )
    return float(value)


def day(node: Node) -> date:
    """Return the date at ``node``."""
    if isinstance(node.value, date) and not isinstance(node.value, datetime):
        return node.value
    raise node.error(
        msg(
            'The key "{key}" needs a date without quotation marks, as in {example}.',
            key=node.key,
            example=node.example,
        )
    )


def clock(node: Node) -> time:
    """Return the time of day at ``node``."""
    if isinstance(node.value, time):
        return node.value
    raise node.error(
        msg(
            'The key "{key}" needs a time without quotation marks, as in {example}.',
            key=node.key,
            example=node.example,
        )
    )


def one_of(words: Iterable[str]) -> Callable[[Node], str]:
    """Return the kind of value that is one of ``words``."""
    known = tuple(words)

    def read(node: Node) -> str:
        value = text(node)
        if value in known:
            return value
        raise node.error(_no_choice(value, known, node.key))

    return read


def list_of(kind: Callable[[Node], str]) -> Callable[[Node], tuple[str, ...]]:
    """Return the kind of value that is a list of ``kind``, none of them twice."""

    def read(node: Node) -> tuple[str, ...]:
        values: dict[str, None] = {}
        for element in node.elements():
            value = kind(element)
            if value in values:
                raise element.error(
                    msg(
                        '"{value}" stands twice in "{key}"; keep one of the two.',
                        value=shown(value),
                        key=node.key,
                    )
                )
            values[value] = None
        return tuple(values)

    return read


def _no_choice(value: str, known: tuple[str, ...], key: str) -> Message:
    """Return what to say of a value that is none of the ``known`` ones."""
    meant = closest(value[:100], known)
    if meant:
        return msg(
            '"{value}" is no value of "{key}"; did you mean "{meant}"?',
            value=shown(value),
            key=key,
            meant=meant,
        )
    return msg(
        '"{value}" is no value of "{key}"; write one of {known}.',
        value=shown(value),
        key=key,
        known=", ".join(known),
    )


def _is_telephone(value: str) -> bool:
    """Whether somebody can have the number ``value``."""
    import phonenumbers  # noqa: PLC0415 - takes a while to import

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(value, HOME_REGION))
    except phonenumbers.NumberParseException:
        return False
