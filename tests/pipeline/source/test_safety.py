"""What a content page may not hold is refused with its line, however it is spelled."""

from __future__ import annotations

from contextlib import suppress

import pytest

from pipeline.errors import SourceError
from pipeline.source.safety import DEEPEST
from tests.support import document

FIRST = 4
"""The line of the body's first line in the pages that the tests write."""

REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a script in capitals": "<SCRIPT SRC=//x></SCRIPT>",
    "a script in a picture": "<svg><script>alert(1)</script></svg>",
    "a script in a picture's HTML": "<svg><foreignObject><script>1</script></foreignObject></svg>",
    "an event handler": "<p onclick=alert(1)>x</p>",
    "an event handler in capitals": "<img src=x OnError=alert(1)>",
    "an event handler after a slash": "<svg/onload=alert(1)></svg>",
    "an event handler nobody knows yet": "<p onnextyear=x>x</p>",
    "an event handler without value": "<p onclick>x</p>",
    "an address that runs": '<a href="javascript:alert(1)">x</a>',
    "one in capitals": '<a href="JaVaScRiPt:alert(1)">x</a>',
    "one behind spaces": '<a href="  javascript:alert(1)">x</a>',
    "one with a tab": '<a href="java\tscript:alert(1)">x</a>',
    "one with a line feed": '<a href="java\nscript:alert(1)">x</a>',
    "one with a referenced tab": '<a href="java&#9;script:alert(1)">x</a>',
    "one with named references": '<a href="java&Tab;script&colon;alert(1)">x</a>',
    "one with numbered references": '<a href="&#x6a;avascript:alert(1)">x</a>',
    "one with references unended": '<a href="&#106avascript:alert(1)">x</a>',
    "one behind a control character": '<a href="&#1;javascript:alert(1)">x</a>',
    "one of Visual Basic": '<a href="vbscript:x">x</a>',
    "one in a form": '<form action="javascript:x"></form>',
    "one on a button": '<button formaction="javascript:x">x</button>',
    "one in a picture's link": '<svg><a xlink:href="javascript:x"><text>x</text></a></svg>',
    "one in a formula": '<math href="javascript:x">x</math>',
    "one that a picture comes to": '<svg><set attributeName="href" to="javascript:x" /></svg>',
    "one that a picture passes": '<svg><animate attributeName="href" values="#a;javascript:x" /></svg>',
    "an embedded page": '<iframe srcdoc="x"></iframe>',
    "an embedded page as an address": '<iframe src="data:text/html,x"></iframe>',
    "an embedded picture that may run": '<img alt="" src="data:image/svg+xml,x">',
    "a link to data": '<a href="data:text/html,x">x</a>',
    "a link to harmless data": '<a href="data:image/png;base64,x">x</a>',
    "a base": '<base href="//x">',
    "a refresh": '<meta http-equiv="refresh" content="0;url=//x">',
    "a style sheet": "<style>p { display: none }</style>",
    "a linked style sheet": '<link rel="stylesheet" href="//x">',
    "an object": '<object data="x.swf"></object>',
    "an embedding": '<embed src="x.swf">',
    "an applet": "<applet></applet>",
    "a template": "<template><p>x</p></template>",
    "what is for browsers without scripts": "<noscript><p>x</p></noscript>",
    "what is for browsers without embedding": "<noembed><p>x</p></noembed>",
    "the rest of the page as text": "<plaintext>x",
    "a title": "<title>x</title>",
}

HARMLESS = {
    "an ordinary link": '<a href="https://example.org/?q=javascript:x">x</a>',
    "a link within the page": '<a href="#data:x">x</a>',
    "a mail link": '<a href="mailto:x@example.org">x</a>',
    "an embedded picture": '<img alt="" src="data:image/png;base64,iVBORw0KGgo=">',
    "a word that begins like a handler": '<p class="onclick" data-on="x">on</p>',
    "a comment": "<!-- <script>alert(1)</script> -->",
    "escaped markup": "<p>&lt;script&gt;</p>",
    "a text about data": '<img src="https://x.example/" alt="Data: fakta" title="javascript: ett språk">',
    "a picture with a title": "<svg role=img><title>Staden</title><path d=''></path></svg>",
}


