"""Translate in place: what a person writes beside the page, on its way into the catalog.

Nothing here knows of HTTP or of a page; the preview asks, and shows what comes of it.

::

    wording     an entry's strings ↔ what people write: text, and chips that stand for placeholders
    chips       what each chip is called, and what it stands for
    editable    one unit with all that a translator needs to know of it
    remarks     what the rules would say of a translation that has not been saved
    offers      the glossary's words, and translations of texts nearly the same
    desk        opens, judges and saves; the only one that reads or writes files
"""
