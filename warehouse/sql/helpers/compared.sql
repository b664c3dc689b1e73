-- Every rollup number by satker and quarter beside the quarter before, the year before and the other satker.
WITH sums AS (
    SELECT rollup, year, quarter, satker_code, cell, sum(value)::BIGINT AS value
    FROM rollup_cells
    GROUP BY ALL
)
SELECT
    n.*,
    coalesce(s.satker_name, n.satker_code) AS satker_name,
    q.value AS value_prev_quarter,
    n.value - q.value AS change,
    pct(n.value, q.value) AS change_pct,
    y.value AS value_prev_year,
    n.value - y.value AS change_year,
    pct(n.value, y.value) AS change_year_pct,
    share(n.value, sum(n.value) FILTER (n.rollup <> 'rollup_dissemination' OR n.cell LIKE '%/all') OVER satker)
        AS share_satker,
    share(n.value, sum(n.value) OVER province) AS share_province,
    rank() OVER (province ORDER BY n.value DESC NULLS LAST)::INTEGER AS rank
FROM sums n
LEFT JOIN sums q ON q.rollup = n.rollup AND q.satker_code = n.satker_code AND q.cell = n.cell
    AND period(q.year, q.quarter) = period(n.year, n.quarter) - 1
LEFT JOIN sums y ON y.rollup = n.rollup AND y.satker_code = n.satker_code AND y.cell = n.cell
    AND y.year = n.year - 1 AND y.quarter = n.quarter
LEFT JOIN satker s ON s.satker_code = n.satker_code
WINDOW
    satker AS (PARTITION BY n.rollup, n.year, n.quarter, n.satker_code),
    province AS (PARTITION BY n.rollup, n.year, n.quarter, n.cell)
