"""What may be added to the preview without its knowing: addresses, modules in the browser, words.

A plug-in's modules are loaded after ours on the page that shows a page of the site.  They learn what
happens from events of ``document`` (see ``assets/shell.js``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from aiohttp.web import AbstractRouteDef

    from pipeline.model import Message
    from tolkbar.preview.view import Block, View


@dataclass(frozen=True, slots=True)
class Plugin:
    """One addition.

    ``name`` is its folder below ``/assets/``, where the files of ``assets`` are; ``modules`` and
    ``styles`` are names of files there.  ``words`` reach the modules as ``data-words`` of ``<body>``, in
    the reader's language; ``data`` what else they need to know, as ``data-<key>``; ``block`` returns what
    they need to know of one text, as ``data-<key>`` of its ``<details>``.
    """

    name: str
    assets: Path
    modules: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    routes: tuple[AbstractRouteDef, ...] = ()
    words: Mapping[str, Message] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)
    block: Callable[[View, Block], Mapping[str, str]] = lambda _view, _block: {}
