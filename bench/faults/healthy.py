"""A healthy site in three languages: this project's own, and as many pages as wanted from a phrasebook.

The pages are municipal pages in small: sections, values, a list, a table, a picture, documents, links, a
contact.  One seed, one site; what the phrasebook says is said in every language, so no rule has
anything to find.
"""

from __future__ import annotations

import datetime as dt
import shutil
import tomllib
from dataclasses import dataclass, field, replace
from html import escape
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Final

from bench.measure import BenchmarkError, run
from bench.tools import tolkbar
from pipeline import po
from pipeline.formats import Telephone, decimal, long_date, percent, time_range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES: Final = ("sv", "en", "de")
_REPOSITORY: Final = Path(__file__).parents[2]
_PHRASES: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))
_PLACES: Final = (
    "Skultuna", "Barkarö", "Hökåsen", "Dingtuna", "Irsta", "Tillberga", "Kvicksund", "Viksäng",
    "Råby", "Bäckby", "Hamre", "Gideonsberg", "Skallberget", "Rönnby", "Önsta", "Tunbytorp",
)  # fmt: skip
_FURTHER_PLACES: Final = (
    "Hallstahammar", "Kolbäck", "Strömsholm", "Surahammar", "Ramnäs", "Virsbo", "Fagersta", "Norberg",
    "Skinnskatteberg", "Riddarhyttan", "Köping", "Kolsva", "Munktorp", "Arboga", "Götlunda", "Kungsör",
    "Valskog", "Sala", "Ransta", "Sätrabrunn", "Möklinta", "Västerfärnebo", "Salbohed", "Enköping",
    "Grillby", "Örsundsbro", "Hummelsta", "Lillkyrka", "Eskilstuna", "Torshälla", "Hällbybrunn",
    "Strängnäs", "Mariefred", "Åkers", "Stallarholmen", "Katrineholm", "Flen", "Malmköping", "Hälleforsnäs",
    "Gnesta", "Trosa", "Vagnhärad", "Nyköping", "Oxelösund", "Heby", "Tärnsjö", "Östervåla",
    "Harbo", "Avesta", "Krylbo", "Horndal", "Hedemora", "Säter", "Ludvika",
    "Grängesberg", "Smedjebacken", "Söderbärke", "Lindesberg", "Frövi", "Storå", "Guldsmedshyttan", "Nora",
    "Fjärdhundra", "Gyttorp", "Hällefors", "Grythyttan", "Karlskoga", "Degerfors", "Kumla", "Hallsberg",
    "Askersund", "Morgongåva",
)  # fmt: skip
_CONTACTS: Final = 8
_DOCUMENTS: Final = ("policy-internationellt-arbete.pdf", "policy-international-work.pdf")
_HEADINGS: Final = len(_PHRASES["headings"])

Phrase = dict[str, str]
"""The same words by language."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name below ``source/pages``, its slugs, its lines, the translations of its msgids."""

    name: str
    slugs: Phrase
    lines: tuple[str, ...]
    translations: Mapping[str, Phrase]

    @property
    def source(self) -> str:
        """The path of its source file in the site."""
        return f"source/pages/{self.name}.html"


def pages(number: int, seed: int = 1) -> list[Page]:
    """Return ``number`` pages; the same for the same seed."""
    services = _PHRASES["services"]
    themes = [*product(services, _PLACES), *product(services, _FURTHER_PLACES)][:number]
    if len(themes) < number:
        raise BenchmarkError(f"the phrasebook has words for {len(themes)} pages, not for {number}")
    slugs = [f"{service['slug']['sv']}-{_ascii(place)}" for service, place in themes]
    return [
        _Writer(Random(f"{seed} {slug}"), service, place, slugs[index - 1], themes[index - 1]).page(slug)
        for index, (slug, (service, place)) in enumerate(zip(slugs, themes, strict=True))
    ]


