"""A built municipal site to judge: pages of 25 KB with menu, forms, tables and pictures, and their sheet.

Unlike ``bench.generator``'s sites these are what a visitor gets, from any publishing system: whole
pages with one shared sheet of 300 rules, the same for the same seed.
"""

from __future__ import annotations

from html import escape
from itertools import product
from typing import TYPE_CHECKING, Final

from bench import prose, vocabulary
from bench.site import seeded, slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

SIZE: Final = 25_000  # bytes of a page
RULES: Final = 300  # of the shared sheet

_COMPONENTS: Final = """
    alert badge banner breadcrumb button callout card contact details document event facts fieldset
    figure hero hours intro links list menu news note panel search section steps table teaser
""".split()
_BASE: Final = (
    ":root{--ink:#1b1b1b;--paper:#fff;--accent:#003c6b;--soft:#eef3f7}",
    "html{font-size:100%;line-height:1.5}",
    "body{margin:0;color:var(--ink);background:var(--paper);font-family:system-ui,sans-serif}",
    "a{color:var(--accent);text-decoration:underline}",
    "a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}",
    "h1,h2,h3{line-height:1.2;margin:1.5em 0 .5em}",
    "img{max-width:100%;height:auto}",
    "ul[class],ol[class]{padding-left:1.25rem}",
    "table{border-collapse:collapse;width:100%}",
    "th,td{padding:.4rem .6rem;border:1px solid #767676;text-align:left}",
    ".skip{position:absolute;left:-100vw}",
    ".skip:focus{left:0;background:#fff;color:#1b1b1b}",
    ".unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}",
)
_PATTERNS: Final = (
    ".{name}{{margin:{a}rem 0;padding:{b}rem;background-color:var(--soft)}}",
    ".{name}>h2,.{name}>h3{{font-size:{c}rem;color:#1b1b1b}}",
    ".{name} p{{max-width:{d}ch}}",
    ".{name} a:hover{{text-decoration-thickness:2px;color:#003c6b}}",
    ".{name}__title{{font-weight:700;letter-spacing:.01em}}",
    ".{name} li+li{{margin-top:{a}rem}}",
    ".{name}[data-wide]{{grid-column:span 2}}",
    "main .{name}:not(:first-child){{border-top:1px solid #767676}}",
    ".{name}::before{{content:'';display:block;height:{a}px}}",
    "@media (min-width:60rem){{.{name}{{display:grid;gap:{b}rem}}}}",
    "@media print{{.{name}{{background:none;color:#000}}}}",
)
_MENU: Final = 8
_FAULT: Final = '<p><img src="bild.svg" width="64" height="48"></p>'  # on every page, for both sides to find


def write_built_site(directory: Path, pages: int, seed: int) -> None:
    """Write ``pages`` pages and their sheet below ``directory``; every address leads somewhere."""
    directory.mkdir(parents=True)
    names = [f"sida-{number}.html" for number in range(1, pages)]
    paths = ["index.html", *names]
    _write(directory / "stil.css", style_sheet(seed))
    _write(directory / "bild.svg", _PICTURE)
    for number, path in enumerate(paths):
        _write(directory / path, page(seed, number, paths))


def style_sheet(seed: int) -> str:
    """Return a sheet of ``RULES`` rules: a base, then components, some of them in media queries."""
    rng = seeded(seed, "sheet")
    patterns = product(_PATTERNS, _COMPONENTS)
    rules = [*_BASE]
    while len(rules) < RULES:
        pattern, name = next(patterns)
        sizes = {"a": rng.randint(1, 8) / 4, "b": rng.randint(2, 8) / 4, "c": rng.randint(5, 9) / 4}
        rules.append(pattern.format(name=name, d=rng.randint(50, 75), **sizes))
    return "\n".join([*rules, ""])


def page(seed: int, number: int, paths: list[str]) -> str:
    """Return the ``number``-th page, of about ``SIZE`` bytes."""
    rng = seeded(seed, "built", number)
    service = rng.choice(vocabulary.SERVICES)
    theme = prose.Theme(service, rng.choice(prose.PLACES), tuple(rng.sample(paths, min(len(paths), 12))))
    title = f"{service[0].capitalize()} i {theme.place} {number + 1}"
    foot = _foot(rng, paths)
    parts = [_head(title, paths), f'<h1>{title}</h1>\n<p class="intro">{prose.paragraph(rng, theme)}</p>']
    size = sum(len(part.encode()) for part in (*parts, foot))
    sections = _sections(rng, theme)
    while size < SIZE:
        part = next(sections)
        parts.append(part)
        size += len(part.encode())
    return "\n".join([*parts, foot])


def _sections(rng: Random, theme: prose.Theme) -> Iterator[str]:
    """Yield sections without end: a heading, text, and in turn what municipal pages are made of."""
    makers = (_list, _table, _figure, _form, _details, _steps)
    number = 0
    while True:
        name = rng.choice(_COMPONENTS)
        heading = prose.phrase(rng, vocabulary.HEADINGS, theme)
        text = "\n".join(f"<p>{prose.paragraph(rng, theme)}</p>" for _ in range(rng.randint(1, 3)))
        extra = makers[number % len(makers)](rng, theme, number)
        number += 1
        yield f'<section class="{name}" id="del-{number}">\n<h2>{heading}</h2>\n{text}\n{extra}\n</section>'


