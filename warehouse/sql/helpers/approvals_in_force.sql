-- The last word on each satker's quarter, where it is an approval.
SELECT *
FROM (
    SELECT *
    FROM ledger.approvals
    WHERE action IN ('approve', 'unlock')
    QUALIFY row_number() OVER (PARTITION BY satker_code, year, quarter ORDER BY approval_id DESC) = 1
)
WHERE action = 'approve'
