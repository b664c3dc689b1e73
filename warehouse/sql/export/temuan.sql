SELECT
    area(satker_name) AS "Satker", CASE severity WHEN 'error' THEN 'kesalahan' WHEN 'warning' THEN 'peringatan' ELSE 'info' END AS "Berat",
    rule AS "Aturan", message AS "Temuan", page AS "Halaman",
    CASE status WHEN 'open' THEN 'terbuka' WHEN 'accepted' THEN 'diterima' ELSE 'dikoreksi' END AS "Status",
    note AS "Catatan", finding_id AS "Kunci"
FROM findings
WHERE year = $year AND quarter = $quarter
ORDER BY list_position(['error', 'warning', 'info'], severity), satker_code, rule, finding_id
