"""A server on 127.0.0.1 whose every page is there after 20 milliseconds: ``python -m bench.external_server``.

It writes its port on the first line of standard output, and ends with standard input.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys

DELAY = 0.02  # seconds
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n"
_BODY = b"<title>x</title"


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            request = await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(DELAY)
            writer.write(_HEAD if request.startswith(b"HEAD") else _HEAD + _BODY)
            await writer.drain()
    writer.close()


async def main() -> None:
    """Serve until standard input ends."""
    server = await asyncio.start_server(_serve, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    os._exit(0)  # connections that clients keep open are nobody's any more


if __name__ == "__main__":
    asyncio.run(main())
