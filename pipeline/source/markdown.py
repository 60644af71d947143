"""Markdown → HTML that stands on the same lines, so that positions need no bookkeeping.

CommonMark with tables and attributes.  The renderer writes no line feed of its own; before each
block it adds as many as the source has used by then.  A parser that reads the result finds every
element on the line of the Markdown it came from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.attrs.parse import ParseError, parse

if TYPE_CHECKING:
    from collections.abc import MutableMapping, Sequence

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import OptionsDict


_ATTRIBUTES_AT_END = re.compile(r"\s*(\{[^{}]+\})\s*$")


class LineKeepingRenderer(RendererHTML):
    """Renders each block on the line where its source stands."""

    def render(self, tokens: Sequence[Token], options: OptionsDict, env: MutableMapping[str, Any]) -> str:
        """Return the HTML of ``tokens``, which begin ``env["line"]`` lines down the file."""
        parts: list[str] = []
        line = 0
        for index, token in enumerate(tokens):
            if token.map and token.map[0] > line:
                parts.append("\n" * (token.map[0] - line))
                line = token.map[0]
            html = self._block(tokens, index, options, env)
            line += html.count("\n")
            parts.append(html)
        return "".join(parts)

    def text(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """Return text; a line feed in it was written as a character reference and stays one."""
        return super().text(tokens, index, options, env).replace("\n", "&#10;")

    def image(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        """Return an image; ``![](x.svg)`` has no description, which the rules ask for.

        That an image is decoration has to be said: ``![](x.svg){role=presentation}``.
        """
        html = super().image(tokens, idx, options, env)
        is_decoration = "role" in tokens[idx].attrs
        return html if is_decoration else html.replace(' alt=""', "", 1)

    def _block(
        self, tokens: Sequence[Token], index: int, options: OptionsDict, env: MutableMapping[str, Any]
    ) -> str:
        token = tokens[index]
        if token.type == "inline":
            return self.renderInline(token.children or [], options, env)
        if token.type in self.rules:
            html: str = self.rules[token.type](tokens, index, options, env)
            return html if token.type == "html_block" else html.rstrip("\n")
        return self.renderToken(tokens, index, options, env).strip("\n")


def _heading_attributes(state: StateCore) -> None:
    """Let ``## Kontakt {#kontakt}`` name a heading, as most Markdown editors expect."""
    for heading, content in zip(state.tokens, state.tokens[1:], strict=False):
        last = content.children[-1] if content.children else None
        found = _ATTRIBUTES_AT_END.search(last.content) if last and last.type == "text" else None
        if heading.type != "heading_open" or not found or not last:
            continue
        try:
            _, attributes = parse(found[1])
        except ParseError:
            continue
        last.content = last.content[: found.start()]
        heading.attrs.update(attributes)


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True}, renderer_cls=LineKeepingRenderer)
    reader.enable("table").use(attrs_plugin, spans=True).use(attrs_block_plugin)
    reader.core.ruler.push("heading_attributes", _heading_attributes)
    # Addresses are judged once, for Markdown and HTML alike, in `safety`; here none is swallowed.
    setattr(reader, "validateLink", _any_address)  # noqa: B010 - the documented way, which its types forbid
    return reader


def _any_address(_url: str) -> bool:
    return True


_READER = _reader()


def markdown_to_html(text: str) -> str:
    """Return ``text`` (CommonMark, tables, attributes; raw HTML allowed) as HTML on the same lines."""
    return str(_READER.render(text))
