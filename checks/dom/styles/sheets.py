"""Sheets: from the text of a style sheet to a flat list of rules, whoever it belongs to.

What a browser drops is dropped here (CSS Syntax 3); ``@media`` stays as a condition on each of its
rules, so that one parsed sheet serves every screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from tinycss2 import parse_blocks_contents, parse_stylesheet

from checks.dom.styles.declarations import DEEPEST, Declaration, declarations, write
from checks.dom.styles.media import nesting
from checks.dom.styles.numerals import readable
from checks.dom.styles.selectors import LONGEST, NOTHING, Selector, nest, selectors, split
from checks.dom.styles.supports import supports

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tinycss2.ast import Node as Token

Layer = tuple[str, ...]
SIZE: Final = 2_000_000  # characters of one sheet
SELECTORS: Final = 50_000  # of one sheet
PRELUDE: Final = 20_000  # tokens before a block
NESTED: Final = 20  # rules in rules, layers in layers


@dataclass(frozen=True, slots=True)
class Rule:
    """One style rule.  ``media`` are the conditions around it, ``layer`` the name of its cascade layer."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]
    media: tuple[str, ...] = ()
    layer: Layer | None = None


class Import(NamedTuple):
    """One ``@import``."""

    address: str
    media: str = ""
    layer: Layer | None = None


@dataclass(slots=True)
class Sheet:
    """One parsed sheet: its rules in order, the layers it names in order, the animations it defines.

    ``is_complete`` is false where something of it that could matter was not read; ``size`` counts its
    selectors.
    """

    rules: list[Rule] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    animations: dict[str, tuple[Declaration, ...]] = field(default_factory=dict)
    is_complete: bool = True
    size: int = 0


def read_sheet(text: str) -> Sheet:
    """Parse ``text``; never raises: what is too large or nested too deep makes the sheet incomplete."""
    if len(text) > SIZE or nesting(text) > DEEPEST:
        return Sheet(is_complete=False)
    reader = _Reader()
    reader.read_top(parse_stylesheet(readable(text), skip_comments=True, skip_whitespace=True))
    reader.sheet.size = reader.selectors
    return reader.sheet


class _Around(NamedTuple):
    """What stands around a rule."""

    parent: str = ""  # the selectors of the rule that it is nested in
    media: tuple[str, ...] = ()
    layer: Layer | None = None
    depth: int = 0


