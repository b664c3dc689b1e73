-- A quarter as a number that counts on from one to the next.
CREATE OR REPLACE TEMP MACRO period(y, q) AS y * 4 + q - 1;
-- Change in percent; nothing when there is nothing to compare with.
CREATE OR REPLACE TEMP MACRO pct(now_value, before) AS
    CASE WHEN before <> 0 THEN round(100.0 * (now_value - before) / before, 2) END;
-- Part of a whole in percent.
CREATE OR REPLACE TEMP MACRO share(part, whole) AS CASE WHEN whole <> 0 THEN round(100.0 * part / whole, 2) END;
-- A number as Indonesians write it: 1.234.
CREATE OR REPLACE TEMP MACRO angka(n) AS replace(format('{:,}', n), ',', '.');
-- A quarter as Indonesians write it: triwulan II 2024.
CREATE OR REPLACE TEMP MACRO triwulan(y, q) AS
    'triwulan ' || ['I', 'II', 'III', 'IV'][q] || ' ' || y::VARCHAR;
-- A metric as an analyst says it.
CREATE OR REPLACE TEMP MACRO ukuran(metric) AS CASE
    WHEN metric = 'posts' THEN 'unggahan media sosial'
    WHEN metric = 'items' THEN 'informasi yang disebarluaskan'
    WHEN metric = 'activities' THEN 'kegiatan'
    ELSE 'unggahan di ' || replace(metric, 'posts_platform_', '')
END;
