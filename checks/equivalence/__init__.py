"""What a text and its translation say alike: numbers, dates, times, telephone numbers, by their value.

``682,4`` in Swedish is ``682.4`` in English; ``kl. 9.00–15.30`` is ``9am to 3:30pm``;
``021-39 26 36`` is ``+46 21 39 26 36``; ``7 mars 2025`` is ``7. März 2025``.  ``read`` finds what a
text says, ``compare`` what one text says and its translation does not.

Months and weekdays are CLDR's, in any language; words for numbers, units and times of day are known
for Swedish, English and German.
"""

from __future__ import annotations

from checks.equivalence.comparison import Difference, compare
from checks.equivalence.model import Kind, Reading, Value, Weight
from checks.equivalence.reader import LONGEST, read

__all__ = ["LONGEST", "Difference", "Kind", "Reading", "Value", "Weight", "compare", "read"]
