-- One row a satker; who has not reported has no figures.
SELECT
    c.satker_code AS "Kode",
    area(c.satker_name) AS "Satker",
    CASE c.status WHEN 'received' THEN 'diterima' WHEN 'quarantined' THEN 'ditolak' ELSE 'belum ada' END AS "Status",
    max(m.value) FILTER (m.metric = 'posts') AS "Unggahan",
    max(m.change) FILTER (m.metric = 'posts') AS "Selisih unggahan",
    max(m.change_pct) FILTER (m.metric = 'posts') AS "Selisih unggahan (%)",
    max(m.share_province) FILTER (m.metric = 'posts') AS "Bagian provinsi (%)",
    max(m.rank) FILTER (m.metric = 'posts') AS "Peringkat",
    max(m.value) FILTER (m.metric = 'items') AS "Informasi",
    max(m.value) FILTER (m.metric = 'activities_sector_pemerintah') AS "Kegiatan pemerintah",
    max(m.value) FILTER (m.metric = 'activities_sector_non_pemerintah') AS "Kegiatan non-pemerintah",
    max(m.value) FILTER (m.metric = 'stated_total') AS "Jumlah yang disebut laporan",
    c.findings_open AS "Temuan terbuka"
FROM coverage c
LEFT JOIN rollup_satker m USING (year, quarter, satker_code)
WHERE c.year = $year AND c.quarter = $quarter
GROUP BY ALL
ORDER BY c.satker_code
