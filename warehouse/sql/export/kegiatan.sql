SELECT
    area(satker_name) AS "Satker", replace(sector, '_', ' ') AS "Sektor", replace(kind, '_', ' ') AS "Jenis", number AS "Nomor", date_start AS "Mulai",
    date_end AS "Selesai", text AS "Kegiatan", venue AS "Tempat", page AS "Halaman", doubt AS "Keraguan"
FROM activities
WHERE year = $year AND quarter = $quarter
ORDER BY satker_code, sector DESC, seq
