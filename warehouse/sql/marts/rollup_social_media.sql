SELECT
    * EXCLUDE (rollup, value, value_prev_quarter, value_prev_year),
    split_part(cell, '/', 1) AS content_type,
    split_part(cell, '/', 2) AS platform,
    value AS posts,
    value_prev_quarter AS posts_prev_quarter,
    value_prev_year AS posts_prev_year
FROM compared
WHERE rollup = 'rollup_social_media'
