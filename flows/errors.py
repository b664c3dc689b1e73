"""What goes wrong for reasons the user can mend."""

from __future__ import annotations

import errno

FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
"""Error numbers of a disk (or a quota) that is full."""

READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
"""Error numbers of a folder that may not be written."""

ENVIRONMENT = FULL | READ_ONLY | {errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO}
"""Error numbers that tell of the computer, not of the document that was being read."""


class RekapError(Exception):
    """A failure whose message is one Indonesian line for the user."""


def explain(error: OSError) -> str:
    """What an error of the operating system means, in one Indonesian line."""
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in FULL:
        return f"Ruang disk penuh{place}. Kosongkan sebagian, lalu jalankan lagi: pekerjaan akan dilanjutkan."
    if error.errno in READ_ONLY:
        return f"Folder data tidak dapat ditulisi{place}. Periksa izin folder, lalu jalankan lagi."
    return f"Kesalahan baca/tulis: {error.strerror or error}{place}."
