"""What all tests share: examples are not timed (benchmarks time), and no setting of the machine reaches them."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("rekap", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("rekap")

for _name in [name for name in os.environ if name.startswith(("REKAP_", "PREFECT_"))]:
    del os.environ[_name]
