"""HTML that a content management system wrote → what of it is content, in plain markup."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from tolkbar.importing.page import Taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Where a page's content is, the likeliest first.
_LONGEST: Final = 60  # letters of an address that are shown
_MAIN: Final = ("main", "[role=main]", "article", "#content", "#main", "#innehall", ".content", "body")
# What belongs to the page around the content, runs, loads or asks.
_LEFT: Final = """
    aside audio base button canvas dialog embed fieldset footer form frame frameset header iframe input
    label link map meta nav noembed noframes noscript object optgroup option output plaintext script select
    slot style svg math template textarea title video xmp
""".split()
_AROUND: Final = (
    "[role=banner],[role=navigation],[role=complementary],[role=contentinfo],[role=search],[hidden]"
)
# Elements that stay; all others give way to what they hold.
_KEPT: Final = frozenset(
    """a abbr b bdi bdo blockquote br caption cite code col colgroup data dd del dfn div dl dt em figcaption
    figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small span strong sub sup
    table tbody td tfoot th thead time tr u ul var""".split()
)
_RENAMED: Final = {"b": "strong", "i": "em"}
_BARE: Final = frozenset({"div", "section", "span"})  # without attributes, they say nothing
_ATTRIBUTES: Final = frozenset(
    """abbr alt cite colspan datetime dir headers href hreflang id lang reversed rowspan scope src start
    title translate value""".split()
)
_EMPTY: Final = frozenset("blockquote dd dt em figure h1 h2 h3 h4 h5 h6 li ol p q small strong ul".split())
_PICTURES: Final = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
_EDGES: Final = re.compile(r"(<(?:p|h[1-6]|li|d[dt]|t[dh])\b[^>]*>) | (</(?:p|h[1-6]|li|d[dt]|t[dh])>)")
_SPACE: Final = re.compile(r"\s+")
_SITE: Final = re.compile(r"\s+[|–—•·-]\s+[^|–—•·]*$")  # "Bygglov | Storstads kommun"


def read_web_page(content: bytes, folder: Path) -> Taken:
    """Return the content of a page; pictures that it names are looked for in ``folder``."""
    soup = BeautifulSoup(content, "lxml")
    taken = Taken(title=_title(soup), description=_description(soup))
    base = _base(soup)
    main = _main(soup)
    _drop(main, taken)
    _take_pictures(main, folder, taken)
    _settle_links(main, base, taken)
    _simplify(main)
    _head(main, taken)
    taken.body = _written(main)
    return taken


def _title(soup: BeautifulSoup) -> str:
    """Return the page's title without the name of its site; its main heading where it has none."""
    title = soup.title.get_text() if soup.title else ""
    heading = soup.find("h1")
    return _SITE.sub("", _folded(title)) or (_folded(heading.get_text()) if heading else "")


def _description(soup: BeautifulSoup) -> str:
    found = soup.select_one("meta[name=description i]")
    return _folded(str(found.get("content", ""))) if found else ""


def _base(soup: BeautifulSoup) -> str:
    """Return the address that the page had, as far as it says so itself."""
    for selector, name in (
        ("base[href]", "href"),
        ("link[rel=canonical]", "href"),
        ('meta[property="og:url"]', "content"),
    ):
        found = soup.select_one(selector)
        if found and str(found.get(name, "")).startswith(("http://", "https://")):
            return str(found[name])
    return ""


def _main(soup: BeautifulSoup) -> Tag:
    """Return the one element that holds the content."""
    for selector in _MAIN:
        found = soup.select(selector)
        if len(found) == 1:
            return found[0]
    return soup


def _drop(main: Tag, taken: Taken) -> None:
    """Take out what is no content, and count it."""
    for node in list(main.find_all(string=lambda text: isinstance(text, PreformattedString))):
        node.extract()  # comments, declarations
    for element in [*main.find_all(_LEFT), *main.select(_AROUND)]:
        if not element.decomposed:
            taken.dropped[f"<{element.name}>"] += 1
            element.decompose()


def _take_pictures(main: Tag, folder: Path, taken: Taken) -> None:
    for image in main.find_all("img"):
        source = str(image.get("src") or image.get("data-src") or "")
        found = _embedded(source) if source.startswith("data:") else _file(source, folder)
        if found is None:
            taken.dropped[_shown("img", "src", source)] += 1
            image.replace_with(NavigableString(str(image.get("alt", ""))))
            continue
        name, content = found
        image["src"] = f"../images/{_kept(name, content, taken)}"


def _kept(name: str, content: bytes, taken: Taken) -> str:
    """Keep a picture under a name of its own; the same picture is kept once."""
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    number = 1
    while taken.pictures.get(name, content) != content:
        number += 1
        name = f"{stem}-{number}{suffix}"
    taken.pictures[name] = content
    return name


