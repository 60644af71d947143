"""Language tags (BCP 47): which primary languages exist, and whether two tags agree."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

X_DEFAULT = "x-default"  # in hreflang: the page for readers of any other language


@lru_cache(maxsize=1 << 10)
def primary(tag: str) -> str:
    """Return the primary language subtag of ``tag``, in lower case: ``de`` of ``de-AT``."""
    return tag.strip().partition("-")[0].lower()


def is_known(tag: str) -> bool:
    """Return whether the primary subtag of ``tag`` is a language in IANA's registry.

    This is the *known primary language tag* of the W3C ACT rules: ``de-hello`` has one, ``i-lux``
    and ``eng`` have none, because assistive technology does not know these.
    """
    subtag = primary(tag)
    return subtag in _registered() or (len(subtag) == len("qaa") and "qaa" <= subtag <= "qtz")


def agree(one: str, other: str) -> bool:
    """Return whether the tags mean the same language, one perhaps more closely: ``en`` and ``en-GB``."""
    shorter, longer = sorted((one.strip().lower(), other.strip().lower()), key=len)
    return longer == shorter or longer.startswith(f"{shorter}-")


@cache
def _registered() -> frozenset[str]:
    lines = Path(__file__).with_suffix(".txt").read_text(encoding="ascii").splitlines()
    return frozenset(subtag for line in lines if not line.startswith("#") for subtag in line.split())
