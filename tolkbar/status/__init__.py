"""``tolkbar status``: how far each page has come in each language, and what waits longest.

::

    counts    the statistics of catalogs, kept from run to run
    standing  what is known of a page in a language: counts, and its oldest fuzzy entry
    waiting   since when an entry has been fuzzy, as far as anybody can know
    table     the same for people to read
    command   what is asked, and in which form it is answered
"""
