from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom import frames
from checks.dom.frames import ELEMENTS, FRAMES, NESTED, SIZE, frame
from checks.subjects import Page, Site
from pipeline.errors import TolkbarError
from pipeline.model import msg

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from checks.dom.tree import Dom
    from pipeline.page import Tree


def dom(root: Path, path: str = "sv/index.html") -> Dom:
    page = Site(root).read(path)
    assert isinstance(page, Page)
    return page.dom


def write(root: Path, **pages: str) -> None:
    (root / "sv").mkdir()
    for name, content in pages.items():
        (root / "sv" / f"{name}.html").write_text(content, encoding="utf-8")


def shown(dom: Dom) -> Dom | None:
    return frame(dom.all("iframe")[0])


def test_a_frame_shows_a_page_of_the_same_site(tmp_path: Path) -> None:
    write(tmp_path, index='<iframe src="karta.html?x#y">', karta="<h1>Karta</h1>")
    page = shown(dom(tmp_path))

    assert page is not None
    assert page.nodes[0].text == "Karta"


def test_addresses_in_a_framed_page_are_relative_to_that_page(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<base href="/"><iframe src="sv/karta.html">',
        karta='<iframe src="ruta.html">',
        ruta="Ruta",
    )
    outer = shown(dom(tmp_path))
    assert outer is not None
    inner = shown(outer)

    assert inner is not None
    assert inner.nodes[0].text == "Ruta"


def test_what_the_page_itself_says_wins_over_an_address(tmp_path: Path) -> None:
    write(tmp_path, index='<iframe srcdoc="&lt;p>Här" src="karta.html">', karta="Karta")
    page = shown(dom(tmp_path))

    assert page is not None
    assert page.nodes[0].text == "Här"


def test_another_servers_page_and_a_missing_one_are_not_read(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<iframe src="https://example.org/karta.html"></iframe>',
        sida='<iframe src="borta.html">',
    )

    assert shown(dom(tmp_path)) is None
    assert shown(dom(tmp_path, "sv/sida.html")) is None


def test_a_page_that_frames_itself_ends(tmp_path: Path) -> None:
    write(tmp_path, index='<iframe src="index.html">')
    page: Dom | None = dom(tmp_path)
    depth = -1
    while page is not None:
        page, depth = shown(page), depth + 1

    assert depth == NESTED


def test_pages_that_frame_one_another_often_come_to_an_end(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<iframe src="other.html"></iframe>' * 20,
        other='<iframe src="index.html"></iframe>' * 20,
    )
    waiting, pages = [dom(tmp_path)], 0
    while waiting:
        inner = map(frame, waiting.pop().all("iframe"))
        waiting += [page for page in inner if page is not None]
        pages += 1

    assert pages <= FRAMES + 1


def test_a_window_shows_frames_as_far_as_it_has_room_for_their_elements(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<iframe src="half.html"></iframe>' * 3,
        half=f"<body>{'<p>' * (ELEMENTS // 2 - 3)}",  # html, head and body are elements, too
    )
    first, second, third = map(frame, dom(tmp_path).all("iframe"))

    assert first is not None
    assert second is not None
    assert third is None


def test_a_window_shows_frames_as_far_as_it_has_room_for_their_text(tmp_path: Path) -> None:
    write(
        tmp_path,
        index='<iframe src="large.html"></iframe>' * 2 + '<iframe srcdoc="&lt;p>small"></iframe>',
        large="x" * (SIZE * 2 // 3),
    )
    first, *others = map(frame, dom(tmp_path).all("iframe"))

    assert first is not None
    assert others == [None, None]


def test_a_frame_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, index='<iframe src="bomb.html">', bomb="<p>")
    page = dom(tmp_path)

    def refuse(*_: object) -> Tree:
        raise TolkbarError(msg("The page takes too much memory."))

    monkeypatch.setattr(frames, "read_page", refuse)
    assert shown(page) is None
