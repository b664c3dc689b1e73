-- Activities by kind and sector.
SELECT
    replace(kind, '_', ' ') AS "Jenis",
    coalesce(sum(activities) FILTER (sector = 'pemerintah'), 0)::BIGINT AS "Pemerintah",
    coalesce(sum(activities) FILTER (sector = 'non_pemerintah'), 0)::BIGINT AS "Non-pemerintah",
    sum(activities)::BIGINT AS "Jumlah"
FROM rollup_activities
WHERE year = $year AND quarter = $quarter
GROUP BY kind
ORDER BY sum(activities) DESC, kind
