-- The quarters that the province has closed.
SELECT year, quarter
FROM (
    SELECT *
    FROM ledger.approvals
    WHERE action IN ('close', 'reopen')
    QUALIFY row_number() OVER (PARTITION BY year, quarter ORDER BY approval_id DESC) = 1
)
WHERE action = 'close'
