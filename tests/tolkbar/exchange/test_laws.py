"""What holds for every text in every format: it comes back as it went, with all that PO says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from tests.tolkbar.exchange.texts import bundles, told
from tolkbar.exchange import po_file, sheet, xliff

if TYPE_CHECKING:
    from collections.abc import Callable

    from tolkbar.exchange.bundle import Bundle

    Format = tuple[Callable[[Bundle], bytes], Callable[[bytes, str], Bundle]]

FORMATS = {
    "po": (po_file.write, po_file.read),
    "xliff": (xliff.write, xliff.read),
    "csv": (sheet.write, sheet.read),
}


@pytest.mark.parametrize("name", FORMATS)
@given(bundle=bundles)
def test_nothing_is_lost_on_the_way_out_and_back(name: str, bundle: Bundle) -> None:
    write, read = FORMATS[name]
    back = read(write(bundle), f"back.{name}")
    assert told(back) == told(bundle)
    assert (back.source, back.language, back.site) == ("sv", "de", "https://www.storstad.example")
