"""Writes what is sent to translators, and takes over what they send back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pipeline.config import load_site
from pipeline.errors import CatalogError, PublishError, TolkbarError
from pipeline.files import replace_all
from pipeline.locales import Locales, memory_name
from pipeline.model import Location, msg
from pipeline.po.patch import Conflict
from pipeline.saving import edit_catalogs
from pipeline.swap import is_part_of_site
from pipeline.tmx import read as read_memory
from tolkbar.console import tell
from tolkbar.exchange import tmx
from tolkbar.exchange.formats import MEMORY, content_of, format_of, read
from tolkbar.exchange.gathering import gather
from tolkbar.exchange.judging import judge
from tolkbar.into import languages_into

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from pipeline.config import Site as Settings
    from pipeline.config.site import Language
    from pipeline.model import Message
    from tolkbar.exchange.bundle import Bundle
    from tolkbar.exchange.judging import Judgement, Refusal
    from tolkbar.site import Site

    Say = Callable[[Message], str]

_SHOWN: Final = 60  # characters of a text: enough to know it by


def export(site: Site, asked: Namespace, say: Say) -> int:
    """Write one file for each language that is asked for, all of them or none."""
    languages = languages_into(site.source.site, asked.into)
    write = _writer(asked.to, site, left=asked.left)
    contents: dict[Path, bytes] = {}
    told: list[Message] = []
    for language in languages:
        path = _path(asked.to, language.tag, alone=len(languages) == 1)
        _require_free(path, site, language.tag)
        bundle = gather(site.source, site.locales, language.tag, left=asked.left)
        if bundle.texts:
            contents[path] = write(bundle)
        told.append(_written(bundle, path))
    replace_all(contents)
    for sentence in told:
        tell(say(sentence))
    return 0


def _written(bundle: Bundle, path: Path) -> Message:
    if not bundle.texts:
        return msg("{language}: nothing is left to translate.", language=bundle.language)
    return msg(
        "{language}: {number} texts in {file}.",
        language=bundle.language,
        number=tmx.number(bundle) if path.suffix.lower() == MEMORY else len(bundle.texts),
        file=path.as_posix(),
    )


def _writer(path: Path, site: Site, *, left: bool) -> Callable[[Bundle], bytes]:
    """Return what makes a file of a bundle; a memory takes the site's own memory along.

    Raises CatalogError for a form that we do not know, and for a memory of what is ``left``.
    """
    if path.suffix.lower() != MEMORY:
        return format_of(path).write
    if left:
        raise CatalogError(
            msg("A memory holds what is translated. Leave out --left."), Location(path.as_posix(), 1)
        )
    return lambda bundle: tmx.write(bundle, site.locales.read(memory_name(bundle.language)))


def _path(path: Path, tag: str, *, alone: bool) -> Path:
    """Return where a language goes: the file that was named, or one beside it, named for the language."""
    return path if alone else path.with_name(f"{path.stem}.{tag}{path.suffix}")


def _require_free(path: Path, site: Site, tag: str) -> None:
    """Refuse a place inside the site's own folders, and a file with work in it that is nowhere else."""
    if is_part_of_site(path, site.root):
        raise PublishError(
            msg("This folder is a part of the site. Name a file outside of it."), Location(path.as_posix(), 1)
        )
    if path.exists() and not _is_spent(path, site, tag):
        raise PublishError(
            msg("This file holds work that is not in the catalogs. Import it, or name another."),
            Location(path.as_posix(), 1),
        )


def _is_spent(path: Path, site: Site, tag: str) -> bool:
    """Tell whether a file is an earlier export, and importing it would bring nothing."""
    try:
        if path.suffix.lower() == MEMORY:
            return tmx.is_known(path, site, tag)
        found = judge(read(path), site.locales, tag)
    except TolkbarError:
        return False
    return bool(found.known) and not (found.edits or found.refused or found.contested or found.gone)


def take(asked: Namespace, say: Say) -> int:
    """Take over the translations of one language from a file that was exported; all of them, or none.

    A memory is kept beside the catalogs instead, and may be in many languages.
    """
    if asked.file.suffix.lower() == MEMORY:
        return _keep(asked, say)
    settings = load_site(asked.site)
    bundle = read(asked.file)
    place = Location(asked.file.as_posix(), 1)
    language = _language(settings, bundle, asked.into, place)
    _require_own(settings, bundle, place)
    locales = Locales(asked.site, settings.language)
    found = judge(bundle, locales, language.tag, overwrite=asked.overwrite)
    if not found.known:
        raise CatalogError(
            msg("None of its texts is in the catalogs of this site. Import the file where it was exported."),
            place,
        )
    _tell_all(found, asked.file, say)
    if (found.refused or found.contested) and not asked.partial:
        raise CatalogError(_blocked(found), place)
    _write(asked.site, found)
    tell(say(_done(found, language.tag)))
    return 0


