-- Findings of the reports that count and of the checks over the warehouse. The id holds as long as rule, satker, quarter
-- and message do, so what was said of a finding survives a new reading.
WITH told AS (
    SELECT r.*, 'report' AS source, f.rule, f.severity, f.message, f.page, f.bbox
    FROM facts.findings f
    JOIN current_reports r USING (document_id)
    UNION ALL BY NAME
    SELECT r.*, 'warehouse' AS source, c.rule, c.severity, c.message, c.page, c.bbox
    FROM check_findings c
    JOIN current_reports r USING (document_id)
),
numbered AS (
    SELECT *, row_number() OVER (
        PARTITION BY satker_code, year, quarter, rule, message ORDER BY page, bbox, document_id
    ) AS nth
    FROM told
),
named AS (
    SELECT * EXCLUDE (nth), left(md5(concat_ws('|', satker_code, year, quarter, rule, message, nth)), 12) AS finding_id
    FROM numbered
),
boxes AS (
    SELECT document_id, page, bbox, max(reason) AS reason FROM corrected_boxes GROUP BY ALL
)
SELECT
    n.*,
    coalesce(c.new_value, if(b.reason IS NULL, 'open', 'corrected')) AS status,
    coalesce(c.reason, b.reason) AS note
FROM named n
LEFT JOIN corrections_state c ON c.table_name = 'findings' AND c.field = 'status' AND c.status IN ('mismatch', 'applied')
    AND c.row_key = n.finding_id AND c.satker_code = n.satker_code AND c.year = n.year AND c.quarter = n.quarter
LEFT JOIN boxes b ON b.document_id = n.document_id AND b.page = n.page AND b.bbox = n.bbox
