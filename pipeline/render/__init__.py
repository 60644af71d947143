"""Document + translations → page: language of parts, alternates, contact cards, document links."""

from __future__ import annotations

from pipeline.render.edition import Edition, Head
from pipeline.render.page import RenderedPage, address, alternates, render_page

__all__ = ["Edition", "Head", "RenderedPage", "address", "alternates", "render_page"]
