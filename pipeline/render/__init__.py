"""Document + translations → page: language of parts, alternates, contact cards, document links."""

from __future__ import annotations

from pipeline.render.edition import SOURCES, Edition, Head
from pipeline.render.page import RenderedPage, address, alternates, render_page

__all__ = ["SOURCES", "Edition", "Head", "RenderedPage", "address", "alternates", "render_page"]
