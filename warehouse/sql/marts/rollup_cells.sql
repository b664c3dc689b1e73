-- Each fact beside each rollup number that it is part of.
WITH cells AS (
    SELECT
        'rollup_social_media' AS rollup, content_type || '/' || platform AS cell, posts AS value,
        'social_media' AS table_name, year, quarter, satker_code, row_key, document_id, page, bbox
    FROM social_media
    UNION ALL BY NAME
    SELECT
        'rollup_satker' AS rollup,
        unnest(['posts', 'posts_platform_' || platform, 'posts_content_' || content_type]) AS cell, posts AS value,
        'social_media' AS table_name, year, quarter, satker_code, row_key, document_id, page, bbox
    FROM social_media
    WHERE posts IS NOT NULL
    UNION ALL BY NAME
    SELECT
        'rollup_dissemination' AS rollup, theme || '/' || unnest(list_prepend('all', list_distinct(channels))) AS cell,
        1 AS value, 'dissemination' AS table_name, year, quarter, satker_code, row_key, document_id, page, bbox
    FROM dissemination
    UNION ALL BY NAME
    SELECT
        'rollup_satker' AS rollup,
        unnest(['items', 'items_theme_' || theme] || list_transform(
            list_distinct(channels), lambda channel: 'items_channel_' || channel
        )) AS cell,
        1 AS value, 'dissemination' AS table_name, year, quarter, satker_code, row_key, document_id, page, bbox
    FROM dissemination
    UNION ALL BY NAME
    SELECT
        'rollup_activities' AS rollup, sector || '/' || kind AS cell, 1 AS value,
        'activities' AS table_name, year, quarter, satker_code, row_key, document_id, page, bbox
    FROM activities
    UNION ALL BY NAME
    SELECT
        'rollup_satker' AS rollup,
        unnest(['activities', 'activities_sector_' || sector, 'activities_kind_' || kind]) AS cell, 1 AS value,
        'activities' AS table_name, year, quarter, satker_code, row_key, document_id, page, bbox
    FROM activities
    UNION ALL BY NAME
    SELECT
        'rollup_satker' AS rollup, 'stated_total' AS cell, value,
        'statements' AS table_name, year, quarter, satker_code, row_key, document_id, page, NULL AS bbox
    FROM statements
    -- A total that is said again further down is the same total.
    WHERE kind = 'total_disseminated' AND row_key = kind
)
SELECT rollup, year, quarter, satker_code, cell, value, table_name, row_key, document_id, page, bbox
FROM cells