def write_site(directory: Path, number: int, seed: int = 1) -> list[Page]:
    """Write the site with ``number`` pages more than this project's own, its catalogs filled; return these.

    Raises ``BenchmarkError`` where the phrasebook does not know a text of the pages.
    """
    shutil.copytree(
        _REPOSITORY / "source", directory / "source", ignore=shutil.ignore_patterns("*.py", "__*")
    )
    shutil.copytree(_REPOSITORY / "locales", directory / "locales")
    made = pages(number, seed)
    for page in made:
        _write(directory / page.source, "\n".join((*page.lines, "")))
    with (directory / "source" / "contacts.toml").open("a", encoding="utf-8") as records:
        records.writelines(map(_contact, range(_CONTACTS)))
    _link_from_start(directory, made)
    run(tolkbar(directory, "extract"))
    unit = _PHRASES["once"]["unit"]
    words = {unit["sv"]: unit} | {said: phrase for page in made for said, phrase in page.translations.items()}
    for language in LANGUAGES[1:]:
        for path in sorted((directory / "locales" / language).rglob("*.po")):
            _fill(path, language, words)
    return made


def _link_from_start(directory: Path, made: Sequence[Page]) -> None:
    """Let the start page lead to every page."""
    items = "".join(f"- [](./{page.name}.html)\n" for page in made)
    with (directory / "source" / "pages" / "index.md").open("a", encoding="utf-8") as start:
        start.write(f"\n{items}")


def _contact(number: int) -> str:
    place = _PLACES[number]
    return f"""
[kontor-{number}]
name = "Kontor {place}"
unit = "{_PHRASES["once"]["unit"]["sv"]}"
telephone = "{_telephone(number).text("sv")}"
email = "{_ascii(place)}@vasteras.example"
address = {{ building = "Stadshuset", room = "B{100 + number}", postcode = "721 87", town = "Västerås" }}
"""


def _telephone(number: int) -> Telephone:
    return Telephone.parse(f"021-39 {20 + number} {10 + 7 * number}")


