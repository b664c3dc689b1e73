-- Sums over the satker that reported; changes plain, and over the satker present both times (like with like).
WITH present AS (
    SELECT DISTINCT satker_code, period(year, quarter) AS p FROM reports
),
numbers AS (
    SELECT metric, satker_code, period(year, quarter) AS p, value FROM rollup_satker
),
totals AS (
    SELECT metric, p, sum(value)::BIGINT AS value FROM numbers GROUP BY ALL
),
likes AS (
    -- For each way of looking back: both sums over the satker that reported both times.
    SELECT back, metric, p, max(now_value) AS value_like, max(prev_value) AS value_prev_like
    FROM (
        SELECT b.back, n.metric, n.p, sum(n.value)::BIGINT AS now_value, NULL::BIGINT AS prev_value
        FROM numbers n CROSS JOIN (VALUES (1), (4)) b(back)
        JOIN present o ON o.satker_code = n.satker_code AND o.p = n.p - b.back
        GROUP BY ALL
        UNION ALL
        SELECT b.back, n.metric, n.p + b.back, NULL, sum(n.value)::BIGINT
        FROM numbers n CROSS JOIN (VALUES (1), (4)) b(back)
        JOIN present o ON o.satker_code = n.satker_code AND o.p = n.p + b.back
        GROUP BY ALL
    )
    GROUP BY ALL
),
pairs AS (
    SELECT b.back, n.p, count(*)::INTEGER AS satker
    FROM present n CROSS JOIN (VALUES (1), (4)) b(back)
    JOIN present o ON o.satker_code = n.satker_code AND o.p = n.p - b.back
    GROUP BY ALL
),
basis AS (
    SELECT p, count(*)::INTEGER AS satker_reporting FROM present GROUP BY p
)
SELECT
    t.p // 4 AS year,
    t.p % 4 + 1 AS quarter,
    t.metric,
    t.value,
    q.value AS value_prev_quarter,
    t.value - q.value AS change,
    pct(t.value, q.value) AS change_pct,
    b.satker_reporting,
    (SELECT count(*) FROM satker) AS satker_total,
    lq.value_like,
    lq.value_prev_like,
    lq.value_like - lq.value_prev_like AS change_like,
    pct(lq.value_like, lq.value_prev_like) AS change_like_pct,
    coalesce(pq.satker, 0) AS satker_like,
    y.value AS value_prev_year,
    t.value - y.value AS change_year,
    pct(t.value, y.value) AS change_year_pct,
    ly.value_like AS value_like_year,
    ly.value_prev_like AS value_prev_like_year,
    ly.value_like - ly.value_prev_like AS change_like_year,
    pct(ly.value_like, ly.value_prev_like) AS change_like_year_pct,
    coalesce(py.satker, 0) AS satker_like_year,
    t.metric AS cell
FROM totals t
JOIN basis b ON b.p = t.p
LEFT JOIN totals q ON q.metric = t.metric AND q.p = t.p - 1
LEFT JOIN totals y ON y.metric = t.metric AND y.p = t.p - 4
LEFT JOIN likes lq ON lq.back = 1 AND lq.metric = t.metric AND lq.p = t.p
LEFT JOIN likes ly ON ly.back = 4 AND ly.metric = t.metric AND ly.p = t.p
LEFT JOIN pairs pq ON pq.back = 1 AND pq.p = t.p
LEFT JOIN pairs py ON py.back = 4 AND py.p = t.p
