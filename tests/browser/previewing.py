"""The preview of a site, in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parents[2]
_ADDRESS: Final = re.compile(r"http://127\.0\.0\.1:\d+/")
_PATIENCE: Final = 20  # seconds for the server to end


@contextmanager
def previewed(root: Path, *options: str) -> Iterator[str]:
    """Serve the site at ``root`` for its authors; yield the address, with a slash at the end."""
    command = [
        sys.executable,
        "-m",
        "tolkbar",
        "serve",
        "--port",
        "0",
        "--language",
        "en",
        "--site",
        str(root),
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, *options], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert server.stdout
        try:
            found = (_ADDRESS.search(line) for line in server.stdout)
            address = next(filter(None, found), None)
            assert address, "the preview does not start"
            yield address[0]
        finally:
            server.terminate()
            server.communicate(timeout=_PATIENCE)
