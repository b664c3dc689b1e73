-- severity: error
-- Tabel informasi sama persis dengan laporan lain: kemungkinan tersalin.
WITH tables AS (
    SELECT
        document_id, count(*) AS items,
        sum(md5_number_lower(lower(information))) AS fingerprint,
        min(page) AS page
    FROM dissemination
    GROUP BY document_id
    HAVING count(*) >= 5
),
named AS (
    SELECT
        t.*, r.satker_name, r.year, r.quarter,
        first_value(document_id) OVER same AS original,
        first_value(r.satker_name || ' ' || triwulan(r.year, r.quarter)) OVER same AS original_name
    FROM tables t
    JOIN reports r USING (document_id)
    WINDOW same AS (PARTITION BY items, fingerprint ORDER BY period(r.year, r.quarter), r.satker_code)
)
SELECT
    document_id,
    page,
    NULL AS bbox,
    format('Isi tabel informasi ({} baris) sama persis dengan laporan {}.', items, original_name) AS message
FROM named
WHERE document_id <> original
