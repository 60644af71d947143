"""The examples of a rule: the Markdown beside it, which is its documentation and its tests.

::

    ## Failed
    ### An image without an alternative text
    ```html
    <img src="telefon.svg">
    ```
    > The image telefon.svg has no text alternative. …

Sections are *Failed*, *Cannot tell*, *Passed* and *Inapplicable*.  An example is a small site: each
fenced block is one file, ``page.html`` (or ``catalog.po``) where its first line names no other.
``` ```pdf ``` is a healthy document with the changes that the block states (:mod:`checks.specimens`),
or the document itself where it begins as one;
``` ```bytes policy.pdf 682400 ``` is a PDF of that size, ``` ```bytes bell.wav 32000 ``` a recording
of 8000 bytes a second, ``` ```bytes sea.mp4 200 ``` ten seconds of film without sound,
``` ```toml site ``` the site's settings, ``` ```toml waivers ``` and ``` ```toml baseline ``` what people
have accepted, and ``` ```toml answers ``` what other servers answer, by address; all others are found.
The quoted lines are the messages, one a paragraph.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checks.model import Outcome
from checks.specimens import specimen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import AnyRule

SECTIONS = {
    "Failed": Outcome.FAILED,
    "Cannot tell": Outcome.CANNOT_TELL,
    "Passed": Outcome.PASSED,
    "Inapplicable": Outcome.INAPPLICABLE,
}
_DEFAULT_NAMES = {"html": "page.html", "pdf": "document.pdf", "po": "catalog.po", "svg": "image.svg"}
_ABOUT = {"site": "settings", "answers": "answers", "waivers": "waivers", "baseline": "baseline"}
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<kind>\w+)(?: (?P<name>.+?)(?: (?P<size>\d+))?)?$")
_SIGNATURE = b"%PDF-1.7\n"
_WAVE = b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data"
_FILM = struct.pack(">I8sI4sI4s", 12, b"ftypisom", 76, b"moov", 32, b"mvhd") + struct.pack(
    ">12xIII4sI4sI4s8x4s", 1, 10, 36, b"trak", 28, b"mdia", 20, b"hdlr", b"vide"
)


@dataclass(slots=True)
class Example:
    """One example: its title, the outcome it shows, its files by path, its settings, its messages.

    ``answers`` is what other servers say, ``waivers`` and ``baseline`` what people have accepted, as TOML.
    """

    title: str
    outcome: Outcome
    files: dict[str, bytes] = field(default_factory=dict)
    settings: str = ""
    answers: str = ""
    waivers: str = ""
    baseline: str = ""
    messages: list[str] = field(default_factory=list)


def examples(rule: AnyRule) -> list[Example]:
    """Return the examples that stand beside ``rule``."""
    return list(parse(source(rule)))


def source(rule: AnyRule) -> str:
    """Return the Markdown that stands beside ``rule``."""
    module = type(rule).__module__
    path = Path(__file__).parent.joinpath(*module.split(".")[1:]).with_suffix(".md")
    return path.read_text(encoding="utf-8")


def parse(text: str) -> Iterator[Example]:
    """Yield the examples in ``text``; raises ``ValueError`` for what is none of the forms above."""
    outcome: Outcome | None = None
    example: Example | None = None
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith("## "):
            outcome = _outcome(line.removeprefix("## "))
        elif line.startswith("### ") and outcome is not None:
            if example is not None:
                yield example
            example = Example(line.removeprefix("### "), outcome)
        elif line.strip() and example is None:
            raise ValueError(f"no example is open for: {line}")
        elif line.strip() and example is not None:
            _add(example, line, lines)
    if example is not None:
        yield example


def _outcome(name: str) -> Outcome:
    if name not in SECTIONS:
        raise ValueError(f"{name} is none of the sections {', '.join(SECTIONS)}")
    return SECTIONS[name]


def _add(example: Example, line: str, lines: Iterator[str]) -> None:
    fence = _FENCE.match(line)
    if fence is not None:
        _add_file(example, fence, "".join(f"{text}\n" for text in _block(lines, fence["fence"])))
    elif line.startswith("> "):
        example.messages.append(line.removeprefix("> "))
    else:
        raise ValueError(f"{example.title}: neither a file nor a message: {line}")


def _block(lines: Iterator[str], fence: str) -> Iterator[str]:
    for line in lines:
        if line == fence:
            return
        yield line
    raise ValueError("a fenced block is not closed")


def _add_file(example: Example, fence: re.Match[str], content: str) -> None:
    kind, name, size = fence["kind"], fence["name"], fence["size"]
    if kind == "toml" and name in _ABOUT:
        setattr(example, _ABOUT[name], content)
    elif kind == "bytes":
        example.files[name] = _head(name, int(size)).ljust(int(size))
    elif kind == "pdf" and not content.startswith("%PDF"):
        example.files[name or _DEFAULT_NAMES[kind]] = specimen(content)
    else:
        example.files[name or _DEFAULT_NAMES[kind]] = content.encode()


def _head(name: str, size: int) -> bytes:
    """Return how a file of this name begins."""
    if name.endswith(".wav"):
        return _WAVE + struct.pack("<I", size)
    return _FILM if name.endswith(".mp4") else _SIGNATURE
