SELECT
    area(satker_name) AS "Satker", number AS "Nomor", date_start AS "Mulai", date_end AS "Selesai", information AS "Informasi",
    replace(theme, '_', ' ') AS "Tema", array_to_string(channels, ', ') AS "Saluran", media_text AS "Media sebagaimana tertulis",
    page AS "Halaman", doubt AS "Keraguan"
FROM dissemination
WHERE year = $year AND quarter = $quarter
ORDER BY satker_code, seq
