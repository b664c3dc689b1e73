SELECT * EXCLUDE (rollup, share_satker), cell AS metric
FROM compared
WHERE rollup = 'rollup_satker'
