-- severity: warning
-- Jumlah unggahan, informasi, atau kegiatan turun lebih dari separuh terhadap triwulan sebelumnya.
SELECT
    r.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Jumlah {} turun lebih dari separuh: dari {} menjadi {}.',
        ukuran(n.metric), angka(n.value_prev_quarter), angka(n.value)
    ) AS message
FROM rollup_satker n
JOIN reports r USING (satker_code, year, quarter)
WHERE n.metric IN ('posts', 'items', 'activities')
    AND n.value_prev_quarter >= 10
    AND n.value * 2 < n.value_prev_quarter
