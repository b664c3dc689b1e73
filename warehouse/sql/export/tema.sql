-- Disseminated items by theme.
SELECT replace(theme, '_', ' ') AS "Tema", sum(items)::BIGINT AS "Informasi", count(*) AS "Satker"
FROM rollup_dissemination
WHERE year = $year AND quarter = $quarter AND channel = 'all'
GROUP BY theme
ORDER BY sum(items) DESC, theme
