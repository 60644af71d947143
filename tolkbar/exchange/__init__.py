"""``tolkbar export`` and ``tolkbar import``: one file for each language, to send away and take back.

::

    bundle     the nouns: one language's texts of a whole site, and what a file must say to lose nothing
    gathering  catalogs of a site → bundle
    po_file    bundle ↔ one PO file, the page in each message's context
    xliff/     bundle ↔ XLIFF 2.1
    sheet      bundle ↔ CSV, for spreadsheets
    formats    which of them a file's name asks for
    judging    what came back, beside the catalogs: what is taken over, refused, contested
    command    what is asked, and what is said about it
"""
