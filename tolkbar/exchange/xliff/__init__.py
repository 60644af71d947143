"""XLIFF 2.1 (OASIS Standard, 13 February 2018): core, and its Metadata module.

::

    names   the vocabulary
    inline  the text of a message ↔ the content of <source> and <target>
    writer  bundle → document
    reader  document, from whatever tool → bundle

A page is a ``<file>``, a message a ``<unit>`` of one segment, a plural a ``<group>`` of units, one for each
form: XLIFF 2.1 knows no plurals.  Placeholders are ``<pc>`` and ``<ph>``, what they stand for in the catalog
is original data.  A translation in use is ``final``, none at all ``initial``; a fuzzy one is ``initial``
with the sub-state ``tolkbar:fuzzy``, so that tools count it as work.  What PO says and XLIFF has no element
for stands in one item of metadata.
"""

from __future__ import annotations

from tolkbar.exchange.xliff.reader import read
from tolkbar.exchange.xliff.writer import write

__all__ = ["read", "write"]
