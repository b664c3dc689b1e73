-- severity: warning
-- Pembaca versi baru membaca laporan yang sudah disetujui secara lain; bacaan yang disetujui tetap berlaku.
SELECT
    d.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Pembaca versi {} membaca laporan ini berbeda dari versi {} yang disetujui; setujui ulang bila bacaan baru benar.',
        other.extractor_version, d.extractor_version
    ) AS message
FROM documents d
JOIN ledger.extractions approved USING (document_id, extractor_version)
JOIN ledger.extractions other ON other.document_id = d.document_id AND other.extractor_version <> d.extractor_version
JOIN approvals_in_force a ON a.document_id = d.document_id
WHERE d.status = 'current' AND other.content <> approved.content AND other.read_at > approved.read_at
