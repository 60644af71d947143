"""What a text says beside its words: telephone numbers, addresses, hours, in whatever language it says it.

Each room reads one kind of value out of running text, and knows when two writings are the same value;
``vague`` knows the words that say nothing by themselves.
"""

from __future__ import annotations