@pytest.mark.parametrize("html", REFUSED.values(), ids=REFUSED)
def test_is_refused_in_html_with_its_line(html: str) -> None:
    with pytest.raises(SourceError) as stopped:
        document(f"<p>ett</p>\n<p>två</p>\n{html}\n<p>tre</p>\n", ".html")
    assert stopped.value.location is not None
    assert stopped.value.location.path == "source/pages/sida.html"
    assert FIRST + 2 <= stopped.value.location.line <= FIRST + 2 + html.count("\n")


@pytest.mark.parametrize("html", REFUSED.values(), ids=REFUSED)
def test_is_refused_in_markdown_with_its_line(html: str) -> None:
    with pytest.raises(SourceError) as stopped:
        document(f"ett\n\n<div>\n{html}\n</div>\n")
    assert stopped.value.location is not None
    assert FIRST + 3 <= stopped.value.location.line <= FIRST + 3 + html.count("\n")


@pytest.mark.parametrize("html", HARMLESS.values(), ids=HARMLESS)
def test_what_is_harmless_is_let_through(html: str) -> None:
    document(html, ".html")
    document(f"<div>{html}</div>\n")


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("ett\ntvå [tre](javascript:alert(1))\n", 5),
        ("[tre][x]\n\n[x]: <JAVASCRIPT:alert(1)>\n", 4),
        ("ett\n\n![x](data:image/svg+xml,x)\n", 6),
        ("ett\n\n<javascript:alert(1)>\n", 6),
    ],
)
def test_what_markdown_makes_of_it_is_refused_too(markdown: str, line: int) -> None:
    with pytest.raises(SourceError) as stopped:
        document(markdown)
    assert str(stopped.value).startswith(f"source/pages/sida.md:{line}: ")


@pytest.mark.parametrize("markdown", ['[x](x.md){onclick="x()"}', '{onclick="x()"}\n# x', "[x]{onclick=x}"])
def test_an_attribute_of_markdown_makes_no_event_handler(markdown: str) -> None:
    assert not [
        name for element in document(markdown).tree.elements() for name in element.attrs if name != "href"
    ]


def test_the_place_is_that_of_the_attribute() -> None:
    with pytest.raises(SourceError) as stopped:
        document('<p class="x"\n   onclick="alert(1)">x</p>', ".html")
    assert stopped.value.location is not None
    assert (stopped.value.location.line, stopped.value.location.column) == (FIRST + 1, 4)


@pytest.mark.parametrize("tag", ["html lang=sv", "body class=x", "body onload=alert(1)", "head id=x"])
def test_a_page_holds_the_main_content_only(tag: str) -> None:
    with pytest.raises(SourceError):
        document(f"<{tag}><p>x</p>", ".html")


@pytest.mark.parametrize("levels", [DEEPEST - 3, DEEPEST])
def test_there_is_a_limit_to_nesting(levels: int) -> None:
    html = "<div>" * levels + "x"  # html and body are around it
    if levels < DEEPEST - 1:
        document(html, ".html")
        return
    with pytest.raises(SourceError, match="nested more than 100 deep"):
        document(html, ".html")


@pytest.mark.parametrize(
    "body",
    ["<div>" * 10_000, "<b><div>" * 5_000, "<svg>" + "<g>" * 10_000, "<ul><li>" * 5_000],
    ids=["div", "b div", "g", "ul li"],
)
def test_ten_thousand_levels_are_refused_not_crashed_on(body: str) -> None:
    with pytest.raises(SourceError, match="nested more than 100 deep") as stopped:
        document(f"<p>x</p>\n{body}x", ".html")
    assert stopped.value.location is not None
    assert stopped.value.location.line == FIRST + 1


@pytest.mark.parametrize(
    "mark", ["> ", "- ", "*", "[", "(", "`", "<b>", "![", "**a ", "1. ", "\\[", "&", "<", "{", "||"]
)
def test_markdown_made_to_hurt_ends_in_a_page_or_in_one_line(mark: str) -> None:
    with suppress(SourceError):
        document(f"{mark * 5_000}x\n")