class _Reader:
    def __init__(self) -> None:
        self.sheet = Sheet()
        self.anonymous = 0
        self.selectors = 0

    def read_top(self, nodes: Iterable[Token]) -> None:
        """Read the rules of a sheet; imports count only before the first rule (CSS Cascade 5, 2)."""
        may_import = True
        for node in nodes:
            if node.type == "at-rule" and node.lower_at_keyword == "import":
                if may_import:
                    self.add_import(node)
                continue
            may_import = (
                may_import
                and node.type == "at-rule"
                and node.lower_at_keyword in {"charset", "layer"}
                and (node.content is None)
            )
            self.read(node, _Around())

    def read_all(self, nodes: Iterable[Token], around: _Around) -> None:
        if around.depth > NESTED:
            self.sheet.is_complete = False
            return
        for node in nodes:
            self.read(node, around)

    def read(self, node: Token, around: _Around) -> None:
        if node.type not in {"qualified-rule", "at-rule"}:
            return
        if self.selectors > SELECTORS or len(node.prelude) > PRELUDE:
            self.sheet.is_complete = False
        elif node.type == "qualified-rule":
            self.read_rule(write(node.prelude, cased=True).strip(), node.content, around)
        else:
            self.read_at_rule(node, around)

    def read_rule(self, prelude: str, content: list[Token], around: _Around) -> None:
        whole = _nested(prelude, around.parent) if around.parent else nest(prelude, ":root")
        found = selectors(whole)
        if found is None:
            self.sheet.is_complete = self.sheet.is_complete and max(map(len, split(whole))) <= LONGEST
            return
        self.selectors += len(found)
        inside = _Around(whole, around.media, around.layer, around.depth + 1)
        self.read_body(found, content, inside)

    def read_body(self, found: tuple[Selector, ...], content: list[Token], inside: _Around) -> None:
        """Add the declarations of a rule, and then the rules nested in it."""
        nodes = parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
        block = tuple(declarations(nodes))
        if block:
            self.sheet.rules.append(Rule(found, block, inside.media, inside.layer))
        self.read_all((node for node in nodes if node.type in ("qualified-rule", "at-rule")), inside)

    def read_at_rule(self, node: Token, around: _Around) -> None:
        name, prelude = node.lower_at_keyword, write(node.prelude, cased=True).strip()
        if name == "layer":
            self.read_layer(node, prelude, around)
        elif node.content is None:
            return
        elif name == "media":
            self.read_block(
                node, _Around(around.parent, (*around.media, prelude), around.layer, around.depth + 1)
            )
        elif name == "supports":
            if supports(node.prelude):
                self.read_block(node, _Around(around.parent, around.media, around.layer, around.depth + 1))
        elif name == "scope":
            self.read_scope(node, prelude, around)
        elif name == "container":
            self.sheet.is_complete = False  # the size of a box is not known here
        elif name in {"keyframes", "-webkit-keyframes"}:
            self.sheet.animations[prelude.strip("\"'")] = _keyframes(node)

    def read_block(self, node: Token, around: _Around) -> None:
        """Read the block of a conditional rule; in a rule it may declare things, too (CSS Nesting 1, 4)."""
        found = selectors(around.parent) if around.parent else None
        if found:
            self.read_body(found, node.content, around)
        else:
            self.read_all(
                parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True), around
            )

    def read_layer(self, node: Token, prelude: str, around: _Around) -> None:
        outer = around.layer or ()
        names = [(*outer, *name.split(".")) for name in split(prelude) if name]
        if any(len(name) > NESTED for name in names):
            self.sheet.is_complete = False
            return
        if node.content is None:
            self.sheet.layers += names
            return
        layer = names[0] if names else (*outer, self.unnamed())
        self.sheet.layers.append(layer)
        self.read_block(node, _Around(around.parent, around.media, layer, around.depth + 1))

    def read_scope(self, node: Token, prelude: str, around: _Around) -> None:
        """Read ``@scope (.card) { p {…} }`` as ``.card p``; a lower limit is not known here."""
        if not prelude.startswith("(") or ") to (" in prelude:
            self.sheet.is_complete = False
            return
        self.read_block(
            node, _Around(f":where({prelude[1:-1]})", around.media, around.layer, around.depth + 1)
        )

    def add_import(self, node: Token) -> None:
        tokens = [token for token in node.prelude if token.type != "whitespace"]
        if not tokens:
            return
        address = _address(tokens[0])
        if address is None:
            return
        layer, rest = self.import_layer(tokens[1:])
        if rest and rest[0].type == "function" and rest[0].lower_name == "supports":
            if not supports(rest[0].arguments):
                return
            rest = rest[1:]
        media = " ".join(write([token], cased=True) for token in rest)
        if layer is not None:
            self.sheet.layers.append(layer)
        self.sheet.imports.append(Import(address, media, layer))

    def import_layer(self, tokens: list[Token]) -> tuple[Layer | None, list[Token]]:
        first = tokens[0] if tokens else None
        if first is not None and first.type == "ident" and first.lower_value == "layer":
            return (self.unnamed(),), tokens[1:]
        if first is not None and first.type == "function" and first.lower_name == "layer":
            return tuple(write(first.arguments, cased=True).strip().split(".")), tokens[1:]
        return None, tokens

    def unnamed(self) -> str:
        self.anonymous += 1
        return f" {self.anonymous}."  # no name that anybody can write


def _nested(prelude: str, parent: str) -> str:
    """Return the selectors of a nested rule as they would stand alone (CSS Nesting 1)."""
    if len(parent) + len(prelude) > LONGEST:
        return NOTHING
    around = f":is({parent})"
    return ", ".join(nest(part, around) if "&" in part else f"{around} {part}" for part in split(prelude))


def _address(token: Token) -> str | None:
    if token.type in ("url", "string"):
        return str(token.value)
    if token.type == "function" and token.lower_name == "url":
        return next((str(inner.value) for inner in token.arguments if inner.type == "string"), None)
    return None


def _keyframes(node: Token) -> tuple[Declaration, ...]:
    frames = parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
    return tuple(
        declaration
        for frame in frames
        if frame.type == "qualified-rule"
        for declaration in declarations(
            parse_blocks_contents(frame.content, skip_comments=True, skip_whitespace=True)
        )
    )
