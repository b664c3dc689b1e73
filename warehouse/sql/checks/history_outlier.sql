-- severity: warning
-- Angka satker jauh di luar riwayatnya sendiri: skor z termodifikasi di atas 3,5 terhadap 4 sampai 12 triwulan sebelumnya.
WITH history AS (
    SELECT
        satker_code, year, quarter, metric, value,
        count(*) OVER before AS quarters,
        median(value) OVER before AS usual,
        mad(value) OVER before AS spread
    FROM rollup_satker
    WHERE metric IN ('posts', 'items', 'activities') OR metric LIKE 'posts_platform_%'
    WINDOW before AS (
        PARTITION BY satker_code, metric ORDER BY period(year, quarter) ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING
    )
)
SELECT
    r.document_id,
    NULL AS page,
    NULL AS bbox,
    format(
        'Jumlah {} adalah {}, jauh dari riwayat satker ini sendiri: nilai tengah {} triwulan sebelumnya {}.',
        ukuran(h.metric), angka(h.value), h.quarters, angka(round(h.usual)::BIGINT)
    ) AS message
FROM history h
JOIN reports r USING (satker_code, year, quarter)
WHERE h.quarters >= 4
    AND abs(h.value - h.usual) >= 10
    -- A history without spread still allows for small changes: 5 percent of the usual value, at least 1.
    AND 0.6745 * abs(h.value - h.usual) / greatest(h.spread, 0.05 * h.usual, 1) > 3.5
