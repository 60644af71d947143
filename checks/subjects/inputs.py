"""What one run is asked to look at: sites, single files, catalogs."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checks.subjects.catalog_file import CatalogFile
from checks.subjects.files import readable, unreadable
from checks.subjects.page import MEDIA, medium_of
from checks.subjects.site import Settings, Site
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from checks.subjects.remote import RemotePath

CATALOGS = (".po", ".pot")
DOCUMENTS = (".pdf",)
ENDINGS = (*MEDIA, *DOCUMENTS, *CATALOGS)


class Inputs(NamedTuple):
    """Sites with their pages and documents; catalogs; documents that stand alone.

    ``today`` is the day that the dates of these documents are compared with, None for no comparison.
    """

    sites: tuple[Site, ...] = ()
    catalogs: tuple[CatalogFile, ...] = ()
    documents: tuple[Path, ...] = ()
    today: date | None = None


def gather(paths: Sequence[str | os.PathLike[str]], today: date | None = None) -> Inputs:
    """Return what ``paths`` name: a folder is the root of a site, with the catalogs below it.

    An address (``s3://bucket/site``) names a folder that fsspec reads, whose catalogs are left out.

    ``today`` is the day that dates in pages and documents are compared with, None for no comparison.

    People see paths below a folder without it where it is the only argument, else as given.
    Raises ``TolkbarError`` for a path that does not exist or that is nothing to judge.
    """
    given = [_place(path) for path in paths]
    folders = [path for path in given if not isinstance(path, Path) or _is_folder(path)]
    files = [path for path in given if isinstance(path, Path) and path not in folders]
    for path in files:
        _require_known(path)
        _require_file(path)
    settings = Settings(today=today)
    sites = [Site(folder, settings, name="" if len(given) == 1 else _name(folder)) for folder in folders]
    for site in sites:
        _require_content(site)
    single = [CatalogFile(readable(path.as_posix()), path) for path in _ending_in(files, CATALOGS)]
    below = [catalog for site in sites for catalog in _catalogs(site)]
    return Inputs(
        sites=(*sites, *_loose_pages(files, settings)),
        catalogs=(*single, *below),
        documents=tuple(_ending_in(files, DOCUMENTS)),
        today=today,
    )


def _place(path: str | os.PathLike[str]) -> Path | RemotePath:
    if isinstance(path, str) and "://" in path:
        from checks.subjects.remote import is_address, place_of  # noqa: PLC0415 - most sites lie on the disk

        if is_address(path):
            return place_of(path)
    return Path(path)


def _catalogs(site: Site) -> Iterator[CatalogFile]:
    root = site.root
    if isinstance(root, Path):
        yield from (CatalogFile(site.shown(path), root / path) for path in catalog_paths(site))


def catalog_paths(site: Site) -> Iterator[str]:
    """Yield the catalogs below the root of a site."""
    return (path for path in site.paths if path.lower().endswith(CATALOGS))


def _loose_pages(files: Iterable[Path], settings: Settings) -> Iterator[Site]:
    """Yield a site for each folder with single pages, of which nothing but these is judged."""
    by_folder: dict[Path, list[str]] = {}
    for file in files:
        if medium_of(file.name) is not None:
            by_folder.setdefault(file.parent, []).append(file.name)
    for folder, names in by_folder.items():
        yield Site(folder, settings, name=_name(folder), pages=tuple(names))


def _name(folder: Path | RemotePath) -> str:
    if isinstance(folder, Path):
        return "" if folder == Path() else folder.as_posix().rstrip("/")
    return str(folder).rstrip("/")


def _ending_in(files: Iterable[Path], endings: tuple[str, ...]) -> Iterator[Path]:
    return (file for file in files if file.name.lower().endswith(endings))


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise TolkbarError(
                msg("There is no such file or folder. Check the spelling of the path."), _whole(path)
            ) from error
        raise unreadable(str(path), error) from error
    except ValueError as error:  # a NUL in the path
        raise TolkbarError(msg("No file can have such a name. Check the path."), _whole(path)) from error


def _require_known(path: Path) -> None:
    if not path.name.lower().endswith(ENDINGS):
        endings = " ".join(ENDINGS)
        raise TolkbarError(
            msg(
                "It is nothing that can be judged. Name a folder, or a file ending in {endings}.",
                endings=endings,
            ),
            _whole(path),
        )


def _require_file(path: Path) -> None:
    """Refuse a pipe or a device: nobody knows when it ends, or whether anything ever comes."""
    if not path.is_file():
        raise TolkbarError(msg("This is no file. Name a file or a folder on the disk."), _whole(path))


def _require_content(site: Site) -> None:
    """Refuse a folder with nothing to judge: an open gate would say more than is known."""
    if not any(path.lower().endswith(ENDINGS) for path in site.paths):
        raise TolkbarError(
            msg("The folder holds no page, document or catalog. Name the one that the site was built into."),
            _whole(site.root),
        )


def _whole(path: Path | RemotePath) -> Location:
    return Location(readable(str(path)), 1)
