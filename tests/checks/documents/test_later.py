from __future__ import annotations

import subprocess
import sys


def test_who_judges_no_document_does_not_wait_for_the_libraries_that_read_them() -> None:
    loaded = (
        "import sys, tolkbar.command, checks.registry; checks.registry.RULES; "
        "print({'pypdf.generic', 'fontTools'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
