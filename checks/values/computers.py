"""Names of folders and computers, as programs leave them in documents, and what gives away an account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.values import email

if TYPE_CHECKING:
    from collections.abc import Iterator

_REST: Final = r"[^\s\"'<>|*?;,]*"  # what may follow in a path
_WINDOWS: Final = rf"(?<![A-Za-z0-9/])[A-Za-z]:[\\/][\w.~$%-]{{2}}{_REST}"
_SHARE: Final = rf"(?<![\\\w])\\\\[\w.-]+\\[\w$.%-]{_REST}"
_FILE: Final = rf"\bfile:/{_REST}"
_HOME: Final = rf"(?<![\w./%-])/(?:home|Users|Volumes|private|tmp|var|mnt|media|root)/[\w.~%-]{_REST}"
_MACHINE: Final = (  # as Windows and macOS name a new computer
    r"\b(?:DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8}|WIN-[A-Z0-9]{11}"
    r"|\w{1,30}-MacBook(?:-\w{1,10}){0,2}(?:\.local)?)\b"
)
_LEFT: Final = re.compile(f"{_FILE}|{_WINDOWS}|{_SHARE}|{_HOME}|{_MACHINE}")
_LONGEST: Final = 200_000  # characters of a text that are looked at

_ACCOUNT: Final = re.compile(
    r"""
      [\w.-]+\\[\w.$-]+                # vasteras\anna01
    | [a-z]{2,8}[._-]?\d{2,8}          # anna01, abc123
    | [a-z]\d{4,8}                     # u12345
    | [A-Z]{2,5}(?!(?:19|20)\d\d$)\d{3,8}  # ABC123, and not ABC2026
    | \d{4,12}                         # an employee's number
    | [a-zåäöéü]+[._][a-zåäöéü]{4,}    # anna.svensson; a domain ends in fewer letters
    """,
    re.VERBOSE,
)
_ANYBODY: Final = frozenset(  # what programs write where nobody gave a name
    "admin,administrator,administratör,root,user,användare,benutzer,owner,ägare,guest,default,office user,"
    "windows user,windows-användare,windows-benutzer,microsoft office user".split(",")
)


def find(text: str) -> Iterator[str]:
    """Yield what in ``text`` names a folder of a computer, a computer, or a server of an office."""
    return (found[0].rstrip(".)]") for found in _LEFT.finditer(text[:_LONGEST]))


def is_account(name: str) -> bool:
    """Return whether ``name`` is how a computer calls somebody; names of people and organisations are not."""
    written = name.strip()
    return (
        written.lower() in _ANYBODY
        or bool(_ACCOUNT.fullmatch(written))
        or email.is_valid(written.removeprefix("mailto:"))
    )
