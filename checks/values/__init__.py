"""What a text says beside its words: telephone numbers, addresses, hours, in whatever language it says it.

Each room reads one kind of value out of running text, and knows when two writings are the same value.
"""

from __future__ import annotations
