"""What the scripts of a page do by themselves, as far as plain functions can be followed.

Code is read, never run: what stands outside of functions, what ``onload`` says, and the functions
that this names, and that those name.  That is more than what runs; so a rule takes what it finds
for a sign, and what it does not find for certain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.focus import is_disabled
from checks.dom.rendering import is_rendered
from checks.dom.shadows import SIGN, is_plain
from checks.dom.shelf import shelf
from checks.dom.tree import Dom, Node, once

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSIC: Final = frozenset({"", "module", "text/javascript", "application/javascript"})
LONGEST: Final = 20_000  # characters of a script; what is longer is a library, and not read
_KEPT: Final = 3_000_000  # characters of the site's scripts that are remembered
_OVERHEAD: Final = 500  # characters that take as much memory as a script without any
NAME: Final = r"(?:[^\W\d]|\$)[\w$]*"  # of anything in JavaScript, as an expression
_NAME: Final = re.compile(NAME)
_FUNCTION: Final = re.compile(
    rf"\bfunction\s+(?P<name>{NAME})\s*\((?P<parameters>[^(){{}}]*)\)\s*\{{"
    rf"|\b(?:const|let|var)\s+(?P<constant>{NAME})\s*=\s*"
    r"(?:function\s*)?\((?P<taken>[^(){}]*)\)\s*(?:=>\s*)?\{"
)
_LEXEME: Final = re.compile(
    r"""(["'])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*(?:`|\Z)|//[^\n]*|/\*.*?(?:\*/|\Z)|[{}]""", re.DOTALL
)
_IMPORT: Final = re.compile(r"\bimport\b")
_LISTENER: Final = re.compile(
    r"""\.addEventListener\s*\(\s*["'`](?P<event>\w+)|\.on(?P<handler>[a-z]+)\s*="""
)
_UNASKED: Final = frozenset(
    "load domcontentloaded unload beforeunload pagehide pageshow resize error orientationchange "
    "devicemotion deviceorientation deviceorientationabsolute".split()
)  # events that no visitor means
_STATEFUL: Final = ("input", "select", "textarea")


class Function(NamedTuple):
    """A function that has a name: what it takes, and what it does."""

    parameters: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Code:
    """A script as it is written, and taken apart: functions by their names, and what is outside of them."""

    text: str = ""
    outside: str = ""
    functions: Mapping[str, Function] = field(default_factory=dict)


@once
def functions(dom: Dom) -> Mapping[str, Function]:
    """Return the functions with a name that the scripts of a page bring, those in files of the site too."""
    found: dict[str, Function] = {}
    for code in _codes(dom):
        found.update(code.functions)
    return found


def mentions(dom: Dom, pattern: re.Pattern[str]) -> bool:
    """Return whether a script of a page, or what it does when it is loaded, has what ``pattern`` finds."""
    texts = [*(code.text for code in _codes(dom)), *(node.get("onload") for node in dom.having("onload"))]
    return any(map(pattern.search, texts))


def may_do(dom: Dom, pattern: re.Pattern[str]) -> bool:
    """Return whether code that runs, by itself or when asked, has what ``pattern`` finds, or is not known."""
    if any(map(_is_unknown, _scripts(dom))):
        return True
    handled = (
        node.get(name) for name in dom.attributes if name.startswith("on") for node in dom.having(name)
    )
    asked = followed(dom, "\n".join(handled))
    return any(map(pattern.search, (unasked(dom), asked)))


@once
def hides_shadows(dom: Dom) -> bool:
    """Return whether a script gives elements shadow roots, and what is in them is not known here."""
    return any(SIGN in script.text and not is_plain(script.text) for script in dom.all("script"))


@once
def unasked(dom: Dom) -> str:
    """Return the code that runs by itself once the page is loaded, and the functions that it names."""
    starts = [code.outside for code in _codes(dom)]
    starts += [node.get("onload") for node in dom.having("onload")]
    return followed(dom, "\n".join(starts))


def followed(dom: Dom, code: str) -> str:
    """Return ``code`` with the functions that it names, and those that they name."""
    known, parts, waiting = set[str](), [code], [code]
    while waiting:
        for name in _NAME.findall(waiting.pop()):
            if name in functions(dom) and name not in known:
                known.add(name)
                parts.append(functions(dom)[name].body)
                waiting.append(parts[-1])
    return "\n".join(parts)


@once
def offers_control(dom: Dom) -> bool:
    """Return whether there is anything on a page that a visitor might change its behaviour with."""
    handlers = {name for name in dom.attributes if name.startswith("on")}
    if any(name.removeprefix("on") not in _UNASKED for name in handlers):
        return True
    if dom.having("href") and any(node.has("href") for node in dom.all("a", "area")):
        return True
    if dom.all("summary") or any(is_rendered(node) and not is_disabled(node) for node in dom.all(*_STATEFUL)):
        return True
    heard = (match["event"] or match["handler"] for match in _LISTENER.finditer(unasked(dom)))
    return any(event.lower() not in _UNASKED for event in heard)


def body_at(code: str, start: int) -> str:
    """Return what stands in braces of which the first is just before ``start``."""
    depth = 1
    for lexeme in _LEXEME.finditer(code, start):
        depth += {"{": 1, "}": -1}.get(lexeme[0], 0)
        if depth == 0:
            return code[start : lexeme.start()]
    return code[start:]


def take_apart(code: str) -> Code:
    """Return the functions of a script, and what stands outside of them."""
    outside, found, end = [], {}, 0
    match = _FUNCTION.search(code)
    while match is not None:
        body = body_at(code, match.end())
        taken = (match["parameters"] or match["taken"] or "").split(",")
        names = tuple(one.partition("=")[0].strip() for one in taken if one.strip())
        found[match["name"] or match["constant"]] = Function(names, body)
        outside.append(code[end : match.start()])
        end = match.end() + len(body) + 1
        match = _FUNCTION.search(code, end)
    return Code(code, "\n".join([*outside, code[end:]]), found)


@once
def code_of(script: Node) -> Code:
    """Return the code of a ``script`` element, or of its file; none where it is a library or missing."""
    if not script.has("src"):
        return _of_text(script.text)
    surroundings = script.dom.surroundings
    path = surroundings.follow(script.get("src")) if script.get("src").strip() else None
    if path is None:
        return Code()

    def read() -> tuple[Code, int]:
        code = _of_file(surroundings.read(path) or b"")
        return code, _OVERHEAD + 3 * len(code.text)

    found: Code = shelf(surroundings, code_of, _KEPT).take(path, read)
    return found


@once
def _codes(dom: Dom) -> list[Code]:
    return list(map(code_of, _scripts(dom)))


@once
def _scripts(dom: Dom) -> list[Node]:
    return [node for node in dom.all("script") if node.get("type").strip().lower() in CLASSIC]


def _is_unknown(script: Node) -> bool:
    """Return whether code of ``script`` is in a file that is not read, or in a library."""
    code = code_of(script).text
    return _IMPORT.search(code) is not None if code else script.has("src") or bool(script.text.strip())


def _of_file(content: bytes) -> Code:
    return _of_text(content.decode(errors="replace")) if len(content) <= 4 * LONGEST else Code()


def _of_text(text: str) -> Code:
    return take_apart(text) if len(text) <= LONGEST else Code()
