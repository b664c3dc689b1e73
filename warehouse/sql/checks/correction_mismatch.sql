-- severity: error
-- Koreksi tidak diterapkan: nilai lamanya tidak lagi sama dengan yang terbaca.
SELECT
    r.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Koreksi nomor {} pada {} baris {} kolom {} tidak diterapkan: nilai lama "{}" tidak lagi cocok dengan laporan.',
        c.correction_id, c.table_name, c.row_key, c.field, coalesce(c.old_value, '(kosong)')
    ) AS message
FROM corrections_state c
JOIN current_reports r USING (satker_code, year, quarter)
WHERE c.status = 'mismatch' AND c.table_name <> 'findings'
