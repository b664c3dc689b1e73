-- severity: error
-- Rekapitulasi media sosial sama persis dengan laporan lain: kemungkinan tersalin.
WITH tables AS (
    SELECT
        document_id, count(*) AS cells,
        sum(md5_number_lower(concat_ws('|', content_type, platform, month, posts))) AS fingerprint,
        min(page) AS page
    FROM social_media
    GROUP BY document_id
    HAVING count(posts) >= 8 AND sum(posts) > 0
),
named AS (
    SELECT
        t.*, r.satker_name, r.year, r.quarter,
        first_value(document_id) OVER same AS original,
        first_value(r.satker_name || ' ' || triwulan(r.year, r.quarter)) OVER same AS original_name
    FROM tables t
    JOIN reports r USING (document_id)
    WINDOW same AS (PARTITION BY cells, fingerprint ORDER BY period(r.year, r.quarter), r.satker_code)
)
SELECT
    document_id,
    page,
    NULL AS bbox,
    format('Rekapitulasi media sosial ({} sel) sama persis dengan laporan {}.', cells, original_name) AS message
FROM named
WHERE document_id <> original
