-- What a report's row says beyond the report itself.
UPDATE reports
SET
    received_at = d.received_at,
    revision = d.revision,
    approved_at = d.approved_at,
    approved_by = d.approved_by,
    findings_open = d.findings_open
FROM (
    SELECT d.document_id, d.received_at, d.revision, a.approved_at, a.approved_by, coalesce(f.n, 0) AS findings_open
    FROM ledger.documents d
    LEFT JOIN approvals_in_force a USING (satker_code, year, quarter)
    LEFT JOIN (SELECT document_id, count(*) AS n FROM findings WHERE status = 'open' GROUP BY document_id) f
        ON f.document_id = d.document_id
    WHERE d.status = 'current'
) d
WHERE reports.document_id = d.document_id
