"""Reading a file of the site: it exists, lies inside ``source/``, is small enough and is UTF-8 text."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from pipeline.config.located import shown
from pipeline.errors import ConfigError
from pipeline.model import Location, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAX_BYTES = 4_000_000
"""Records of a large city stay far below; reading more would only tie up the machine."""


def find_file(root: Path, name: str, location: Location, missing: Callable[[], Message]) -> Path:
    """Return the real path of the file ``name`` (relative to the site's ``root``, forward slashes).

    ``missing`` tells what to say when there is no such file, ``location`` is where the reader should look.
    Raises ConfigError also when ``name`` is a folder or a device, or leads out of ``source/`` by a link.
    """
    try:
        path = (root / name).resolve(strict=True)
        is_file = stat.S_ISREG(path.stat().st_mode)
        is_inside = path.is_relative_to((root / "source").resolve(strict=True))
    except (FileNotFoundError, NotADirectoryError):
        raise ConfigError(missing(), location) from None
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, before Python 3.13
        raise ConfigError(unreadable(name, error), location) from error
    if not is_inside:
        message = msg("{path} leads out of source/ by a link; put the file itself there.", path=shown(name))
        raise ConfigError(message, location)
    if not is_file:
        message = msg("{path} is not an ordinary file; put a file in its place.", path=shown(name))
        raise ConfigError(message, location)
    return path


def read_text(root: Path, name: str, missing: Message) -> str:
    """Return the text of the file ``name``, its line ends LF; raise ConfigError if there is none."""
    path = find_file(root, name, Location(name, 1), lambda: missing)
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise ConfigError(unreadable(name, error), Location(name, 1)) from error
    if len(content) > MAX_BYTES:
        message = msg(
            "{path} is larger than {limit} MB; keep only settings and records in it.",
            path=name,
            limit=MAX_BYTES // 1_000_000,
        )
        raise ConfigError(message, Location(name, 1))
    return decode(content, name)


def unreadable(name: str, error: Exception) -> Message:
    """Return what to do about a file that the system refuses to read."""
    if isinstance(error, PermissionError):
        return msg("{path} may not be read; allow it with: chmod u+r {path}", path=shown(name))
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return msg(
        "{path} cannot be read ({reason}); put an ordinary file there.", path=shown(name), reason=reason
    )


def decode(content: bytes, name: str) -> str:
    """Return ``content`` as text; a byte-order mark is dropped, editors on Windows write one."""
    nul = content.find(b"\0")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = msg("This line is not UTF-8; save the file as UTF-8.")
        raise ConfigError(message, Location(name, _line(content, error.start))) from error
    if nul >= 0:
        message = msg("This line holds a NUL byte; save the file as plain text in UTF-8.")
        raise ConfigError(message, Location(name, _line(content, nul)))
    return text.replace("\r\n", "\n")


def _line(content: bytes, offset: int) -> int:
    """Return the line, from 1, of the byte at ``offset``."""
    return content.count(b"\n", 0, offset) + 1