def _list(rng: Random, theme: prose.Theme, _number: int) -> str:
    items = "".join(f"<li>{prose.item(rng, theme)}</li>" for _ in range(rng.randint(3, 7)))
    return f'<ul class="list">{items}</ul>'


def _steps(rng: Random, theme: prose.Theme, _number: int) -> str:
    items = "".join(f"<li>{prose.sentence(rng, theme)}</li>" for _ in range(rng.randint(3, 5)))
    return f"<h3>{prose.phrase(rng, vocabulary.HEADINGS, theme)}</h3>\n<ol class=steps>{items}</ol>"


def _table(rng: Random, theme: prose.Theme, _number: int) -> str:
    rows = "".join(
        f'<tr><th scope="row">{prose.phrase(rng, vocabulary.ROW_HEADS, theme)}</th>'
        f"<td>{prose.phrase(rng, vocabulary.CELLS, theme)}</td>"
        f"<td>{prose.phrase(rng, vocabulary.CELLS, theme)}</td></tr>"
        for _ in range(rng.randint(3, 6))
    )
    return (
        f"<table><caption>{prose.phrase(rng, vocabulary.CAPTIONS, theme)}</caption><thead><tr>"
        f'<th scope="col">Ärende</th><th scope="col">Nu</th><th scope="col">Tidigare</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _figure(rng: Random, theme: prose.Theme, _number: int) -> str:
    text = escape(prose.phrase(rng, vocabulary.IMAGE_TEXTS, theme))
    caption = prose.sentence(rng, theme)
    return (
        f'<figure class="figure"><img src="bild.svg" alt="{text}" width="640" height="480">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _form(rng: Random, theme: prose.Theme, number: int) -> str:
    legend = prose.phrase(rng, vocabulary.HEADINGS, theme)
    options = "".join(f"<option>{place}</option>" for place in rng.sample(prose.PLACES, 4))
    return (
        f'<form class="fieldset" action="index.html"><fieldset><legend>{legend}</legend>'
        f'<p><label for="namn-{number}">Namn</label> <input id="namn-{number}" name="namn" '
        f'autocomplete="name" aria-describedby="hjalp-{number}">'
        f'<span id="hjalp-{number}">Som i passet.</span></p>'
        f'<p><label>E-post <input type="email" name="epost" autocomplete="email" required></label></p>'
        f'<p><label for="ort-{number}">Ort</label> '
        f'<select id="ort-{number}" name="ort">{options}</select></p>'
        f'<p><label><input type="checkbox" name="svar"> Jag vill ha svar</label></p></fieldset>'
        f'<button type="submit" class="button">Skicka in</button></form>'
    )


def _details(rng: Random, theme: prose.Theme, number: int) -> str:
    return (
        f'<details class="details"><summary>{prose.phrase(rng, vocabulary.ITEMS, theme)}</summary>'
        f"<p>{prose.sentence(rng, theme)}</p></details>\n"
        f'<div class="alert" role="status"><p lang="en">Information in English will follow.</p>'
        f'<button type="button" aria-expanded="false" aria-controls="del-{number + 1}">'
        f'<svg aria-hidden="true" width="16" height="16"><path d="M0 0h16v16z"/></svg>Visa mer</button></div>'
    )


def _head(title: str, paths: list[str]) -> str:
    menu = "".join(
        f'<li><a href="{path}">{service[0].capitalize()}</a></li>'
        for path, service in zip(paths[:_MENU], vocabulary.SERVICES, strict=False)
    )
    return f"""\
<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {vocabulary.MUNICIPALITY}</title>
<link rel="stylesheet" href="stil.css">
</head>
<body>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header class="banner">
<a href="index.html"><img src="bild.svg" alt="{vocabulary.MUNICIPALITY}" width="160" height="120"></a>
<form role="search" class="search" action="index.html"><label for="sok" class="unseen">Sök</label>
<input type="search" id="sok" name="sok"><button type="submit" aria-label="Sök">⌕</button></form>
<nav class="menu" aria-label="Huvudmeny"><ul>{menu}</ul></nav>
</header>
<nav class="breadcrumb" aria-label="Brödsmulor"><ol><li><a href="index.html">Start</a></li>
<li aria-current="page">{title}</li></ol></nav>
<main id="innehall" tabindex="-1">"""


def _foot(rng: Random, paths: list[str]) -> str:
    person = f"{rng.choice(vocabulary.FIRST_NAMES)} {rng.choice(vocabulary.LAST_NAMES)}"
    email = f"{slug(person).replace('-', '.')}@bjorkstad.example"
    return f"""\
</main>
<aside class="contact" aria-labelledby="kontakt"><h2 id="kontakt">Kontakta oss</h2>
{_FAULT}
<address><p>{person}, {rng.choice(vocabulary.ROLES)}</p><p><a href="mailto:{email}">{email}</a></p>
<p><a href="tel:+46313900{rng.randrange(600, 650)}">031-390 06 {rng.randrange(50):02}</a></p></address>
</aside>
<footer class="panel"><h2 class="unseen">Om webbplatsen</h2>
<ul class="links"><li><a href="{paths[-1]}">Tillgänglighet</a></li>
<li><a href="{paths[0]}">Till startsidan</a></li></ul>
</footer>
</body>
</html>
"""


_PICTURE: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48"><title>Björkstad</title>
<rect width="64" height="48" fill="#005a9c"/><circle cx="32" cy="24" r="12" fill="#fff"/></svg>
"""


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
