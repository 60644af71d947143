"""Composite fonts (ISO 32000-1, 9.7): a CMap cuts strings into codes, each means a CID, each CID a glyph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.fonts.cff import Cff
from checks.documents.fonts.cmaps import read_cmap
from checks.documents.fonts.codes import Cutter, byte_pairs
from checks.documents.fonts.nouns import CMap, Collection, Composite
from checks.documents.fonts.predefined import COLLECTIONS, IDENTITY, KNOWN
from checks.documents.fonts.sfnt import Sfnt
from checks.documents.fonts.shapes import MISSING, NOTHING, UNKNOWN, Shape, drawn
from checks.documents.fonts.widths import cid_widths
from checks.documents.objects import as_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from checks.documents.fonts.cmaps import CMapFile
    from checks.documents.fonts.programs import Program
    from checks.documents.objects import Dictionary

_BITS: Final = 8


class CompositeFont:
    """A Type 0 font with its CIDFont."""

    true_type: Final = None

    def __init__(
        self, font: Dictionary, descendant: Dictionary, program: Program | None, to_unicode: CMapFile | None
    ) -> None:
        """Read what the dictionaries say; raises ``TooMuchError``, and what pypdf raises."""
        self._descendant = descendant
        self._is_type2 = descendant.name("/Subtype") == "CIDFontType2"
        self._program = program.outlines if isinstance(program, Sfnt) and not self._is_type2 else program
        self._cmap, self._file = _read_encoding(font)
        self._collection = _collection(descendant)
        self._map = _glyph_map(descendant)
        file = self._file or to_unicode
        self._cutter = Cutter(() if file is None else file.spaces)

    @property
    def composite(self) -> Composite:
        """Return what is asked of composite fonts alone."""
        has_map = self._map is not None or self._descendant.name("/CIDToGIDMap") == "Identity"
        return Composite(self._cmap, self._collection, has_map)

    @property
    def unknown(self) -> str:
        """Return why codes cannot be followed to glyphs: the tables of predefined CMaps are not ours."""
        return "predefined" if self._file is None and not self._is_identity else ""

    def codes(self, string: bytes) -> Sequence[int]:
        """Return the codes in ``string``; where only a predefined CMap could cut it, as ToUnicode does."""
        return byte_pairs(string) if self._is_identity else self._cutter.codes(string)

    def widths(self, codes: Sequence[int]) -> Mapping[int, float]:
        """Return the widths that the CIDFont states."""
        cids = self._cids(codes)
        widths = cid_widths(self._descendant, sorted(set(cids.values())))
        return {code: widths[cid] for code, cid in cids.items()}

    def text(self, code: int) -> str | None:  # noqa: ARG002 - it is the same for each
        """Return nothing but that readers know what the code means (9.10.2), or that nobody does."""
        collection = self._collection
        is_known = collection is not None and (collection.registry, collection.ordering) in KNOWN
        return "" if is_known or (self._cmap is not None and self._cmap.name in COLLECTIONS) else None

    def shapes(self, codes: Sequence[int]) -> Mapping[int, Shape]:
        """Return the glyph of each code."""
        return {code: self._shape(cid) for code, cid in self._cids(codes).items()}

    def lists_glyphs(self, descriptor: Dictionary) -> bool | None:
        """Return whether CIDSet names the CIDs of the program; None: it has none, or cannot be compared."""
        stream = descriptor.dictionary("/CIDSet")
        octets = None if stream is None else stream.data
        if octets is None:
            return None
        listed = {cid for cid in range(len(octets) * _BITS) if octets[cid // _BITS] << cid % _BITS & 0x80}
        return self._has_all(listed)

    def _has_all(self, listed: set[int]) -> bool | None:
        program = self._program
        if isinstance(program, Cff):
            cids = set(program.cids) if program.has_cids else set(range(program.count))
            return listed | {0} == cids | {0}
        if not isinstance(program, Sfnt) or program.outlines is not None:
            return None
        return self._cids_of(program.drawn - program.parts) <= listed | {0}

    def _cids_of(self, glyphs: frozenset[int]) -> AbstractSet[int]:
        if self._map is None:
            return glyphs
        return {cid for cid in range(len(self._map) // 2) if self._glyph(cid) in glyphs}

    @property
    def _is_identity(self) -> bool:
        return self._file is None and self._cmap is not None and self._cmap.name in IDENTITY

    def _cids(self, codes: Sequence[int]) -> dict[int, int]:
        """Return the CID of each code; 0 where its CMap has none, nothing where we do not know the CMap."""
        if self._is_identity:
            return {code: code for code in codes}
        if self._file is None:
            return {}
        found = self._file.cids_of(codes)
        uses_others = bool(self._cmap and self._cmap.others)
        return found if uses_others else {code: found.get(code, 0) for code in codes}

    def _glyph(self, cid: int) -> int:
        return cid if self._map is None else int.from_bytes(self._map[2 * cid : 2 * cid + 2])

    def _shape(self, cid: int) -> Shape:
        program = self._program
        if isinstance(program, Sfnt):
            glyph = self._glyph(cid)
            if not glyph:
                return MISSING if cid else NOTHING
            return drawn(program.width(glyph)) if glyph < program.count else MISSING
        if not cid:
            return NOTHING
        return _in_cff(program, cid) if isinstance(program, Cff) else UNKNOWN


def _in_cff(program: Cff, cid: int) -> Shape:
    glyph = program.cids.get(cid) if program.has_cids else cid
    return drawn(program.advance(glyph)) if glyph is not None and glyph < program.count else MISSING


def _read_encoding(font: Dictionary) -> tuple[CMap | None, CMapFile | None]:
    """Return the CMap of a Type 0 font, and the file where one is embedded."""
    stream = font.dictionary("/Encoding")
    data = None if stream is None else stream.data
    if stream is None or data is None:
        return _named(font.name("/Encoding")), None
    file = read_cmap(data)
    cmap = CMap(
        name=stream.name("/CMapName") or "",
        is_embedded=True,
        collection=_collection(stream) or (file.collection if any(file.collection) else None),
        stated_mode=stream.integer("/WMode") or 0,
        mode=file.mode,
        others=(*file.others, *_used(stream)),
    )
    return cmap, file


def _named(name: str | None) -> CMap | None:
    return None if name is None else CMap(name, is_embedded=False, collection=COLLECTIONS.get(name))


def _used(stream: Dictionary) -> tuple[str, ...]:
    """Return the CMap that a stream's dictionary says it uses: its name, or that of an embedded one."""
    name = as_name(stream.value("/UseCMap"))
    embedded = stream.dictionary("/UseCMap")
    if embedded is not None:
        name = embedded.name("/CMapName") or ""
    return () if name is None else (name,)


def _collection(dictionary: Dictionary) -> Collection | None:
    system = dictionary.dictionary("/CIDSystemInfo")
    if system is None:
        return None
    return Collection(system.text("/Registry"), system.text("/Ordering"), system.integer("/Supplement"))


def _glyph_map(descendant: Dictionary) -> bytes | None:
    stream = descendant.dictionary("/CIDToGIDMap")
    return None if stream is None else stream.data
