"""``index.html`` in front of the editions, for who comes to the bare address: a link to each of them.

It sends nobody on: which language a visitor reads is theirs to say.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from pipeline.files import START
from pipeline.formats import direction, own_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.render.edition import Edition

_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{name}</title>
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="data:,">
  <style>
    body {{ margin: 2rem; background: Canvas; color: CanvasText; font: 1.125rem/1.5 system-ui, sans-serif; }}
    h1 {{ overflow-wrap: anywhere; }}
    a {{ display: inline-block; padding: .75rem 0; }}
    @media print {{ :root {{ color-scheme: light; }} }}
  </style>
</head>
<body>
  <main>
    <h1>{name}</h1>
    <ul>
{links}
    </ul>
  </main>
</body>
</html>
"""
_LINK: Final = '      <li><a href="{address}" lang="{tag}"{turned} hreflang="{tag}">{name}</a></li>'


def front_page(editions: Mapping[str, Edition]) -> str:
    """Return the page; only editions that have a start page are on it, the source language first."""
    source = next(iter(editions.values()))
    around = direction(source.tag)
    links = (_link(edition, around) for edition in editions.values() if START in edition.heads)
    return _PAGE.format(
        language=escape(source.tag), direction=around, name=escape(source.site.name), links="\n".join(links)
    )


def _link(edition: Edition, around: str) -> str:
    own = direction(edition.tag)
    return _LINK.format(
        address=escape(f"{edition.tag}/{edition.heads[START].path}"),
        tag=escape(edition.tag),
        turned="" if own == around else f' dir="{own}"',
        name=escape(own_name(edition.tag)),
    )
