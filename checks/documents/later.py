"""pypdf, imported when it is first needed: most runs judge no document, and rules name only the facts."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

    import pypdf

__all__ = ["pypdf"]


def _later(name: str) -> ModuleType:
    """Return the library ``name``, which is loaded when an attribute of it is first asked for."""
    known = sys.modules.get(name)
    if known is not None:
        return known
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


if not TYPE_CHECKING:
    pypdf = _later("pypdf")


def load() -> None:
    """Import everything now: the first document is not to wait for it."""
    _ = pypdf.PdfReader
