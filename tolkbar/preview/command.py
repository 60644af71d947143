"""``tolkbar serve``: the preview on this machine, until Ctrl-C."""

from __future__ import annotations

import asyncio
import errno
import signal
import webbrowser
from time import strftime
from typing import TYPE_CHECKING, Any

from aiohttp import web

from pipeline.config import load_site
from pipeline.errors import PublishError
from pipeline.model import msg
from tolkbar.console import tell
from tolkbar.preview.server import HOST, Server
from tolkbar.preview.studio import News, Studio

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from pipeline.model import Message
    from tolkbar.preview.plugins import Plugin

    Say = Callable[[Message], str]


def serve(asked: Namespace, say: Say) -> int:
    """Show the site in a browser until somebody presses Ctrl-C."""
    load_site(asked.site)  # a folder without a site is no preview that could mend itself
    asyncio.run(_serve(asked, say))
    return 0


async def _serve(asked: Namespace, say: Say) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    studio = Studio(asked.site)
    server = Server(studio, asked.said_language, plugins(asked, studio))
    runner = web.AppRunner(server.app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        address = await _listen(runner, asked.port)
        tell(say(msg("Preview: {address} (Ctrl-C ends it)", address=address)))
        working = [asyncio.create_task(studio.run()), asyncio.create_task(_report(studio, say))]
        if asked.open:
            await asyncio.to_thread(webbrowser.open, address)
        await _first(asyncio.create_task(stop.wait()), working)
    finally:
        await runner.cleanup()


def plugins(asked: Namespace, studio: Studio) -> list[Plugin]:
    """Return what is added to the preview as it was asked for."""
    if not asked.edit:
        return []
    from tolkbar.preview.editor import Editor  # noqa: PLC0415 - for those who write, too

    return [Editor(studio).plugin]


async def _first(stopping: asyncio.Task[Any], working: list[asyncio.Task[Any]]) -> None:
    """Wait until somebody stops us, or what works breaks; raise what broke."""
    done, _ = await asyncio.wait([stopping, *working], return_when=asyncio.FIRST_COMPLETED)
    for task in (stopping, *working):
        task.cancel()
    await asyncio.gather(*working, return_exceptions=True)
    for broken in done & set(working):
        broken.result()


async def _listen(runner: web.AppRunner, port: int) -> str:
    """Open the server; return its address.  Raises PublishError for a port that is taken."""
    site = web.TCPSite(runner, HOST, port)
    try:
        await site.start()
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PublishError(
                msg("Port {port} is taken or not for us. Name another with --port, or 0 for any.", port=port)
            ) from None
        raise
    host, chosen = runner.addresses[0][:2]
    return f"http://{host}:{chosen}/"


async def _report(studio: Studio, say: Say) -> None:
    """Tell the terminal what pages are told."""
    news: asyncio.Queue[News] = asyncio.Queue()
    studio.listeners.add(news)
    while True:
        one = await news.get()
        fault, made = studio.fault, studio.made
        now = strftime("%H:%M:%S")
        if one.kind == "fault" and fault:
            place = f"{fault.location}: " if fault.location else ""
            tell(f"{now} {place}{say(fault.message)}")
        elif one.kind == "made" and made and not one.detail["settled"]:
            sentence = msg("Up to date; pages made anew: {made}.", made=made.made)
            tell(f"{now} {say(sentence)}")
