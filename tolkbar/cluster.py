"""Machines that Dask's scheduler hands work to (``tolkbar[cluster]``); nothing else here knows of Dask.

The scheduler gives what a dying worker leaves behind to another, until it has outlived as many as its
setting ``distributed.scheduler.allowed-failures`` says.  Certificates and the like are Dask's own
settings, too (``tls://``).
"""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final

from checks.hearing.elsewhere import Elsewhere, gone
from pipeline.errors import PublishError
from pipeline.model import msg
from tolkbar.console import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.hearing import Hands
    from checks.hearing.elsewhere import Promise
    from pipeline.model import Message

_PATIENCE: Final = 20  # seconds until nobody is there
_LOOK_AGAIN: Final = 5.0  # seconds between two counts of the workers
_LONGEST: Final = 200  # characters of what Dask says


@contextmanager
def cluster(address: str, say: Callable[[Message], str]) -> Iterator[Hands]:
    """Yield the hands of the workers at a scheduler's ``address``; raises ``TolkbarError`` without one."""
    try:
        import distributed  # noqa: PLC0415 - most runs ask no other machine
    except ImportError as error:
        raise PublishError(
            msg("--cluster needs Dask. Install tolkbar[cluster], here and on the workers.")
        ) from error
    for name in ("distributed", "distributed.client"):  # what they would say, we say in one line
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (ImportError, OSError, RuntimeError, TypeError, ValueError) as error:
        raise _unreachable(address, error) from error
    try:
        workers = Workers(client)
        if not workers.places():
            tell(say(msg("The cluster has no workers yet; waiting for the first.")))
        yield Elsewhere(workers)
    finally:
        with suppress(Exception):  # what is lost cannot be closed
            client.close()


class Workers:
    """The workers of a scheduler (:class:`checks.hearing.elsewhere.Machines`)."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - Dask is not everywhere
        """Take a connection to the scheduler."""
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - as above

        self.lost: tuple[type[BaseException], ...] = (KilledWorker,)
        self.gone: tuple[type[BaseException], ...] = (CancelledError, asyncio.CancelledError, OSError)
        self._client = client
        self._places = 0
        self._counted = float("-inf")

    def submit(self, work: Callable[[bytes], bytes], given: bytes, /) -> Promise:
        """Hand out a piece of work; what comes of it is given up as soon as nobody holds the promise."""
        try:
            promise: Promise = self._client.submit(work, given, pure=False)
        except Exception as error:  # which one it is has changed with Dask's versions
            raise gone() from error
        return promise

    def places(self) -> int:
        """Return how many threads the workers have, as of some seconds ago at most."""
        now = time.monotonic()
        if now - self._counted > _LOOK_AGAIN:
            try:
                self._places = sum(self._client.nthreads().values())
            except Exception as error:  # as above
                raise gone() from error
            self._counted = now
        return self._places


def _unreachable(address: str, error: Exception) -> PublishError:
    reason = " ".join(str(error).split())[:_LONGEST] or type(error).__name__
    return PublishError(
        msg(
            "No Dask scheduler answers at {address}: {reason}. Check the address, and that it runs.",
            address=address,
            reason=reason.rstrip("."),
        )
    )
