"""Pages of very many, very deep or very twisted elements and attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.mutations.giants._build import PAGE, SHEET, Files, crowd, nested, numbered, often, page

if TYPE_CHECKING:
    from collections.abc import Callable


def _owners(count: int) -> Files:
    """Return elements each of which owns all others by ``aria-owns``, and is labelled by all others."""
    number = max(int((count * 0.8) ** 0.5), 2)
    ids = " ".join(f"i{other:x}" for other in range(number))
    one = f'<div role=list id=i§ aria-owns="{ids}" aria-labelledby="{ids}" tabindex=0>x</div>'
    return page(numbered(one, number))


def _chained(attribute: str) -> Callable[[int], Files]:
    """Return elements each of which refers to the next by ``attribute``, and the last to the first."""

    def chain(count: int) -> Files:
        last = count // 10 - 20
        one = '<button id=i{0:x} {2}="i{1:x}">x</button>'
        return page("".join(one.format(number, (number + 1) % last, attribute) for number in range(last)))

    return chain


def _frames(count: int) -> Files:
    """Return pages that frame themselves and one another."""
    frame = "<iframe src=a.html title=x></iframe><iframe src=b.html title=x></iframe>"
    return {name: f"{PAGE}{frame * (count // 10_000 + 2)}".encode() for name in ("a.html", "b.html")}


def _large_frames(count: int) -> Files:
    """Return a page that shows another one, as large as a page may be, in a hundred frames."""
    return {
        **page("<iframe src=b.html title=x></iframe>" * 100),
        "b.html": f"{PAGE}{'<p>x' * (count // 10 - 20)}".encode(),
    }


def _srcdoc(count: int) -> Files:
    """Return frames in frames in frames, quoted ever deeper."""
    inner = "<p>x"
    for _ in range(min(count // 1000 + 4, 12)):
        quoted = inner.replace("&", "&amp;").replace('"', "&quot;")
        inner = f'<iframe title=x srcdoc="{quoted}"></iframe>'
    return page(inner)


def _reopened(count: int) -> Files:
    """Return formatting that is never closed, which begins anew in every paragraph."""
    return page(f"<p>{numbered('<font size=§>', min(count // 20, 500))}</p>" + "<p>x" * (count // 10))


GIANTS: Final[dict[str, Callable[[int], Files]]] = {
    "nested div": nested("<div>"),
    "nested span in a link": nested("<a href=# role=link><span>"),
    "nested tables": nested("<table><tr><td>"),
    "nested lists": nested("<ul><li>"),
    "nested formatting": nested("<b><i><font>"),
    "nested svg": nested("<svg><g>"),
    "nested templates with shadow": nested("<div><template shadowrootmode=open><slot></slot>"),
    "nested scrolling boxes": nested('<div style="max-height:9px;overflow:auto;opacity:.9">'),
    "nested details": nested("<details><summary>"),
    "nested labels and fields": nested("<label>x<button>"),
    "nested quotations in other languages": nested("<q lang=en><i lang=de>"),
    "formatting that is never closed": _reopened,
    "attributes of one element": often("a§ ", before="<p ", after=">x"),
    "attributes of all elements": crowd(f"<p {' '.join('abcdefghij')}>x"),
    "body after body with more attributes": often("<body a§=1>", 0.005),
    "aria attributes of one element": often("aria-x§=1 ", 0.5, "<p ", ">x"),
    "classes of one element": lambda count: page(f'<p class="{"c1 " * count}">x', SHEET, a=".c1{color:red}"),
    "roles of one element": often("r§ ", before="<p role='", after="'>x"),
    "ids in one reference": often("b ", before="<input aria-labelledby='", after="'>"),
    "tokens of autocomplete": often("section-a ", 0.8, "<input autocomplete='", "name'>"),
    "a long style attribute": often("color:red;", 0.8, "<p style='", "'>x"),
    "a long srcset": often("a.png 1x,", 0.9, "<img srcset='", "'>"),
    "a long language": often("sv-", before="<p lang='", after="'>x"),
    "a long refresh": often("0", before="<meta http-equiv=refresh content='", after=";url=x'>"),
    "a long viewport": often("maximum-scale=1,", 0.5, "<meta name=viewport content='", "'>"),
    "a long address": often("../", before="<a href='", after="x'>x</a>"),
    "a long host": often("å", before="<a href='https://", after="/x'>x</a>"),
    "a long handler": often("if(a(", before="<p onclick='", after="'>x"),
    "a long coords": often("1,", before="<map><area shape=poly href=# coords='", after="'>"),
    "styled differently": crowd("<p style='margin:§px;color:#f§'>x"),
    "styled alike": crowd("<p style='color:red'>x"),
    "images": crowd("<img src=x>"),
    "images named alike": crowd("<img src=x§ alt='bild'>"),
    "links": crowd('<a href="#b">§</a>'),
    "same links": crowd('<p><a href="#b">x</a>', 2),
    "links of one name that lead elsewhere": crowd('<a href="?§">Läs mer</a>'),
    "broken links": crowd('<a href="borta§.html">x</a>'),
    "links to broken anchors": crowd('<a href="#i§">x</a>'),
    "anchors": crowd("<p id=i§>x"),
    "same ids": crowd("<p id=i>x"),
    "fields": crowd("<label>x<input id=f§></label>", 2),
    "labels of one field": crowd("<label for=f>x</label>", before="<input id=f>"),
    "radio buttons of one name": crowd("<input type=radio name=x aria-label=§>"),
    "fields that are described": crowd("<input aria-label=x aria-describedby='b b'>"),
    "buttons": crowd("<button>x</button>"),
    "headings": crowd("<h2>x</h2>"),
    "landmarks": crowd("<nav>x</nav>"),
    "landmarks of one name": crowd("<section aria-label=x>x</section>"),
    "table cells": crowd("<td headers=h>x", before="<table><tr><th id=h>x"),
    "a table with large spans": crowd("<tr><td rowspan=65534 colspan=1000>x", 2, "<table>"),
    "table rows with headers": crowd("<tr><th id=h§>x<td headers='h§ h0'>x", 3, "<table>"),
    "header cells": crowd("<tr><th>x<td>x", 3, "<table>"),
    "tables": crowd("<table><tr><td>x</table>", 4),
    "list items in no list": crowd("<div role=listitem>x</div>"),
    "terms": crowd("<dt>x<dd>x", 2, "<dl>"),
    "options": crowd("<option>x", before="<select>"),
    "option groups": crowd("<optgroup label=x><option>x", 2, "<select>"),
    "videos": crowd("<video src=x.mp4 autoplay><track src=x></video>", 2),
    "frames": crowd("<iframe src=b.html></iframe>"),
    "areas": crowd("<area href=#b>", before="<img usemap=#m><map name=m>"),
    "shapes": crowd("<path d='M0 0'/>", before="<svg><title>x</title>"),
    "drawings": crowd("<svg><use href=#x></use></svg>", 2),
    "summaries of one details": crowd("<summary>x</summary>", before="<details>"),
    "details": crowd("<details><summary>x</summary>y</details>", 2),
    "slots": crowd(
        "<p slot=s>x", before="<div><template shadowrootmode=open><slot name=s></slot></template>"
    ),
    "shadow trees": crowd("<p><template shadowrootmode=open><slot></slot></template>x", 3),
    "paragraphs in other languages": crowd("<p lang=en>Jag vill ha mer information om kommunens skolor"),
    "event handlers": crowd("<div onclick=x() tabindex=0>x</div>"),
    "scripts": crowd("<script>addEventListener('keydown',x)</script>"),
    "texts between comments": often("x<!---->", 0.24),
    "elements that own one another": _owners,
    "elements that each own the next": _chained("aria-owns"),
    "elements that each name the next": _chained("aria-labelledby"),
    "elements that each control the next": _chained("aria-controls"),
    "elements that each have the next as error": _chained("aria-errormessage"),
    "frames in a circle": _frames,
    "large frames": _large_frames,
    "frames in frames": _srcdoc,
}
