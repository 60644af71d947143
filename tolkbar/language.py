"""The language that a person reads the tool's messages in."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pipeline.model import Message

LANGUAGES = ("sv", "en", "de")
DEFAULT = "en"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """Return the first language that the environment asks for and the tool speaks, as gettext would."""
    for variable in _VARIABLES:
        for wanted in environment.get(variable, "").split(":"):
            if wanted[:2].lower() in LANGUAGES and not wanted[2:3].isalpha():
                return wanted[:2].lower()
        if environment.get(variable) and variable != "LANGUAGE":
            return DEFAULT
    return DEFAULT


def catalog_name(language: str) -> str:
    """Return the path of the tool's own catalog, below the package."""
    return f"locales/{language}/LC_MESSAGES/tolkbar.po"


def translator(language: str) -> Callable[[Message], str]:
    """Return what says a message in ``language``; a sentence without translation is said in English."""
    if language == DEFAULT:
        return str
    from importlib.resources import files  # noqa: PLC0415 - English needs no catalog

    from pipeline import po  # noqa: PLC0415 - as above

    name = catalog_name(language)
    catalog = po.read((files("tolkbar") / name).read_bytes(), name)
    texts = {entry.msgid: entry.msgstr for entry in catalog.active if entry.msgstr and not entry.fuzzy}

    def translate(message: Message) -> str:
        return _with_commas(message).fill(texts.get(message.msgid, message.msgid))

    return translate


def _with_commas(message: Message) -> Message:
    """Return ``message`` with its decimals as Swedish and German write them: 4,5."""
    arguments = (
        (name, str(value).replace(".", ",") if isinstance(value, float) else value)
        for name, value in message.arguments
    )
    return replace(message, arguments=tuple(arguments))
