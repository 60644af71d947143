"""What HTML's elements and attributes are to a translator: data, after ITS 2.0 and the HTML standard.

Sources: W3C ITS 2.0 §8 (Translate, Elements Within Text, Preserve Space) and its default rules for
HTML; WHATWG HTML, "The translate attribute" (translatable attributes) and "Void elements".
"""

from __future__ import annotations

WITHIN_TEXT = frozenset(
    "a abbr acronym area audio b bdi bdo big br button cite code data del dfn em font i iframe img input ins"
    " kbd label map mark meter nobr output picture progress q rb rp rt rtc ruby s samp slot small source span"
    " strike strong sub sup time track tt u var video wbr".split()
)
"""Elements that stand inside a sentence; all others break it."""

NESTED = frozenset({"select", "svg", "math", "textarea", "datalist", "canvas"})
"""Elements inside a sentence whose own text is not part of it: units of their own."""

BARE = frozenset("b cite code del dfn em i ins kbd mark q s samp small strong sub sup u var".split())
"""Elements that, without attributes, mean something by themselves and keep their names in a msgid."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

PRESERVE_SPACE = frozenset({"pre", "textarea"})

TRANSLATABLE = frozenset(
    "abbr alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext label"
    " placeholder title".split()
)
"""Attributes whose value a visitor meets as text."""

BUTTONS = frozenset({"button", "reset", "submit"})
"""Types of ``<input>`` whose ``value`` is the text on the button."""

ADDRESSES = frozenset(
    {"href", "src", "poster", "data", "action", "formaction", "cite", "longdesc", "xlink:href"}
)

ITS_ONLY = frozenset(
    "its-loc-note its-loc-note-type its-loc-note-ref its-within-text its-locale-filter-list"
    " its-locale-filter-type data-context xml:space".split()
)
"""Attributes that speak to translators' tools and are not published."""

KINDS = {
    **{f"h{level}": f"Heading {level}" for level in range(1, 7)},
    "p": "Paragraph",
    "li": "List item",
    "dt": "Term",
    "dd": "Description",
    "td": "Table cell",
    "th": "Table heading",
    "caption": "Table caption",
    "figcaption": "Caption of a picture",
    "blockquote": "Quotation",
    "summary": "Summary of details",
    "legend": "Legend of a group of fields",
    "option": "Option",
    "optgroup": "Group of options",
    "pre": "Preformatted text",
}
"""What kind of block a unit is, as its localization note says it."""

ATTRIBUTE_KINDS = {
    "alt": "Alternative text of an image",
    "aria-label": "Label for assistive technology",
    "title": "Tooltip",
    "placeholder": "Hint in a field",
    "value": "Text on a button",
}

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
