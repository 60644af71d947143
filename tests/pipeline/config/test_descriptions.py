"""The descriptions of keys agree with what they describe."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from pipeline.config import Address, Contact, Document, FrontMatter, Hours, Language, Organisation, Site
from pipeline.config.located import read_toml

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from pipeline.config.records import Setting

SHAPES: list[type[DataclassInstance]] = [
    Address,
    Contact,
    Document,
    FrontMatter,
    Hours,
    Language,
    Organisation,
    Site,
]


def _settings() -> list[tuple[str, Setting]]:
    """Return every key with its description."""
    return [
        (field.name, field.metadata["setting"])
        for shape in SHAPES
        for field in fields(shape)
        if "setting" in field.metadata
    ]


@pytest.mark.parametrize(("key", "setting"), _settings())
def test_the_example_in_a_message_is_itself_in_order(key: str, setting: Setting) -> None:
    if setting.example.startswith("["):
        assert key in setting.example  # a table's header: its keys have examples of their own
    else:
        setting.read(read_toml(setting.example, "example.toml").child(key, setting.example))
