-- Who need not report for which quarter.
SELECT *
FROM (
    SELECT *
    FROM ledger.approvals
    WHERE action IN ('excuse', 'unexcuse')
    QUALIFY row_number() OVER (PARTITION BY satker_code, year, quarter ORDER BY approval_id DESC) = 1
)
WHERE action = 'excuse'
