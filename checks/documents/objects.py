"""The objects of PDF without their traps: a value of the wrong type is as good as none.

Names and strings are kept apart: ``/Lang /sv`` is no language, ``/S (Table)`` no structure type
(ISO 32000-1, 7.3).  A reference to nothing is the null object (7.3.10).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checks.documents.flate import unpacked
from checks.documents.later import pypdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import DictionaryObject

_PACKED = ("/FlateDecode",)
_STEPS = 32  # references to references, before they are taken for a loop


class Dictionary:
    """A dictionary, or the dictionary of a stream, asked for values of a type."""

    __slots__ = ("_raw", "id")

    def __init__(self, raw: DictionaryObject) -> None:
        """Wrap ``raw``; its ``id`` is the same for the same object however often it is met."""
        self._raw = raw
        reference = getattr(raw, "indirect_reference", None)  # a direct object may lack it
        self.id = id(raw) if reference is None else -reference.idnum

    def __contains__(self, key: str) -> bool:
        """Return whether ``key`` has a value that is not null."""
        return self.value(key) is not None

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the names of its entries, with their slash."""
        return tuple(str(key) for key in self._raw)

    def value(self, key: str) -> Any:  # noqa: ANN401 - as pypdf has it, for the questions below
        """Return what ``key`` stands for, references followed; None for null and for nothing."""
        value = dict.get(self._raw, key)
        return None if value is None else resolved(value)

    def name(self, key: str) -> str | None:
        """Return a name, without its slash."""
        return as_name(self.value(key))

    def text(self, key: str) -> str | None:
        """Return a text string, decoded."""
        return as_text(self.value(key))

    def octets(self, key: str) -> bytes | None:
        """Return the bytes of a string."""
        return as_octets(self.value(key))

    def flag(self, key: str) -> bool | None:
        """Return a boolean."""
        value = self.value(key)
        return value.value if isinstance(value, pypdf.generic.BooleanObject) else None

    def integer(self, key: str) -> int | None:
        """Return a whole number."""
        value = self.value(key)
        return int(value) if isinstance(value, pypdf.generic.NumberObject) else None

    def number(self, key: str) -> float | None:
        """Return a number."""
        return as_number(self.value(key))

    def dictionary(self, key: str) -> Dictionary | None:
        """Return a dictionary, or that of a stream."""
        return as_dictionary(self.value(key))

    def array(self, key: str) -> tuple[Any, ...]:
        """Return the values of an array, references followed; none where there is no array."""
        value = self.value(key)
        return tuple(map(resolved, value)) if isinstance(value, pypdf.generic.ArrayObject) else ()

    def references(self, key: str, most: int | None = None) -> tuple[Any, ...]:
        """Return the first ``most`` values of an array as they stand, references not followed."""
        value = self.value(key)
        return tuple(value[:most]) if isinstance(value, pypdf.generic.ArrayObject) else ()

    def identity(self, key: str) -> int | None:
        """Return the id of the dictionary that ``key`` stands for, without reading it."""
        return identity(self._raw.raw_get(key)) if key in self._raw else None

    def items(self, key: str) -> tuple[Any, ...]:
        """Return the values of an array, or the one value that stands in place of one."""
        value = self.value(key)
        if value is None:
            return ()
        return self.array(key) if isinstance(value, pypdf.generic.ArrayObject) else (value,)

    def dictionaries(self, key: str) -> Iterator[Dictionary]:
        """Yield the dictionaries of an array, or the one that stands in place of one."""
        return (found for value in self.items(key) if (found := as_dictionary(value)) is not None)

    @property
    def is_stream(self) -> bool:
        """Return whether it is the dictionary of a stream."""
        return isinstance(self._raw, pypdf.generic.StreamObject)

    @property
    def data(self) -> bytes | None:
        """Return the decoded bytes of a stream; None for what is no stream.

        Raises what pypdf raises for filters that do not fit the bytes, and ``zlib.error`` where pypdf would
        make do with a part: what was not read must not count as read.  What is only packed is unpacked
        here; what pypdf has to do more with it unpacks once more.
        """
        if not isinstance(self._raw, pypdf.generic.StreamObject):
            return None
        filters = self.items("/Filter")
        if filters[:1] == _PACKED:
            data = unpacked(self._raw._data)  # noqa: SLF001 - pypdf has no face for what it has not decoded
            if filters == _PACKED and not self.items("/DecodeParms"):
                return data
        return self._raw.get_data()


def resolved(value: Any) -> Any:  # noqa: ANN401 - any object of PDF
    """Follow references; None for null, for a reference to nothing and for one to itself."""
    generic = pypdf.generic
    for _ in range(_STEPS):
        if not isinstance(value, generic.IndirectObject):
            return None if isinstance(value, generic.NullObject) else value
        value = value.get_object()
    return None


def identity(value: object) -> int | None:
    """Return the id of the dictionary that ``value``, perhaps a reference, stands for, without reading it."""
    if isinstance(value, pypdf.generic.IndirectObject):
        return -value.idnum
    found = as_dictionary(value)
    return None if found is None else found.id


def as_dictionary(value: object) -> Dictionary | None:
    """Return ``value`` as a dictionary, if it is one."""
    return Dictionary(value) if isinstance(value, pypdf.generic.DictionaryObject) else None


def as_name(value: object) -> str | None:
    """Return ``value`` without its slash, if it is a name."""
    return str(value).removeprefix("/") if isinstance(value, pypdf.generic.NameObject) else None


def as_text(value: object) -> str | None:
    """Return ``value`` decoded, if it is a string (ISO 32000-1, 7.9.2.2)."""
    if isinstance(value, pypdf.generic.TextStringObject):
        return str(value)
    return value.decode("latin-1") if isinstance(value, pypdf.generic.ByteStringObject) else None


def as_octets(value: object) -> bytes | None:
    """Return the bytes of ``value``, if it is a string."""
    if isinstance(value, pypdf.generic.ByteStringObject):
        return bytes(value)
    return value.original_bytes if isinstance(value, pypdf.generic.TextStringObject) else None


def as_number(value: object) -> float | None:
    """Return ``value``, if it is a number."""
    return (
        float(value) if isinstance(value, (pypdf.generic.NumberObject, pypdf.generic.FloatObject)) else None
    )
