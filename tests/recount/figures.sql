-- The value of each indicator from month :first to month :last as a report of :kind knew it on :day.
WITH known AS (          -- a figure without a day counts from the end of its period; of two the later one
  SELECT f.code, s.first, s.last, f.upper, f.lower, f.value, max(coalesce(f.day, s.ends) || printf('%09d', f.seq))
  FROM figure f JOIN span s USING (period) WHERE s.kind = :kind AND coalesce(f.day, s.ends) <= :day GROUP BY f.code, f.period
), given AS (
  SELECT * FROM known WHERE first = :first AND last = :last
), part AS (             -- without a value of the period itself: its months, else its quarters
  SELECT k.* FROM known k WHERE k.first >= :first AND k.last <= :last AND k.code NOT IN (SELECT code FROM given)
    AND (k.first = k.last OR k.last = k.first + 2 AND k.code NOT IN (
      SELECT code FROM known m WHERE m.first = m.last AND m.first >= :first AND m.last <= :last))
), used AS (
  SELECT * FROM given UNION ALL
  SELECT * FROM part p WHERE (SELECT adds FROM indicator i WHERE i.code = p.code) IN ('Cộng dồn', 'Tỷ lệ của tổng', 'Mã trả lời')
     OR CASE (SELECT adds FROM indicator i WHERE i.code = p.code)
          WHEN 'Lấy kỳ đầu' THEN p.first = (SELECT min(first) FROM part q WHERE q.code = p.code)
          ELSE p.last = (SELECT max(last) FROM part q WHERE q.code = p.code) END
)
SELECT i.code, i.ratio, i.comparator, i.target, u.upper, u.lower,
       CASE WHEN i.adds = 'Mã trả lời' THEN u.highest WHEN u.lower IS NULL THEN u.value WHEN i.ratio THEN 100.0 * u.upper / u.lower ELSE u.upper / u.lower END AS value
FROM indicator i JOIN (
  SELECT code, sum(upper) AS upper, sum(lower) AS lower, sum(value) AS value, max(value) AS highest
  FROM used GROUP BY code
) u USING (code)
