-- Posts by content type and platform, long: the sheet turns it into a matrix.
SELECT replace(content_type, '_', ' ') AS "Jenis konten", replace(platform, '_', ' ') AS "Platform", sum(posts)::BIGINT AS "Unggahan"
FROM rollup_social_media
WHERE year = $year AND quarter = $quarter
GROUP BY content_type, platform
ORDER BY content_type, platform
