SELECT
    * EXCLUDE (rollup, value, value_prev_quarter, value_prev_year),
    split_part(cell, '/', 1) AS sector,
    split_part(cell, '/', 2) AS kind,
    value AS activities,
    value_prev_quarter AS activities_prev_quarter,
    value_prev_year AS activities_prev_year
FROM compared
WHERE rollup = 'rollup_activities'
