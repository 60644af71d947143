"""One font dictionary with its program and its maps: what its codes mean and what they show."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final

from checks.documents.fonts.attempt import attempt
from checks.documents.fonts.cmaps import read_cmap
from checks.documents.fonts.composite import CompositeFont
from checks.documents.fonts.nouns import Glyph
from checks.documents.fonts.programs import RefusedError, font_file
from checks.documents.fonts.shapes import UNKNOWN
from checks.documents.fonts.simple import SimpleFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checks.documents.fonts.cmaps import CMapFile
    from checks.documents.fonts.programs import Program, Programs
    from checks.documents.objects import Dictionary

_CODES: Final = range(0x10000)  # those that are followed to Unicode; longer ones are not met
_IDENTITY: Final = "Identity-"  # in place of a ToUnicode CMap: codes are Unicode themselves


class Face:
    """A font.  ``unknown`` and ``is_mapped`` are as in :class:`~checks.documents.fonts.nouns.Font`."""

    def __init__(self, font: Dictionary, programs: Programs) -> None:
        """Read its dictionaries; raises ``LookupError``, and what pypdf raises, on broken ones."""
        is_composite = font.name("/Subtype") == "Type0"
        descendant = next(font.dictionaries("/DescendantFonts"), None) if is_composite else None
        if is_composite and descendant is None:
            raise LookupError("DescendantFonts")
        described = descendant or font
        self.kind = described.name("/Subtype") or ""
        self.name = _printable(described.name("/BaseFont") or font.name("/BaseFont") or self.kind)
        self.is_mapped = True
        self._font = font
        self._descriptor = described.dictionary("/FontDescriptor")
        program, self.unknown = _program(programs, self._descriptor)
        self.form: SimpleFont | CompositeFont
        if descendant is None:
            self.form = SimpleFont(font, self.kind, program)
        else:
            self.form = CompositeFont(font, descendant, program, self._to_unicode)
            self.unknown = self.unknown or self.form.unknown

    @property
    def is_embedded(self) -> bool:
        """Return whether its program is in the file."""
        return font_file(self._descriptor) is not None

    @property
    def lists_glyphs(self) -> bool | None:
        """Return whether CharSet or CIDSet names what is in the program; None: that cannot be told."""
        descriptor = self._descriptor
        return None if descriptor is None else attempt(lambda: self.form.lists_glyphs(descriptor))

    def codes(self, strings: Iterable[bytes]) -> frozenset[int]:
        """Return the codes in ``strings``."""
        return frozenset(chain.from_iterable(map(self.form.codes, strings)))

    def decoded(self, string: bytes) -> str:
        """Return what ``string`` means; nothing for codes that nothing maps."""
        return "".join(map(self._meanings.__getitem__, self.form.codes(string)))

    def text(self, code: int) -> str | None:
        """Return what a code means: by ToUnicode, else by its name or its collection (9.10.2)."""
        text = self._texts.get(code)
        if text is not None:
            return text
        return self.form.text(code) if self.is_mapped and not self._goes_on else ""

    def glyphs(self, codes: Sequence[int], rendered: frozenset[int]) -> tuple[Glyph, ...]:
        """Return what each of ``codes``, sorted, shows; ``rendered`` are those that are not invisible."""
        shapes = attempt(lambda: self.form.shapes(codes))
        if shapes is None:
            self.unknown = "broken"
        widths = attempt(lambda: self.form.widths(codes)) or {}
        found = ((code, (shapes or {}).get(code, UNKNOWN)) for code in codes)
        return tuple(
            Glyph(
                code,
                code in rendered,
                self.text(code),
                shape.is_notdef,
                shape.is_present,
                widths.get(code),
                shape.drawn_width,
            )
            for code, shape in found
        )

    @cached_property
    def _meanings(self) -> dict[int, str]:
        return _Meanings(self)

    @cached_property
    def _to_unicode(self) -> CMapFile | None:
        stream = self._font.dictionary("/ToUnicode")
        if stream is None:
            return None
        file = attempt(lambda: read_cmap(stream.data or b""))
        self.is_mapped = file is not None
        return file

    @property
    def _goes_on(self) -> bool:
        """Return whether ToUnicode builds on another CMap, which is not ours to know."""
        return self._to_unicode is not None and bool(self._to_unicode.others)

    @cached_property
    def _texts(self) -> Mapping[int, str]:
        """Return what ToUnicode says of each code."""
        if (self._font.name("/ToUnicode") or "").startswith(_IDENTITY):
            return {code: chr(code) for code in _CODES if not _is_surrogate(code)}
        file = self._to_unicode
        texts = {} if file is None else attempt(lambda: file.texts_of(_CODES))
        self.is_mapped = self.is_mapped and texts is not None
        return texts or {}


class _Meanings(dict[int, str]):
    """What codes mean, each found out when it is met first."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, code: int) -> str:
        text = self[code] = self._face.text(code) or ""
        return text


def _program(programs: Programs, descriptor: Dictionary | None) -> tuple[Program | None, str]:
    """Return the program of a font, and why there is none where there should be one."""
    try:
        return programs.read(descriptor), ""
    except RefusedError as refused:
        return None, str(refused)


def _printable(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _is_surrogate(code: int) -> bool:
    return 0xD800 <= code < 0xE000  # noqa: PLR2004 - half a character of UTF-16
