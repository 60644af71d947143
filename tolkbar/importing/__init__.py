"""``tolkbar import``: a page exported from elsewhere, or a Word file, becomes a source page.

::

    page     what is taken over: title, description, body, pictures, and what was dropped
    web      HTML that a content management system wrote, however broken → a page
    word     a Word document → the same HTML, which web then cleans
    command  where it goes, and what is said about it
"""
