-- The five columns of every fact, for the documents that count.
SELECT d.document_id, d.satker_code, coalesce(s.satker_name, d.satker_code) AS satker_name, d.year, d.quarter
FROM ledger.documents d
LEFT JOIN marts.satker s USING (satker_code)
WHERE d.status = 'current'
