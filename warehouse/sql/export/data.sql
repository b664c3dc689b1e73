-- Every fact in long form with its place in its document.
WITH facts AS (
    SELECT
        'dissemination' AS table_name, satker_code, satker_name, row_key, information AS label, NULL::BIGINT AS value,
        NULL::BIGINT AS value_as_reported, date_start, page, bbox, doubt, document_id, year, quarter
    FROM dissemination
    UNION ALL BY NAME
    SELECT
        'social_media' AS table_name, satker_code, satker_name, row_key, content_label || ' / ' || platform AS label,
        posts AS value, posts_as_reported AS value_as_reported, NULL AS date_start, page, bbox, doubt, document_id, year, quarter
    FROM social_media
    UNION ALL BY NAME
    SELECT
        'activities' AS table_name, satker_code, satker_name, row_key, text AS label, NULL AS value,
        NULL AS value_as_reported, date_start, page, bbox, doubt, document_id, year, quarter
    FROM activities
    UNION ALL BY NAME
    SELECT
        'statements' AS table_name, satker_code, satker_name, row_key, text AS label, value,
        value_as_reported, NULL AS date_start, page, NULL AS bbox, NULL AS doubt, document_id, year, quarter
    FROM statements
    UNION ALL BY NAME
    SELECT
        'photos' AS table_name, satker_code, satker_name, row_key, caption AS label, NULL AS value,
        NULL AS value_as_reported, date AS date_start, page, NULL AS bbox, NULL AS doubt, document_id, year, quarter
    FROM photos
)
SELECT
    f.table_name AS "Tabel", f.satker_code AS "Kode", area(f.satker_name) AS "Satker", f.row_key AS "Kunci baris", f.label AS "Uraian",
    f.value AS "Nilai", f.value_as_reported AS "Nilai terbaca", f.date_start AS "Tanggal", d.filename AS "Berkas",
    f.page AS "Halaman", f.bbox[1] AS "Kiri", f.bbox[2] AS "Atas", f.bbox[3] AS "Kanan", f.bbox[4] AS "Bawah",
    f.doubt AS "Keraguan", f.document_id AS "Dokumen (sha256)"
FROM facts f
JOIN documents d USING (document_id)
WHERE f.year = $year AND f.quarter = $quarter
ORDER BY list_position(['dissemination', 'social_media', 'activities', 'statements', 'photos'], f.table_name), f.satker_code, f.page,
    f.row_key
