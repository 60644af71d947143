"""Settings and records as an earlier run read them: what was in order then need not be proved again.

Each value is kept with all that it was made of: the bytes and the real path of its TOML file, and for
documents how each PDF stood on the disk.  Only what is in order is kept, never a fault.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from pipeline.config import (
    CONTACTS_FILE,
    DOCUMENTS_FILE,
    SITE_FILE,
    Contact,
    Document,
    External,
    Language,
    Organisation,
    Site,
    load_contacts,
    load_documents,
    load_site,
)
from pipeline.config.contacts import Address, Hours
from pipeline.digests import Sight, is_settled, sight
from pipeline.files import read_bytes
from pipeline.state import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.state import State

TABLE = "records"

_Value = TypeVar("_Value")


class _Documents(msgspec.Struct, array_like=True):
    """The documents, and how each stood on the disk: where its folder really lies, and the file."""

    documents: dict[str, Document]
    seen: dict[str, tuple[str, Sight]]


def settings_of(root: Path, state: State) -> Site:
    """Return the site's settings; raise ConfigError as :func:`load_site` does."""
    kept = _Kept(root, SITE_FILE, state)
    known = kept.read(msgspec.msgpack.Decoder(Site, dec_hook=_path))
    return known or kept.write(load_site(root))


def contacts_of(root: Path, state: State) -> Mapping[str, Contact]:
    """Return the site's contacts by id; raise ConfigError as :func:`load_contacts` does."""
    kept = _Kept(root, CONTACTS_FILE, state)
    known = kept.read(msgspec.msgpack.Decoder(dict[str, Contact], dec_hook=_path))
    return known or kept.write(load_contacts(root))


def documents_of(root: Path, state: State) -> Mapping[str, Document]:
    """Return the site's documents by id; raise ConfigError as :func:`load_documents` does."""
    kept, now = _Kept(root, DOCUMENTS_FILE, state), state.now()
    known = kept.read(msgspec.msgpack.Decoder(_Documents, dec_hook=_path))
    if known and known.seen == _seen(known.documents):
        return known.documents
    documents = load_documents(root)
    seen = _seen(documents)
    if all(is_settled(one, now) for _, one in seen.values()):
        kept.write(_Documents(dict(documents), seen))
    return documents


def encoded(*values: object) -> bytes:
    """Return the same bytes for settings and records of the same values and lines, wherever the site lies."""
    return _PLACELESS.encode(values)


class _Kept:
    """What an earlier run kept of one TOML file."""

    def __init__(self, root: Path, name: str, state: State) -> None:
        self._root, self._name, self._state = root, name, state
        self._key = self._key_now()

    def _key_now(self) -> bytes:
        """Return a digest of the file's bytes, of where the site lies and where the file really does."""
        path = f"{self._root}/{self._name}"
        place = os.path.abspath(self._root)  # noqa: PTH100 - a path that is made for nothing else
        return digest(_shapes(), place, os.path.realpath(path), _content(path)).encode()

    def read(self, decoder: msgspec.msgpack.Decoder[_Value]) -> _Value | None:
        kept = self._state.read(TABLE, self._name)
        with contextlib.suppress(msgspec.MsgspecError):  # of a type that was written otherwise
            return decoder.decode(kept[len(self._key) :]) if kept and kept.startswith(self._key) else None
        return None

    def write(self, value: _Value) -> _Value:
        """Keep ``value``, unless the file has changed while it was read."""
        if self._key_now() == self._key:
            self._state.write(TABLE, self._name, self._key + _ENCODER.encode(value))
        return value


@cache
def _shapes() -> str:
    """Return what a settings file can say: a key that an earlier version did not know was never kept."""
    types = (Site, Language, Organisation, External, Contact, Address, Hours, Document)
    return ",".join(
        f"{shape.__name__}.{field.name}:{field.type}" for shape in types for field in fields(shape)
    )


def _content(path: str) -> bytes | None:
    """Return the bytes of a file; None of one that cannot be read: who wants its value will say so."""
    with contextlib.suppress(OSError):
        return read_bytes(path)
    return None


def _seen(documents: Mapping[str, Document]) -> dict[str, tuple[str, Sight]]:
    real = cache(os.path.realpath)
    return {
        name: (str(real(document.path.parent)), sight(str(document.path)))
        for name, document in documents.items()
    }


def _path(_shape: type, text: str) -> Path:
    return Path(text)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)
_PLACELESS = msgspec.msgpack.Encoder(enc_hook=lambda _path: "")
