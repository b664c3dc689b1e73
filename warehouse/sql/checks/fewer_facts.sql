-- severity: error
-- Kiriman ulang memuat jauh lebih sedikit fakta daripada kiriman yang digantikannya.
SELECT
    d.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Kiriman ke-{} memuat {} fakta, jauh lebih sedikit daripada kiriman ke-{} yang digantikannya ({} fakta).',
        d.revision, angka(d.facts), o.revision, angka(o.facts)
    ) AS message
FROM documents d
JOIN documents o ON o.satker_code = d.satker_code AND o.year = d.year AND o.quarter = d.quarter
    AND o.revision = d.revision - 1
WHERE d.status = 'current' AND o.status = 'superseded' AND d.facts * 10 < o.facts * 8
