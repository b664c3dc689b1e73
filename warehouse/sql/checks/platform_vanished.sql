-- severity: warning
-- Platform yang pada triwulan sebelumnya masih dipakai tidak ada lagi, atau nol semua.
SELECT
    now.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Platform {} tidak ada lagi atau nol semua, padahal pada {} masih ada {} unggahan.',
        replace(old.metric, 'posts_platform_', ''), triwulan(old.year, old.quarter), angka(old.value)
    ) AS message
FROM rollup_satker old
JOIN reports now ON now.satker_code = old.satker_code
    AND period(now.year, now.quarter) = period(old.year, old.quarter) + 1
LEFT JOIN rollup_satker new ON new.satker_code = now.satker_code AND new.year = now.year AND new.quarter = now.quarter
    AND new.metric = old.metric
WHERE old.metric LIKE 'posts_platform_%' AND old.value > 0 AND coalesce(new.value, 0) = 0
    -- A recap that is missing altogether is another finding.
    AND EXISTS (FROM social_media m WHERE m.document_id = now.document_id AND m.posts IS NOT NULL)
