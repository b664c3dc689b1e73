-- Posts by platform and satker, long: the sheet turns it into a matrix.
SELECT area(satker_name) AS "Satker", replace(platform, '_', ' ') AS "Platform", sum(posts)::BIGINT AS "Unggahan"
FROM rollup_social_media
WHERE year = $year AND quarter = $quarter
GROUP BY satker_code, satker_name, platform
ORDER BY satker_code, platform
