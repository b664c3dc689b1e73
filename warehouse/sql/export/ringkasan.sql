-- The province's figures of the quarter.
SELECT
    CASE metric WHEN 'posts' THEN 'Unggahan media sosial' WHEN 'items' THEN 'Informasi yang disebarluaskan'
        WHEN 'activities' THEN 'Kegiatan dengan stakeholder' WHEN 'stated_total' THEN 'Jumlah yang disebut laporan' END AS "Ukuran",
    value AS "Nilai",
    value_prev_quarter AS "Triwulan lalu",
    change AS "Selisih",
    change_pct AS "Selisih (%)",
    change_like AS "Selisih setara",
    change_like_pct AS "Selisih setara (%)",
    satker_like AS "Satker pada perbandingan setara",
    value_prev_year AS "Setahun lalu",
    change_year_pct AS "Selisih setahun (%)"
FROM rollup_province
WHERE year = $year AND quarter = $quarter AND metric IN ('posts', 'items', 'activities', 'stated_total')
ORDER BY list_position(['posts', 'items', 'activities', 'stated_total'], metric)
