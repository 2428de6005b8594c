-- The value of each indicator from month :first to month :last as a report of the period that ends with month :ends knew
-- it on :day. A figure without a day counts from the end of its period, or with the report of its own last month.
WITH known AS MATERIALIZED (
  SELECT f.*, s.first, s.last FROM figure f JOIN span s USING (period)
  WHERE coalesce(f.day, CASE WHEN s.last = :ends THEN min(s.month, s.known) ELSE s.known END) <= :day
), level AS (            -- the period's own figure, its months, its quarters; those that are all there come first
  SELECT code, CASE WHEN first = :first AND last = :last THEN 0 WHEN first = last THEN 1 WHEN last = first + 2 THEN 2 END AS level,
         count(*) AS there
  FROM known WHERE first >= :first AND last <= :last GROUP BY 1, 2
), best AS (
  SELECT code, min(level + CASE level WHEN 0 THEN 0 WHEN 1 THEN 4 * (there <= :last - :first) ELSE 4 * (3 * there <= :last - :first) END) % 4 AS level
  FROM level WHERE level IS NOT NULL AND (level < 2 OR (:last - :first) % 3 = 2) GROUP BY code
), part AS (
  SELECT k.*, i.adds, max(k.last) OVER (PARTITION BY k.code) AS latest, max(iif(k.lower IS NULL, k.last, 0)) OVER (PARTITION BY k.code) AS typed
  FROM known k JOIN best b USING (code) JOIN indicator i USING (code)
  WHERE k.first >= :first AND k.last <= :last AND CASE b.level
    WHEN 0 THEN k.first = :first AND k.last = :last WHEN 1 THEN k.first = k.last ELSE k.last = k.first + 2 END
), added AS (
  SELECT code, sum(upper) AS upper, sum(lower) AS lower, sum(value) AS value, max(value) AS highest,
         total(iif(last = typed, value, 0)) AS last_typed
  FROM part WHERE adds <> 'Lấy kỳ cuối' OR last = latest GROUP BY code
)
SELECT i.*, a.upper, a.lower,
       CASE WHEN i.adds = 'Mã trả lời' THEN a.highest
            WHEN a.lower IS NOT NULL THEN iif(i.ratio, 100.0, 1.0) * a.upper / a.lower
            WHEN i.adds = 'Tỷ lệ của tổng' THEN a.last_typed
            ELSE a.value END AS value
FROM indicator i JOIN added a USING (code)
