-- The last eight quarters of the province.
SELECT
    c.year || ' TW ' || ['I', 'II', 'III', 'IV'][c.quarter] AS "Triwulan",
    c.satker_reporting AS "Satker melapor",
    max(p.value) FILTER (p.metric = 'posts') AS "Unggahan",
    max(p.value) FILTER (p.metric = 'items') AS "Informasi",
    max(p.value) FILTER (p.metric = 'activities') AS "Kegiatan"
FROM coverage_summary c
LEFT JOIN rollup_province p USING (year, quarter)
WHERE c.year * 4 + c.quarter BETWEEN $year * 4 + $quarter - 7 AND $year * 4 + $quarter
GROUP BY c.year, c.quarter, c.satker_reporting
ORDER BY c.year, c.quarter
