"""The tags: types, nesting, tables, lists, headings, languages of parts (PDF/UA-1, 7.1 to 7.9)."""

from __future__ import annotations

from checks.pdf.structure import alternatives, headings, languages, lists, tables, tags

RULES = (
    *tags.RULES,
    *headings.RULES,
    *tables.RULES,
    *lists.RULES,
    *alternatives.RULES,
    *languages.RULES,
)
