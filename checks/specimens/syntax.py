"""PDF as it is written: the objects in a text, each as its own text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"""(?P<space>\s+)
      | (?P<string>\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))
      | (?P<open><<|\[) | (?P<close>>>|\])
      | <[0-9A-Fa-f\s]*> | "[^"]*" | [/@]?[^\s()<>\[\]/"@]+ | /""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
_IRREGULAR: Final = re.compile(r"[^!-~]|[#()<>\[\]{}/%]")


def objects(text: str) -> list[str]:
    """Return the objects that stand in ``text``; raises ``ValueError`` where they are not written as PDF."""
    found: list[str] = []
    depth = 0
    for token, nesting in _tokens(text):
        if depth:
            found[-1] += f" {token}"
        else:
            found.append(token)
        depth += nesting
        if depth < 0:
            break
    if depth:
        raise ValueError(f"brackets do not match in: {text}")
    return found


def entries(text: str) -> dict[str, str]:
    """Return the entries of a dictionary, written without its brackets."""
    found = objects(text)
    keys = found[::2]
    if len(found) % 2 or not all(key.startswith("/") for key in keys):
        raise ValueError(f"these are no entries of a dictionary: {text}")
    return dict(zip(keys, found[1::2], strict=True))


def dictionary(values: dict[str, str]) -> str:
    """Return a dictionary as it is written; null is nothing."""
    return "<< " + " ".join(f"{key} {value}" for key, value in values.items() if value != "null") + " >>"


def name(text: str) -> str:
    """Return ``text`` as a name (ISO 32000-1, 7.3.5)."""
    return "/" + _IRREGULAR.sub(lambda found: "".join(f"#{byte:02X}" for byte in found[0].encode()), text)


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """Yield each token with how many levels it opens."""
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise ValueError(f"this is not written as PDF: {text[at:]}")
        at = found.end()
        if found["string"]:
            yield _string(found[0]), 0
        elif not found["space"]:
            yield found[0], bool(found["open"]) - bool(found["close"])


def _string(written: str) -> str:
    """Return a string in characters that every file can hold (7.9.2.2)."""
    if written.isascii():
        return written
    text = _ESCAPE.sub(r"\1", written[1:-1])
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
