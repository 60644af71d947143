"""``python -m bench.flame SITE OUTPUT.svg COMMAND ...``: where the CPU time of commands goes, as a picture.

The commands (``extract``, ``build`` …) run one after another in this process, on the site at SITE.  A
timer that only runs while the process works looks at its stack a thousand times a second; functions of
the standard library and of other packages count for those of ours that called them.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.measure import BenchmarkError
from tolkbar.__main__ import main as tolkbar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_TICK: Final = 0.001  # seconds of CPU
_WIDTH, _ROW, _DEEPEST = 960, 18, 14
_LEAST: Final = 0.004  # of all samples: less is no wider than a hair
_LETTER: Final = 6.2  # pixels that a letter takes
_SVG: Final = "http://www.w3.org/2000/svg"
_REPOSITORY: Final = f"{Path(__file__).parents[1]}/"
_OURS: Final = tuple(f"{_REPOSITORY}{room}/" for room in ("pipeline", "checks", "tolkbar"))
_COLOURS: Final = ("#f3d9b1", "#c9e4ca", "#bcd7ee", "#e8cfe8", "#f5c6c0", "#dfe3b4", "#cfd8dc")


@dataclass
class Node:
    """A function as it was called on one way; ``samples`` count it and all that it called."""

    samples: int = 0
    inside: defaultdict[str, Node] = field(default_factory=lambda: defaultdict(Node))

    def add(self, way: list[str]) -> None:
        """Count one sample whose functions of ours are ``way``, the outermost first."""
        node = self
        node.samples += 1
        for name in way:
            node = node.inside[name]
            node.samples += 1


def sampled(site: Path, commands: list[str]) -> Node:
    """Run ``commands`` on ``site``; return what they spent their time on."""
    whole = Node()

    def look(_number: int, frame: FrameType | None) -> None:
        whole.add(list(_way(frame))[::-1])

    signal.signal(signal.SIGPROF, look)
    for command in commands:
        signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
        status = tolkbar([command, "--site", str(site)])
        signal.setitimer(signal.ITIMER_PROF, 0)
        if status:
            raise BenchmarkError(f"tolkbar {command} ended with status {status}")
    return whole


def _way(frame: FrameType | None) -> Iterator[str]:
    """Yield the functions of ours on the stack, the innermost first; one that calls itself comes once."""
    last = ""
    while frame:
        code = frame.f_code
        if code.co_filename.startswith(_OURS) and not code.co_name.startswith("<"):
            module = code.co_filename.removeprefix(_REPOSITORY).removesuffix(".py").replace("/", ".")
            name = f"{module}.{code.co_name}"
            if name != last:
                yield name
            last = name
        frame = frame.f_back


def picture(whole: Node, title: str) -> str:
    """Return the samples as an SVG: what called stands above what it called, as wide as its time."""
    boxes = [*_boxes(whole, 0, 0.0, whole.samples)]
    height = _ROW * (1 + max(depth for depth, *_ in boxes))
    drawn = "\n".join(_drawn(*box) for box in boxes)
    shape = f'viewBox="0 0 {_WIDTH} {height}" role="img" font-family="system-ui, sans-serif" font-size="11"'
    return f'<svg xmlns="{_SVG}" {shape}>\n<title>{escape(title)}</title>\n{drawn}\n</svg>\n'


def _boxes(node: Node, depth: int, left: float, all_samples: int) -> Iterator[tuple[int, float, float, str]]:
    """Yield depth, left edge and width (shares of the whole) and name of each function worth drawing."""
    for name, inner in sorted(node.inside.items(), key=lambda item: -item[1].samples):
        share = inner.samples / all_samples
        if share >= _LEAST and depth < _DEEPEST:
            yield depth, left, share, name
            yield from _boxes(inner, depth + 1, left, all_samples)
        left += share


def _drawn(depth: int, left: float, share: float, name: str) -> str:
    x, width, y = left * _WIDTH, share * _WIDTH, depth * _ROW
    room, _, function = name.rpartition(".")
    colour = _COLOURS[sum(room.encode()) % len(_COLOURS)]
    label = f"{room.rpartition('.')[2]}.{function} {share:.0%}"
    text = label if len(label) * _LETTER < width else function if len(function) * _LETTER < width else ""
    return (
        f"<g><title>{escape(name)} {share:.1%}</title>"
        f'<rect x="{x:.1f}" y="{y}" width="{max(width - 0.5, 0.5):.1f}" height="{_ROW - 1}" fill="{colour}"/>'
        f'<text x="{x + 3:.1f}" y="{y + 13}" fill="#1a1a1a">{escape(text)}</text></g>'
    )


def main(arguments: list[str] | None = None) -> int:
    """Sample what the command line names, write the picture; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m bench.flame", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "site", type=Path, help="the root of a site; what the commands write, they write there"
    )
    parser.add_argument("output", type=Path, help="the SVG to write")
    parser.add_argument("commands", nargs="+", help="commands of tolkbar, in order")
    options = parser.parse_args(arguments)
    title = f"CPU time of tolkbar {', '.join(options.commands)}"
    options.output.write_text(picture(sampled(options.site, options.commands), title), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
