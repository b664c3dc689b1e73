"""The codes of the public contract that columns are limited to."""

PLATFORMS = (
    "instagram",
    "facebook",
    "twitter",
    "youtube",
    "tiktok",
    "website",
    "threads",
    "telegram",
    "whatsapp_bakohumas",
    "whatsapp_parpol",
    "whatsapp",
    "radio",
    "television",
    "print_media",
    "online_media",
    "outdoor",
    "podcast",
    "other",
)
"""Platforms and channels."""

CONTENT_TYPES = (
    "foto_berita",
    "kpu_flash",
    "memequote",
    "ucapan_selamat",
    "ucapan_duka_cita",
    "infografik",
    "peringatan_hari_besar",
    "promote_live",
    "promote_link_berita",
    "repost",
    "video",
    "press_release",
    "other",
)

SECTORS = ("pemerintah", "non_pemerintah")
SEVERITIES = ("info", "warning", "error")
FINDING_STATUSES = ("open", "accepted", "corrected")
DOCUMENT_STATUSES = ("current", "superseded", "pending", "refused")
CORRECTION_STATUSES = ("applied", "mismatch", "waiting", "replaced", "undone")
COVERAGE_STATUSES = ("received", "missing", "quarantined")
TEXT_LAYERS = ("digital", "ocr", "mixed")
APPROVAL_ACTIONS = ("approve", "unlock", "excuse", "unexcuse", "close", "reopen")
NARRATIVE_PARTS = ("evaluation", "challenges", "conclusion", "suggestion")
