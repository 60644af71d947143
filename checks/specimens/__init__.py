"""Small PDF documents to show a rule on: a healthy one, with the changes that an example states.

One statement a line, in the syntax of PDF; what is indented below a statement belongs to it::

    header %PDF-1.4               the first line
    catalog /Lang (sv-SE)         entries of an object: set, or removed by null
    tags                          the structure, two spaces a level
      Document
        H1 "Bygglov"              a type, its entries, and marked content in quotes
        P /Lang (en) "Hello"
          Link annotation 1       where an annotation stands in the structure
    annotation /Subtype /Link     on the page; with the numbers 1, 2 … in their order, fields counted
    field /FT /Tx /T (namn)       a form field that is its own widget
    content                       the stream of an object, here the page's
      /P << /MCID 0 >> BDC … EMC
    metadata                      the properties in the XMP packet, or the whole packet
      <dc:creator>…</dc:creator>
    object outlines << … >>       a further object
    encrypt -1852                 encrypted for everybody to open, with these permissions, or for those
                                  who know a password that stands behind them

An object is referred to as ``@name``.  There are ``catalog``, ``info``, ``metadata``, ``pages``, ``page``,
``content``, ``font``, ``descriptor``, ``fontfile``, ``tounicode``, ``tree``, ``parents``, ``ids``, ``form``,
``trailer``, and, in the order of the example, ``element1`` … and ``annotation1`` ….
A string may have any characters; those of a content stream are written in WinAnsiEncoding.
"""

from __future__ import annotations

from checks.specimens.encryption import encrypted
from checks.specimens.healthy import healthy
from checks.specimens.laying import laid
from checks.specimens.statements import stated
from checks.specimens.tags import tagged

__all__ = ["specimen"]


def specimen(text: str = "") -> bytes:
    """Return the document that ``text`` states; without a statement it is healthy.

    Raises ``ValueError`` for a statement that is none.
    """
    changes = stated(text)
    structure = tagged(changes.tags)
    objects = healthy(structure, changes.annotations)
    for change in changes.objects:
        change.apply(objects)
    content = laid(objects, changes.header)
    return (
        content if changes.permissions is None else encrypted(content, changes.permissions, changes.password)
    )
