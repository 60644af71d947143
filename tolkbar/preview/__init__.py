"""``tolkbar serve``: the candidate in a browser, with what a translator and an editor need to know beside it.

From the files to the browser::

    watching → studio → making      a change on disk brings the candidate up to date
                      → judging     and what the rules say of a page, or of the whole site
    server → guard, site_files      who may ask, and which files there are
           → view, pages            what is known of a page, and how it is shown
"""