@dataclass
class _Writer:
    """Writes one page in all languages at once."""

    random: Random
    service: dict[str, Phrase]
    place: str
    next_page: str
    next_theme: tuple[dict[str, Phrase], str]
    lines: list[str] = field(default_factory=list)
    translations: dict[str, Phrase] = field(default_factory=dict)

    def page(self, slug: str) -> Page:
        title = self.said(_theme(self.service, self.place))
        slugs = {language: f"{word}-{_ascii(self.place)}" for language, word in self.service["slug"].items()}
        self.translations[slug] = slugs
        description = self.said(_PHRASES["once"]["description"])
        self.lines += ["+++", f'title = "{title}"', f'description = "{description}"', f'slug = "{slug}"']
        self.lines += ["updated = 2026-11-02", "+++", f"<h1>{title}</h1>"]
        self.sections()
        return Page(slug, slugs, tuple(self.lines), self.translations)

    def sections(self) -> None:
        sentences = list(_PHRASES["sentences"])
        self.random.shuffle(sentences)
        share = len(sentences) // _HEADINGS
        self.paragraph(self.once("description"))
        for number, heading in enumerate(_PHRASES["headings"]):
            self.block("h2", heading)
            for sentence in sentences[number * share : (number + 1) * share]:
                self.sentence(sentence)
            (self.list_of_points, self.table, self.picture, self.documents)[number]()
        self.sentence(self.once("next"), f"{self.next_page}.html")
        self.lines.append(f'<h2 id="kontakt">{self.said(self.once("contact"))}</h2>')
        number = self.random.randrange(_CONTACTS)
        self.lines.append(f'<p><a href="../contacts.toml#kontor-{number}"></a></p>')

    def sentence(self, phrase: Phrase, link: str = "") -> None:
        """Write a paragraph; its link leads to ``link``, to what the phrase names, or dials its number."""
        telephone = _telephone(self.random.randrange(_CONTACTS))
        words = self.said(phrase, telephone)
        href = link or (f"{phrase['link']}.html" if "link" in phrase else telephone.uri)
        linked = words.replace("<a1>", f'<a href="{href}">').replace("</a1>", "</a>")
        self.lines.append(f"<p>{linked}</p>")

    def paragraph(self, phrase: Phrase) -> None:
        self.block("p", phrase)

    def block(self, tag: str, phrase: Phrase) -> None:
        self.lines.append(f"<{tag}>{self.said(phrase)}</{tag}>")

    def list_of_points(self) -> None:
        self.paragraph(self.once("list"))
        self.lines.append("<ul>")
        for phrase in _PHRASES["points"]:
            self.block("li", phrase)
        self.lines.append("</ul>")

    def table(self) -> None:
        self.lines += ["<table>", f"<caption>{self.said(self.once('caption'))}</caption>", "<tr>"]
        self.lines += [f'<th scope="col">{self.said(self.once(name))}</th>' for name in ("what", "fee")]
        self.lines.append("</tr>")
        for service in self.random.sample(_PHRASES["services"], 3):
            fee = str(self.random.randrange(100, 1000))
            self.translations[fee] = dict.fromkeys(LANGUAGES, fee)
            row = f'<th scope="row">{self.said(service["name"])}</th>', f"<td>{fee}</td>"
            self.lines += ["<tr>", *row, "</tr>"]
        self.lines.append("</table>")

    def picture(self) -> None:
        words = escape(self.said(self.once("picture")))
        self.lines.append(
            f'<p><img src="../images/europa-direkt.svg" alt="{words}" width="360" height="110"></p>'
        )

    def documents(self) -> None:
        self.lines.append("<ul>")
        self.lines += [f'<li><a href="../documents/{name}"></a></li>' for name in _DOCUMENTS]
        self.lines.append("</ul>")

    def once(self, name: str) -> Phrase:
        phrase: Phrase = _PHRASES["once"][name]
        return phrase

    def said(self, phrase: Phrase, telephone: Telephone | None = None) -> str:
        """Return the Swedish words of ``phrase``, filled with values by chance; keep the translations."""
        values = self.values(telephone)
        words = {language: phrase[language].format_map(values[language]) for language in LANGUAGES}
        self.translations[words["sv"]] = words
        return words["sv"]

    def values(self, telephone: Telephone | None) -> dict[str, dict[str, str]]:
        random = self.random
        day = dt.date(2027, random.randint(1, 12), random.randint(1, 28))
        opens, closes = dt.time(random.randint(8, 11), 30), dt.time(random.randint(13, 17))
        kronor, number, share = (
            random.randint(11, 99) * 100,
            random.randint(101, 9999),
            random.randint(51, 97),
        )
        year = str(random.randint(2019, 2025))
        following = _theme(*self.next_theme)
        return {
            language: {
                "place": self.place,
                "next": following[language],
                "number": decimal(number, language),
                "kronor": decimal(kronor, language),
                "share": percent(share / 100, language),
                "day": long_date(day, language),
                "hours": time_range(opens, closes, language),
                "year": year,
                "telephone": telephone.text(language) if telephone else "",
            }
            for language in LANGUAGES
        }


def _theme(service: dict[str, Phrase], place: str) -> Phrase:
    """Return the title of the page about ``service`` in ``place``."""
    title = _PHRASES["once"]["title"]
    return {tag: title[tag].format(service=service["name"][tag], place=place) for tag in LANGUAGES}


def _fill(path: Path, language: str, words: Mapping[str, Phrase]) -> None:
    """Translate what is not translated yet; raise ``BenchmarkError`` for a text that nobody knows."""
    catalog = po.read(path.read_bytes(), str(path))
    entries = tuple(_filled(entry, language, words, path.name) for entry in catalog.entries)
    path.write_text(po.write(replace(catalog, entries=entries)), "utf-8", newline="")


def _filled(entry: po.Entry, language: str, words: Mapping[str, Phrase], name: str) -> po.Entry:
    if entry.obsolete or (entry.msgstr and not entry.fuzzy):
        return entry
    if entry.msgid not in words:
        raise BenchmarkError(f'{name}: the phrasebook does not know "{entry.msgid}"')
    text = words[entry.msgid][language]
    return entry.change(msgstr=text, flags=(), previous_msgid=None, previous_msgctxt=None)


def _ascii(word: str) -> str:
    return word.lower().translate(str.maketrans("åäö", "aao"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
