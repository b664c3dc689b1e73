SELECT
    year,
    quarter,
    count(*) AS satker_total,
    count(*) FILTER (status = 'received') AS satker_reporting,
    count(*) FILTER (status <> 'received') AS satker_missing,
    count(*) FILTER (status = 'received' AND days_late = 0) AS satker_on_time,
    share(satker_reporting, satker_total) AS reporting_rate,
    share(satker_on_time, satker_total) AS on_time_rate,
    count(*) FILTER (approved) AS satker_approved,
    count(excused_reason) AS satker_excused,
    any_value(q.year IS NOT NULL) AS closed
FROM coverage
LEFT JOIN closed_quarters q USING (year, quarter)
GROUP BY year, quarter
