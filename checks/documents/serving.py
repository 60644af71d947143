"""What the process does that reads documents: it alone loads what reads them."""

from __future__ import annotations

import gc
import os
import signal

from checks.documents import limits
from checks.documents.child import receive, send
from checks.documents.later import load
from checks.documents.reading import read
from checks.documents.replies import packed


def serve() -> None:
    """Read the documents that a :class:`~checks.documents.child.Child` sends, and answer, until it ends."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)  # what a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asked for it ends it
    load()
    gc.freeze()
    limits.bound_memory()
    while (content := receive(requests)) is not None:
        with limits.bounded():
            reply = packed(read(content))
        send(replies, reply)
        del content, reply
        gc.collect()
