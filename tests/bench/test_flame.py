"""The picture of a profile: who called stands above whom, as wide as the time it took."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from bench.flame import Node, picture, sampled

if TYPE_CHECKING:
    from tests.support import SiteFolder

SVG = "{http://www.w3.org/2000/svg}"


def boxes(svg: str) -> dict[str, tuple[float, int, float]]:
    """Return left edge, top and width of each box by its title."""
    groups = ET.fromstring(svg).iter(f"{SVG}g")  # noqa: S314 - our own
    found = {}
    for group in groups:
        box = group.find(f"{SVG}rect")
        assert box is not None
        x, y, width = (box.get(name, "") for name in ("x", "y", "width"))
        found[group.findtext(f"{SVG}title", "")] = float(x), int(y), float(width)
    return found


def test_a_box_is_as_wide_as_its_share_and_stands_below_who_called_it() -> None:
    whole = Node()
    for way in [["a.f", "b.g"]] * 3 + [["a.f", "c.<h>"]]:
        whole.add(way)
    assert boxes(picture(whole, "x")) == {
        "a.f 100.0%": (0.0, 0, 959.5),
        "b.g 75.0%": (0.0, 18, 719.5),
        "c.<h> 25.0%": (720.0, 18, 239.5),
    }


def test_what_takes_hardly_any_time_is_left_out() -> None:
    whole = Node()
    for way in [["a.f"]] * 999 + [["b.g"]]:
        whole.add(way)
    assert list(boxes(picture(whole, "x"))) == ["a.f 99.9%"]


def test_it_shows_what_commands_did(site: SiteFolder) -> None:
    whole = sampled(site.root, ["extract", "build"])
    assert whole.samples
    assert list(whole.inside) == ["tolkbar.__main__.main"]
