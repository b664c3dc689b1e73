SELECT
    satker_code AS "Kode", area(satker_name) AS "Satker",
    CASE status WHEN 'received' THEN 'diterima' WHEN 'quarantined' THEN 'ditolak' ELSE 'belum ada' END AS "Status",
    due_date AS "Batas waktu", first_received_at AS "Diterima (UTC)", days_late AS "Hari terlambat", revision AS "Kiriman ke",
    pending AS "Menunggu persetujuan", if(approved, 'ya', 'belum') AS "Disetujui", excused_reason AS "Alasan dikecualikan",
    findings_open AS "Temuan terbuka"
FROM coverage
WHERE year = $year AND quarter = $quarter
ORDER BY satker_code
