"""The wardrobe of a site: the rulesets, kinds and styles that its pages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.styles.computed import Layers, Style
from checks.dom.styles.kinds import Features, Kind
from checks.dom.styles.rulesets import Ruleset

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from checks.dom.styles.browser import Browser
    from checks.dom.styles.media import Screen
    from checks.dom.styles.rulesets import Declared
    from checks.dom.styles.sources import Source
    from checks.dom.tree import Dom

RULESETS: Final = 64  # that are kept from page to page
KINDS: Final = 10_000  # of elements that are


class Wardrobe:
    """What is found once for all pages with the same sheets."""

    def __init__(self) -> None:
        """Begin empty."""
        self._rulesets: dict[Hashable, Ruleset] = {}
        self._features: dict[tuple[int, ...], Features] = {}
        self._roots: dict[tuple[Features, Hashable], Kind] = {}
        self._layers: dict[tuple[int, ...], Layers] = {}
        self._styles: dict[tuple[Layers, Style | None, Screen], Style] = {}
        self._kinds = 0

    @property
    def is_full(self) -> bool:
        """Return whether it holds more than is kept for the next page."""
        return self._kinds > KINDS or len(self._rulesets) > RULESETS

    def ruleset(self, sources: Sequence[Source], screen: Screen) -> Ruleset:
        """Return the rules of some sheets on a screen."""
        key = screen, tuple((id(one.sheet), one.media, one.layer) for one in sources)
        if key not in self._rulesets:
            self._rulesets[key] = Ruleset(sources, screen)
        return self._rulesets[key]

    def features(self, sources: Sequence[Source], browser: Browser) -> Features:
        """Return what some sheets, of which there is a ruleset, and the browser's ask of a start tag."""
        key = tuple([id(one.sheet) for one in sources])
        if key not in self._features:
            rules = (rule for one in sources for rule in one.sheet.rules)
            own = (selector for rule in rules for selector in rule.selectors)
            self._features[key] = Features((*own, *browser.selectors))
        return self._features[key]

    def root(self, features: Features, mode: Hashable) -> Kind:
        """Return what is around the first element of a page, matched in this ``mode``."""
        return self._roots.setdefault((features, mode), Kind())

    def kind(self, around: Kind, features: Hashable) -> Kind:
        """Return the kind of elements with some features in those of the kind ``around``."""
        found = around.inside.get(features)
        if found is None:
            self._kinds += 1
            found = around.inside[features] = Kind()
        return found

    def layers(self, author: Sequence[Declared], browser: Sequence[Declared]) -> Layers:
        """Return the layers of some declarations, the strongest first."""
        key = (*map(id, author), -1, *map(id, browser))
        if key not in self._layers:
            self._layers[key] = Layers(author, browser)
        return self._layers[key]

    def style(self, layers: Layers, parent: Style | None, screen: Screen) -> Style:
        """Return the style that declarations come to in an element of the style ``parent``."""
        key = layers, parent, screen
        if key not in self._styles:
            self._styles[key] = Style(layers, parent, screen)
        return self._styles[key]


def wardrobe(dom: Dom) -> Wardrobe:
    """Return the wardrobe of a page's site; a full one makes room for a new one."""
    shared = dom.surroundings.shared
    found: Wardrobe | None = shared.get(Wardrobe)
    if found is None or found.is_full:
        found = shared[Wardrobe] = Wardrobe()
    return found
