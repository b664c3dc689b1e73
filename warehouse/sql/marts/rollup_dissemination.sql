SELECT
    * EXCLUDE (rollup, value, value_prev_quarter, value_prev_year),
    split_part(cell, '/', 1) AS theme,
    split_part(cell, '/', 2) AS channel,
    value AS items,
    value_prev_quarter AS items_prev_quarter,
    value_prev_year AS items_prev_year
FROM compared
WHERE rollup = 'rollup_dissemination'
