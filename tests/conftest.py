"""What holds for every test."""

from __future__ import annotations

import os

from hypothesis import settings

# No example is judged by the clock: a busy machine is no fault.  CI tries the same examples in every run.
settings.register_profile("tolkbar", deadline=None, derandomize="CI" in os.environ, print_blob=True)
settings.load_profile("tolkbar")
