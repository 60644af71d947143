"""What a reader of PDF would know of a document, read once for all rules: facts, not verdicts.

::

    facts    everything that was read, in one value that can be handed from process to process
    library  documents → facts, each read once, in a process of its own (child, serving), within limits
    told     what other machines have read
    reading  bytes → facts, in the process that calls it
    catalog metadata structure annotations fields content fonts …
             one subject each: its nouns, and how they are read from an open document
    opened   an open document: its catalog, its pages, what could not be looked at
    kinds    what a file is that is no PDF
    objects  the objects of PDF without their traps: wrong types, loops, missing objects
    quick    pypdf's reader, faster where objects lie there plainly

Words are those of ISO 32000-1 and ISO 14289-1.
"""

from __future__ import annotations

from checks.documents.facts import Facts
from checks.documents.library import Library, Store
from checks.documents.unreadable import Unreadable

__all__ = ["Facts", "Library", "Store", "Unreadable"]
