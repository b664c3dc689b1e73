"""What a PDF carries that could act: scripts, commands, files within the file. It is noted; nothing of it ever runs."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

_LAUNCH = re.compile(rb"/S\s*/Launch\b")


def active_content(path: Path) -> list[str]:
    """Remarks in Indonesian, none for a file that is no PDF or cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return []
    scripts, files = pdfium.FPDFDoc_GetJavaScriptActionCount(document), pdfium.FPDFDoc_GetAttachmentCount(document)
    form = pdfium.FPDF_GetFormType(document)
    document.close()
    remarks = {
        "memuat JavaScript (tidak dijalankan)": scripts > 0,
        "memuat perintah menjalankan program (tidak dijalankan)": _LAUNCH.search(path.read_bytes()) is not None,
        f"memuat {files} berkas lampiran (tidak dibuka)": files > 0,
        "memuat formulir XFA (tidak dijalankan)": form in (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND),
    }
    return [remark for remark, holds in remarks.items() if holds]
