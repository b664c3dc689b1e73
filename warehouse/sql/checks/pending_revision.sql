-- severity: warning
-- Kiriman baru menunggu persetujuan karena triwulan satker itu sudah disetujui.
SELECT
    c.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Kiriman ke-{} ({}, {} fakta) menunggu persetujuan; yang berlaku tetap kiriman ke-{} yang sudah disetujui ({} fakta).',
        p.revision, p.filename, angka(p.facts), c.revision, angka(c.facts)
    ) AS message
FROM documents p
JOIN documents c ON c.satker_code = p.satker_code AND c.year = p.year AND c.quarter = p.quarter AND c.status = 'current'
WHERE p.status = 'pending'
