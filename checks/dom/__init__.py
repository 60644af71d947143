"""What a browser would know of a page: styles, roles, names, focus, exposure; without a browser.

The rooms, lowest first: ``tree`` (the flat tree of nodes), ``styles`` (the cascade), ``rendering``
(what is drawn and seen), ``focus``, ``roles``, ``exposure`` (the accessibility tree), ``names``.
Each answers questions about a :class:`~checks.dom.tree.Node`, and remembers its answers there.
"""
