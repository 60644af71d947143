"""The code of the site's templates, which is the same in all editions and compiled once for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Keeps code in ``known``, for as long as the run lasts: nothing that could be run lies on the disk."""

    def __init__(self, known: dict[str, CodeType]) -> None:
        """Share ``known`` with others."""
        self._known = known

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code of a template into ``bucket``, if it has been compiled."""
        bucket.code = self._known.get(bucket.key + bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in ``bucket``."""
        if bucket.code:
            self._known[bucket.key + bucket.checksum] = bucket.code
