-- Every correction with its standing. Those to be applied start as 'mismatch' and become 'applied' where the old value
-- is still what the report says. An approval holds the corrections it was given with; notes on findings stay free.
WITH undone AS (
    SELECT undoes AS correction_id, corrected_by AS undone_by, corrected_at AS undone_at, reason AS undo_reason
    FROM ledger.corrections
    WHERE undoes IS NOT NULL
),
judged AS (
    SELECT
        c.* EXCLUDE (undoes), u.undone_by, u.undone_at, u.undo_reason,
        CASE
            WHEN a.corrections IS NULL OR c.table_name = 'findings' THEN u.undone_at IS NULL
            ELSE list_contains(a.corrections, c.correction_id)
        END AS counts
    FROM ledger.corrections c
    LEFT JOIN undone u USING (correction_id)
    LEFT JOIN approvals_in_force a USING (satker_code, year, quarter)
    WHERE c.undoes IS NULL
)
SELECT
    * EXCLUDE (counts),
    CASE
        WHEN NOT counts AND undone_at IS NOT NULL THEN 'undone'
        WHEN NOT counts THEN 'waiting'
        WHEN lead(correction_id) OVER (
            PARTITION BY satker_code, year, quarter, table_name, row_key, field, counts ORDER BY correction_id
        ) IS NOT NULL THEN 'replaced'
        ELSE 'mismatch'
    END AS status
FROM judged
