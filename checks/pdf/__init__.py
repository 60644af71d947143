"""Rules on PDF documents and the links to them."""

from __future__ import annotations
