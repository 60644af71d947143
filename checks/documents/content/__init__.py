"""What the pages of a document show, read from their content streams (ISO 32000-1, 7.8, 8, 9 and 14.6).

::

    reading    an open document → Content
    nouns      what rules read of it: pages, what is painted on them, texts
    desk       all streams of one document: each form read once, within a budget
    asides     streams that are painted beside pages
    standing   what content stands in: tags, artifacts, languages
    tally      what rules read of one page
    order      the order of the tags against where text stands
    painting   one stream, operator by operator → Sheet
    marks      Sheet: a stream that was read; Mark: a marked-content sequence in it
    resources  what the names in a stream stand for
    state      the graphics state, as far as it is asked for
    writing    where text is shown, in which colour
    ground     what lies under it
    fonts      which strings a font shows
    text       … and what they mean
    tokens     bytes → operators
    inline     where an inline image ends
    strings    what strings stand for
"""

from __future__ import annotations

from checks.documents.content.nouns import (
    Content,
    Crossed,
    Form,
    Order,
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
    "Order",
    "PageContent",
    "Pale",
    "Span",
    "Speechless",
    "Untagged",
]
