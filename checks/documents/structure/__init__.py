"""The tags of a document: its structure tree (ISO 32000-1, 14.7 and 14.8).

::

    reading     an open document → Structure
    tree        Structure: all elements in document order, and who owns content and objects
    element     Element: one of them among the others; what rules look at
    placed      what is known of an element beyond that, with its place
    nodes       what was read of each: plain data
    roles       types: the standard ones, and what the role map makes of others
    attributes  the standard attributes of an element, its own and its classes'
    parents     the parent tree
    tables      which cell of a table covers which rows and columns
"""

from __future__ import annotations

from checks.documents.structure.element import Element
from checks.documents.structure.nodes import NO_PARENT, Attributes, Leaf, Node
from checks.documents.structure.placed import Placed
from checks.documents.structure.reading import read_structure
from checks.documents.structure.tree import Structure

__all__ = ["NO_PARENT", "Attributes", "Element", "Leaf", "Node", "Placed", "Structure", "read_structure"]