def _keep(asked: Namespace, say: Say) -> int:
    settings = load_site(asked.site)
    name = asked.file.as_posix()
    memory = read_memory(content_of(asked.file), name)
    locales = Locales(asked.site, settings.language)
    languages = [language.tag for language in languages_into(settings, asked.into)]
    kept = {tag: tmx.keep(asked.site, locales, memory, settings.language, tag) for tag in languages}
    if not any(any(one) for one in kept.values()):
        raise CatalogError(
            msg(
                "It has nothing from “{language}” into {known}. Import it where it belongs.",
                language=settings.language,
                known=", ".join(languages),
            ),
            Location(name, 1),
        )
    for tag, one in kept.items():
        if any(one):
            tell(say(_remembered(tag, one)))
    return 0


def _remembered(tag: str, kept: tmx.Kept) -> Message:
    return msg(
        "{language}: {new} kept in {file}, {had} known already. "
        "Run tolkbar extract: texts that wait get what is like them, fuzzy.",
        language=tag,
        new=kept.new,
        had=kept.had,
        file=memory_name(tag),
    )


def _language(settings: Settings, bundle: Bundle, wanted: Sequence[str], place: Location) -> Language:
    """Return the language of the site that ``bundle`` is in, as its file says or else ``wanted``."""
    languages = languages_into(settings, wanted)
    said = bundle.language.replace("_", "-").lower()
    exact = [language for language in languages if language.tag.lower() == said]
    near = [language for language in languages if _primary(language.tag) == _primary(said)]
    found = exact or near or (languages if wanted and not said else ())
    if len(found) != 1:
        raise CatalogError(
            msg(
                "It is in the language “{language}”, expected was: {known}. Import it where it belongs.",
                language=bundle.language,
                known=", ".join(language.tag for language in languages),
            )
            if said
            else msg("It does not say which language it is in. Name that with --into."),
            place,
        )
    return found[0]


def _require_own(settings: Settings, bundle: Bundle, place: Location) -> None:
    """Refuse what was exported from another site, or translated from another language."""
    if bundle.site and bundle.site.rstrip("/") != settings.address.rstrip("/"):
        raise CatalogError(
            msg("It was exported from {site}. Import it there.", site=bundle.site),
            place,
        )
    if bundle.source and _primary(bundle.source) != _primary(settings.language):
        raise CatalogError(
            msg(
                "It is translated from “{language}”, and the site is in “{own}”. Import it where it belongs.",
                language=bundle.source,
                own=settings.language,
            ),
            place,
        )


def _primary(tag: str) -> str:
    return tag.replace("_", "-").lower().partition("-")[0]


def _tell_all(found: Judgement, path: Path, say: Say) -> None:
    for refusal in sorted(
        (*found.refused, *found.contested, *found.gone), key=lambda each: each.text.entry.line
    ):
        tell(_told(refusal, path, say))


def _told(refusal: Refusal, path: Path, say: Say) -> str:
    """Return a line about a text that is not taken over, with its place in the file."""
    entry = refusal.text.entry
    text = " ".join(entry.msgid.split())
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    return f"{Location(path.as_posix(), entry.line)}: {refusal.text.page}: “{shown}”: {say(refusal.why)}"


def _blocked(found: Judgement) -> Message:
    return msg(
        "Nothing was changed. Refused: {refused}; changed in the catalogs since the export: {contested}. "
        "Mend them, take over the rest with --partial, or also the contested ones with --overwrite.",
        refused=len(found.refused),
        contested=len(found.contested),
    )


def _write(root: Path, found: Judgement) -> None:
    """Make the edits; raise CatalogError where somebody has written the same texts in this moment."""
    results = edit_catalogs(root, found.edits)
    for name, result in results.items():
        if isinstance(result, Conflict):
            raise CatalogError(
                msg("Somebody else has changed this catalog just now. Import again."), Location(name, 1)
            )


def _done(found: Judgement, language: str) -> Message:
    return msg(
        "{language}: {taken} taken over, {fuzzy} of them fuzzy; {left} left out, {empty} still empty. "
        "Run tolkbar check.",
        language=language,
        taken=len(found.taken),
        fuzzy=sum(1 for edit in found.taken if edit.fuzzy),
        left=len(found.refused) + len(found.contested) + len(found.gone),
        empty=found.empty,
    )
