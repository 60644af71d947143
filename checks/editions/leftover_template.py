"""No blank of a template is left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.editions._texts import Piece, is_seen, pieces, whole_text
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_SIGNS: Final = re.compile(r"[{\[<%]")
_SCRIPTED: Final = re.compile(r"\{\{[^{}]{0,80}\}\}")  # what frameworks fill in, in the browser
# Braces in a longer name (Q{uri}local, path/{name}), or with its variants (get{pid,uid}), are notation.
_BLANK: Final = re.compile(
    r"\{%[^%]{1,80}%\}|<%.{1,80}?%>|\$\{[^{}]{1,60}\}|%\([a-z_]{1,40}\)[sd]"
    r"|(?<![\w/=:.@$-])\{(?!\w+(?:,\w+)+\})[^\W\d_][^{}\n=;]{1,60}\}(?![/=:@({]|\w\w)"
)
_BRACKETED: Final = re.compile(
    r"\[(?P<square>[^\[\]\n]{2,80})\]|(?<![\w/=:.@-])<(?P<angle>[^<>\n]{2,80})>(?![\w/=])"
)
_BETWEEN: Final = " / "
_BLOCKS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
_CHOICE: Final = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){1,5} / [^\W\d_]+(?: [^\W\d_]+){1,5}\?")
_EXPLAINED: Final = re.compile(r"\b(?:where|där|wobei)\s<(?P<name>[^<>\n]{2,80})>", re.IGNORECASE)
_TERM: Final = re.compile(r"<[^\W\d_]\w*>")
# What templates ask for: the name of a thing alone, or an order to write it.
_ASKED: Final = re.compile(
    r"(?:ange|fyll i|skriv|infoga|välj|beskriv|lägg in|insert|enter|add your|fill in|describe|choose|your|"
    r"hier|geben sie|fügen sie|wählen sie|tragen sie|ihr|ihre)\b.*"
    r"|(?:.{0,30}\b(?:einfügen|eingeben|eintragen|auswählen|here|här))"
    r"|(?:(?:organisation|myndighet|kommun|tjänst|webbplats|aktör|behörde|website|organi[sz]ation)\w*\W+)?"
    r"(?:namn|namnet|datum|e-post|e-postadress|telefonnummer|länk|webbadress|name|date|e-?mail address|"
    r"phone number|link|telefonnummer|e-mail-adresse|xx+|[åyj]{4}-mm-[dt]{2})"
    r"|(?:tjänstens|organisationens|myndighetens|kommunens|webbplatsens|aktörens) .{1,40}",
    re.IGNORECASE,
)


class Blank(NamedTuple):
    """A ``piece`` of text with signs of a template in it; ``has_scripts`` where one may fill it in.

    ``explained`` are the names in brackets of which the page says what stands there: "where <name> is …".
    """

    piece: Piece
    has_scripts: bool
    explained: frozenset[str]

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.piece.element


class LeftoverTemplate(Rule[Page, Blank]):
    """A blank such as [date] tells readers nothing, but that nobody has looked at the page.

    Write what the template asks for, or remove the sentence.
    """

    id = "leftover-template"
    title = msg("Templates are filled in")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Blank]:
        """Yield the text with braces, brackets or other signs of templates in it."""
        has_scripts = bool(page.dom.all("script"))
        whole = whole_text(page)
        explained = frozenset(_EXPLAINED.findall(whole) if "<" in whole else ())
        for piece in pieces(page) if _BETWEEN in whole or _SIGNS.search(whole) else ():
            is_choice = _BETWEEN in piece.text and _CHOICE.fullmatch(piece.text.strip()) is not None
            if (is_choice or _SIGNS.search(piece.text)) and is_seen(piece):
                yield Blank(piece, has_scripts, explained)

    def expectation(self, blank: Blank) -> Verdict:
        """Require that none of them is a blank."""
        text, attribute = blank.piece.text, blank.piece.attribute
        scripted = _SCRIPTED.search(text)
        if scripted is not None and blank.has_scripts:
            return CannotTell(
                msg("{text} is a blank of a template. See whether a script fills it in.", text=scripted[0]),
                attribute,
            )
        found = scripted or _BLANK.search(text) or _bracketed(text, blank.explained)
        if found is None and _is_choice(blank.piece):
            return CannotTell(
                msg(
                    "{text} may be two headings of a template to choose from. Keep one, or remove both.",
                    text=text.strip(),
                ),
                attribute,
            )
        if found is None or _is_term(blank.piece):
            return PASSED
        return Failed(
            msg("{text} is left over from a template. Fill it in, or remove it.", text=found[0]), attribute
        )


def _is_choice(piece: Piece) -> bool:
    """Return whether a block is a phrase and a question, with a stroke between them: one of two headings."""
    is_whole = piece.attribute is None and len(piece.element.children) == 1
    return is_whole and piece.element.tag in _BLOCKS and _CHOICE.fullmatch(piece.text.strip()) is not None


def _is_term(piece: Piece) -> bool:
    """Return whether the text is a link that is only a word in angle brackets: the name of a type."""
    return piece.element.tag == "a" and _TERM.fullmatch(piece.text.strip()) is not None


def _bracketed(text: str, explained: frozenset[str]) -> re.Match[str] | None:
    """Return the first brackets with what templates ask for in them, and the page does not explain."""
    return next(
        (
            found
            for found in _BRACKETED.finditer(text)
            if found["angle"] not in explained
            and _ASKED.fullmatch((found["square"] or found["angle"]).strip())
        ),
        None,
    )
