"""An open document, and which strings its fonts show → its fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.fonts.attempt import attempt
from checks.documents.fonts.nouns import Font
from checks.documents.opened import Gap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.documents.content.fonts import UsedFont
    from checks.documents.fonts.face import Face
    from checks.documents.fonts.texts import Texts
    from checks.documents.opened import Opened

FONTS: Final = 2_000  # of a document
GLYPHS: Final = 200_000  # of a document


def read_fonts(opened: Opened, used: Iterable[UsedFont], texts: Texts) -> tuple[Font, ...]:
    """Return the fonts that text is shown in, each once, in the order of their first use."""
    fonts: list[Font] = []
    glyphs = 0
    for one in used:
        if not any(one.rendered) and not any(one.invisible):
            continue
        if len(fonts) == FONTS or glyphs > GLYPHS:
            opened.gaps.append(Gap("fonts", "limit", one.page))
            break
        font = _read(one, texts)
        if font is None:
            opened.gaps.append(Gap("fonts", "broken", one.page))
            continue
        fonts.append(font)
        glyphs += len(font.glyphs)
    return tuple(fonts)


def _read(used: UsedFont, texts: Texts) -> Font | None:
    face = texts.face(used.dictionary)
    return None if face is None else attempt(lambda: _font(used, face))


def _font(used: UsedFont, face: Face) -> Font:
    rendered = face.codes(used.rendered)
    glyphs = face.glyphs(sorted(rendered | face.codes(used.invisible)), rendered)
    return Font(
        name=face.name,
        kind=face.kind,
        page=used.page,
        is_rendered=any(used.rendered),
        is_embedded=face.is_embedded,
        glyphs=glyphs,
        composite=face.form.composite,
        true_type=face.form.true_type,
        lists_glyphs=face.lists_glyphs,
        is_mapped=face.is_mapped,
        unknown=face.unknown if used.is_whole else "limit",
    )
