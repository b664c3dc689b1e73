"""Parts of the report that are absent."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.checks.registry import Remark, rule
from extractors.reading import Reading

_PARTS = [
    ("legal_basis", "Dasar Hukum", "warning"),
    ("activities", "Koordinasi dengan Stakeholder (kegiatan)", "error"),
    ("dissemination", "Data Informasi Kepemiluan yang disebarluaskan", "error"),
    ("recap", "Rekapitulasi Media Sosial", "error"),
    ("evaluation", "Hasil Evaluasi", "warning"),
    ("follow_up", "Rencana Tindak Lanjut", "warning"),
    ("conclusion", "Kesimpulan", "warning"),
    ("suggestion", "Saran", "warning"),
]


@rule("section_missing", "warning")
def section_missing(reading: Reading) -> Iterator[Remark]:
    """A part is absent: neither its heading nor anything of it was found."""
    present = reading.evidence.sections | _found_by_content(reading)
    for code, name, severity in _PARTS:
        if code not in present:
            yield Remark(f"Bagian {name} tidak ada.", severity=severity)


def _found_by_content(reading: Reading) -> set[str]:
    """The parts whose content was found, under whatever heading."""
    document = reading.document
    narrative = document.narrative
    content = {
        "legal_basis": document.legal_basis,
        "activities": document.activities or "coordination" in reading.evidence.sections,
        "dissemination": document.dissemination,
        "recap": document.social_media,
        "evaluation": narrative.evaluation,
        "follow_up": narrative.follow_up,
        "conclusion": narrative.conclusion,
        "suggestion": narrative.suggestion,
    }
    return {code for code, found in content.items() if found}
