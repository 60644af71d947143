"""``robots.txt``: what a server asks programs to keep away from (RFC 9309).

Python's own reader takes the first rule that fits and knows no ``*`` and ``$`` in paths; the standard
says the longest, and site owners use both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from checks.network.patterns import matches

BYTES = 512_000  # of the file; the standard asks for 500 kibibytes at least
LISTED = 10_000  # rules of one group; more of them nobody has written
_RULES = {"allow", "disallow", "crawl-delay"}
_NAME = re.compile(r"[A-Za-z_-]+")
_ANYBODY = "*"
_PACE_LIMIT = 10.0  # seconds; who asks for more is asked at this pace


@dataclass(slots=True)
class Robots:
    """What a server allows one program: rules as ``(path, is_allowed)``, and the pause it asks for."""

    rules: list[tuple[str, bool]] = field(default_factory=list)
    pause: float = 0.0

    def allows(self, path: str) -> bool:
        """Return whether ``path`` (with its query) may be fetched: the longest rule decides, then *allow*."""
        wanted = _plain(path)
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, wanted)]
        return max(fitting, default=(0, True))[1]


EVERYTHING = Robots()


def read(text: str, agent: str) -> Robots:
    """Return what the file says to ``agent``: the groups that name it, else those for anybody."""
    groups: dict[str, Robots] = {}
    addressed: set[str] = set()  # of the two that matter, those that the next rules are for
    are_named = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, value = _pair(line)
        if key == "user-agent":
            name = _agent(value)
            addressed = (addressed if are_named else set()) | ({name} & {_agent(agent), _ANYBODY})
            groups |= {name: Robots() for name in addressed - groups.keys()}
            are_named = True
        elif key in _RULES:
            are_named = False
            for name in addressed:
                _add(groups[name], key, value)
    return groups.get(_agent(agent)) or groups.get(_ANYBODY) or EVERYTHING


def _add(robots: Robots, key: str, value: str) -> None:
    if key == "crawl-delay":
        robots.pause = min(_number(value), _PACE_LIMIT)
    elif value and len(robots.rules) < LISTED:
        robots.rules.append((_plain(value), key == "allow"))


def _pair(line: str) -> tuple[str, str]:
    key, _, value = line.partition("#")[0].partition(":")
    return key.strip().lower(), value.strip()


def _agent(value: str) -> str:
    name = _NAME.match(value)
    return name[0].lower() if name else _ANYBODY if value.startswith(_ANYBODY) else ""


def _number(value: str) -> float:
    return float(value) if re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,6})?", value) else 0.0


def _fits(rule: str, path: str) -> bool:
    """Return whether a rule is about ``path``: a beginning of it, where ``$`` does not ask for its end."""
    ending = rule.removesuffix("$") if rule.endswith("$") else f"{rule}*"
    return matches(tuple(ending.split("*")), path)


def _plain(path: str) -> str:
    """Return ``path`` so that two ways to write it are one; bytes are told apart, not understood."""
    return unquote_to_bytes(path).decode("latin-1")
