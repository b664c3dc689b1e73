-- Every satker of the list in every quarter from the first to the last that has an accepted report.
WITH accepted AS (
    SELECT * FROM documents WHERE status <> 'refused'
),
span AS (
    SELECT min(period(year, quarter)) AS first_period, max(period(year, quarter)) AS last_period FROM accepted
),
quarters AS (
    SELECT p // 4 AS year, p % 4 + 1 AS quarter
    FROM (SELECT unnest(range(first_period, last_period + 1)) AS p FROM span)
),
expected AS (
    SELECT
        q.year, q.quarter, s.satker_code, s.satker_name,
        coalesce(x.due_date, (last_day(make_date(q.year, q.quarter * 3, 1)) + getvariable('due_days')::INTEGER)::DATE)
            AS due_date
    FROM quarters q
    CROSS JOIN satker s
    LEFT JOIN due_exceptions x USING (year, quarter, satker_code)
),
sent AS (
    SELECT year, quarter, satker_code, min(received_at) AS first_received_at, count(*) FILTER (status = 'pending') AS pending
    FROM accepted
    GROUP BY ALL
),
refused AS (
    SELECT DISTINCT year, quarter, satker_code FROM documents WHERE status = 'refused' AND satker_code IS NOT NULL
)
SELECT
    e.*,
    CASE WHEN r.document_id IS NOT NULL THEN 'received' WHEN x.satker_code IS NOT NULL THEN 'quarantined' ELSE 'missing' END
        AS status,
    r.received_at,
    s.first_received_at,
    CASE WHEN s.first_received_at IS NOT NULL THEN greatest(0, date_diff('day', e.due_date,
        (s.first_received_at + to_hours(getvariable('utc_offset_hours')))::DATE)) END AS days_late,
    r.revision,
    r.findings_open,
    r.document_id,
    coalesce(s.pending, 0) AS pending,
    r.approved_at IS NOT NULL AS approved,
    c.reason AS excused_reason
FROM expected e
LEFT JOIN reports r USING (year, quarter, satker_code)
LEFT JOIN sent s USING (year, quarter, satker_code)
LEFT JOIN refused x USING (year, quarter, satker_code)
LEFT JOIN excuses_in_force c USING (year, quarter, satker_code)
