"""What the pages of a document show, read from their content streams (ISO 32000-1, 7.8, 8, 9 and 14.6).

::

    reading    an open document → Content
    nouns      what rules read of it: pages, what is painted on them, texts
    desk       all streams of one document: each form read once, within a budget
    painting   one stream, operator by operator → Sheet
    marks      Sheet: a stream that was read; Mark: a marked-content sequence in it
    resources  what the names in a stream stand for
    state      the graphics state, as far as it is asked for
    fonts      which strings a font shows
    tokens     bytes → operators
    inline     where an inline image ends
"""

from __future__ import annotations

from checks.documents.content.nouns import (
    Content,
    Crossed,
    Form,
    Jump,
    PageContent,
    Pale,
    Span,
    Speechless,
    Untagged,
)

__all__ = [
    "Content",
    "Crossed",
    "Form",
    "Jump",
    "PageContent",
    "Pale",
    "Span",
    "Speechless",
    "Untagged",
]
