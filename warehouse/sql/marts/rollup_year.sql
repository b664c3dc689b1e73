-- Years by satker and for the province; like with like over the satker's quarters that were reported in both years.
WITH numbers AS (
    SELECT
        n.year, n.satker_code, n.metric, n.value,
        EXISTS (FROM reports o WHERE o.satker_code = n.satker_code AND o.quarter = n.quarter AND o.year = n.year - 1)
            AS had_before,
        EXISTS (FROM reports o WHERE o.satker_code = n.satker_code AND o.quarter = n.quarter AND o.year = n.year + 1)
            AS had_after
    FROM rollup_satker n
),
sums AS (
    SELECT
        year, satker_code, metric,
        sum(value)::BIGINT AS value,
        sum(value) FILTER (had_before)::BIGINT AS value_like,
        sum(value) FILTER (had_after)::BIGINT AS value_for_next
    FROM numbers
    GROUP BY GROUPING SETS ((year, satker_code, metric), (year, metric))
),
basis AS (
    SELECT
        r.year, r.satker_code, count(*)::INTEGER AS reports,
        count(*) FILTER (EXISTS (
            FROM reports o WHERE o.satker_code = r.satker_code AND o.quarter = r.quarter AND o.year = r.year - 1
        ))::INTEGER AS reports_like
    FROM reports r
    GROUP BY GROUPING SETS ((r.year, r.satker_code), (r.year))
)
SELECT
    n.year,
    if(n.satker_code IS NULL, 'provinsi', 'satker') AS scope,
    n.satker_code,
    if(n.satker_code IS NULL, 'Provinsi', coalesce(s.satker_name, n.satker_code)) AS satker_name,
    n.metric,
    n.value,
    b.reports,
    4 * if(n.satker_code IS NULL, (SELECT count(*) FROM satker), 1) AS reports_expected,
    y.value AS value_prev_year,
    n.value - y.value AS change,
    pct(n.value, y.value) AS change_pct,
    n.value_like,
    y.value_for_next AS value_prev_like,
    n.value_like - y.value_for_next AS change_like,
    pct(n.value_like, y.value_for_next) AS change_like_pct,
    b.reports_like,
    n.metric AS cell
FROM sums n
JOIN basis b ON b.year = n.year AND b.satker_code IS NOT DISTINCT FROM n.satker_code
LEFT JOIN sums y ON y.year = n.year - 1 AND y.metric = n.metric AND y.satker_code IS NOT DISTINCT FROM n.satker_code
LEFT JOIN satker s ON s.satker_code = n.satker_code