def _embedded(source: str) -> tuple[str, bytes] | None:
    """Return name and content of a picture that stands in its own address (RFC 2397)."""
    head, _, data = source.removeprefix("data:").partition(",")
    kind, *parameters = head.split(";")
    if kind not in _PICTURES or "base64" not in parameters:
        return None
    try:
        return f"bild.{_PICTURES[kind]}", base64.b64decode(unquote(data), validate=False)
    except (binascii.Error, ValueError):
        return None


def _file(source: str, folder: Path) -> tuple[str, bytes] | None:
    """Return name and content of a picture beside the page or below its folder."""
    try:
        path = unquote(urlsplit(source).path)
    except ValueError:
        return None
    home = folder.resolve()
    for candidate in (home / path.lstrip("/"), home / PurePosixPath(path).name):
        try:
            found = candidate.resolve()
            if path and found.is_relative_to(home) and found.is_file():
                return plain_name(found.name), found.read_bytes()
        except (OSError, ValueError):
            continue
    return None


def plain_name(name: str) -> str:
    """Return a file's name as addresses like it: small letters, digits, hyphens, and its ending."""
    swedish = name.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    stem, dot, ending = swedish.rpartition(".")
    plain = re.sub(r"[^a-z0-9]+", "-", stem if dot else ending).strip("-") or "bild"
    return f"{plain}.{ending}" if dot else plain


def _settle_links(main: Tag, base: str, taken: Taken) -> None:
    """Make addresses whole, or let go of those that lead nowhere from here."""
    for link in main.find_all("a"):
        href = str(link.get("href", "")).strip()
        whole = href if href.startswith("#") else _joined(base, href)
        if whole.startswith(("http://", "https://", "mailto:", "tel:", "#")) and len(whole) > 1:
            link["href"] = whole
            continue
        if link.has_attr("href"):
            taken.dropped[_shown("a", "href", href)] += 1
        link.unwrap()


def _shown(name: str, attribute: str, address: str) -> str:
    """Return a tag as it stood, by which a person finds it again."""
    return f'<{name} {attribute}="{address[:_LONGEST]}{"…" if len(address) > _LONGEST else ""}">'


def _joined(base: str, href: str) -> str:
    try:
        return urlsplit(urljoin(base, href)).geturl()
    except ValueError:
        return ""


def _simplify(main: Tag) -> None:
    """Leave the markup that says something, and of its attributes those that do."""
    for element in list(main.find_all()):
        element.name = _RENAMED.get(element.name, element.name)
        element.attrs = {name: value for name, value in element.attrs.items() if name in _ATTRIBUTES}
        is_bare = element.name in _BARE and not set(element.attrs) - {"id"}
        if element.name not in _KEPT or is_bare:
            element.unwrap()
    for element in reversed(main.find_all(_EMPTY)):
        if not _folded(element.get_text()) and not element.find(["img", "hr"]):
            element.decompose()


def _head(main: Tag, taken: Taken) -> None:
    """Let the page have one main heading, and make its title that where neither is there."""
    headings = main.find_all("h1")
    for heading in headings[1:]:
        heading.name = "h2"
    taken.title = taken.title or (_folded(headings[0].get_text()) if headings else "")
    if not headings and taken.title:
        first = BeautifulSoup("", "lxml").new_tag("h1")
        first.string = taken.title
        main.insert(0, first)


def _written(main: Tag) -> str:
    """Return the content, a block a line; text between blocks becomes paragraphs."""
    lines = (_line(run) for run in _runs(main.children))
    return "\n".join(line for line in lines if line) + "\n"


def _runs(children: Iterable[object]) -> Iterator[list[object]]:
    """Yield each block by itself, and what stands between two as one."""
    run: list[object] = []
    for child in children:
        if isinstance(child, Tag) and child.name in _BLOCKS:
            yield run
            yield [child]
            run = []
        else:
            run.append(child)
    yield run


_BLOCKS: Final = frozenset("blockquote div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split())


def _line(run: list[object]) -> str:
    if len(run) == 1 and isinstance(run[0], Tag) and run[0].name in _BLOCKS:
        return str(run[0]) if run[0].name == "pre" else _EDGES.sub(r"\1\2", _SPACE.sub(" ", str(run[0])))
    text = _SPACE.sub(
        " ", "".join(node.decode() if isinstance(node, Tag) else _escaped(node) for node in run)
    )
    return f"<p>{text.strip()}</p>" if text.strip() else ""


def _escaped(node: object) -> str:
    return node.output_ready("minimal") if isinstance(node, NavigableString) else ""


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
