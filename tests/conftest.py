"""What all tests share: no timing of examples (that belongs to benchmarks), and no setting of the machine they run on."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("rekap", deadline=None)
settings.load_profile("rekap")

for _name in [name for name in os.environ if name.startswith(("REKAP_", "PREFECT_"))]:
    del os.environ[_name]
